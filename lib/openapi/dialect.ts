/** How a document is written: Swagger 2.0, OpenAPI 3.0 or 3.1. */
export type Dialect = 'swagger' | 'oas30' | 'oas31';

/** Where reusable schemas stand, as a reference begins. */
export const schemaPrefix = (dialect: Dialect) =>
  dialect === 'swagger' ? '#/definitions/' : '#/components/schemas/';
