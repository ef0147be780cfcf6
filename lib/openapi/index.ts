/** OpenAPI documents in and out of the model. Pure: no database, no network, no clock. */
export { importDocumentation } from './documentationImport';
export { type ExportOptions, exportOpenApi } from './exportOpenApi';
export { exportHttpApi } from './http/exportHttpApi';
export type { HttpApiContent } from './http/HttpApiContent';
export { type HttpImport, importHttpApi } from './http/importHttpApi';
export { type ImportResult, importOpenApi } from './importOpenApi';
export { isOpenApiError, OpenApiError, type OpenApiProblem } from './OpenApiError';
export type { AwsVariables } from './read/AwsVariables';
export type { BasePathMode } from './read/readBasePath';
