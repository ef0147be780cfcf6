import type { RestApiDefinition } from '@/lib/model/restApi';
import { exportOpenApi } from '@/lib/openapi';

/** OpenAPI 3.0 of what a REST API's stage serves, for readers: no word of integrations. */
export const restDocument = (
  definition: RestApiDefinition,
  restApiId: string,
  invokeUrl: string,
): Record<string, unknown> =>
  exportOpenApi(definition, {
    exportType: 'oas30',
    format: 'json',
    extensions: false,
    server: { url: invokeUrl },
    restApiId,
  }).document;
