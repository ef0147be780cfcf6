import { z } from 'zod';

/**
 * What the reference says of one parameter or header; no call is held to it. AWS keeps this prose in
 * documentation parts and drops the types
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-documenting-api.html); here what is
 * imported stands with the method, and a part's prose is laid over it (documentationIndex.ts).
 */
export const parameterDocumentation = z.object({
  description: z.string().optional(),
  /** JSON Schema, as models hold it: `type: [string, null]`, other models by their address; absent: a plain text */
  schema: z.record(z.string(), z.unknown()).optional(),
  /** How OpenAPI 3 writes lists and objects, where it is not the place's default. */
  style: z.string().optional(),
  explode: z.boolean().optional(),
});
export type ParameterDocumentation = z.infer<typeof parameterDocumentation>;

/** The key of a request's body among its parameters: AWS's word for it in mappings. */
export const requestBodyKey = 'method.request.body';
