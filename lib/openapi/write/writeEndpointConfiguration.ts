import type { Part } from './ExportContext';

/** `x-amazon-apigateway-endpoint-configuration`, where there is anything to say. */
export const writeEndpointConfiguration = (disableExecuteApiEndpoint: boolean | undefined): Part =>
  disableExecuteApiEndpoint
    ? { 'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint } }
    : {};
