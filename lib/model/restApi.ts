import { z } from 'zod';
import { authorizerInput } from './authorizer';
import { documentationPart } from './documentation';
import { gatewayResponse } from './gatewayResponse';
import { method } from './method';

export const apiKeySources = ['HEADER', 'AUTHORIZER'] as const;

/** Exact (`image/png`) or with a wildcard at the right (`image/*`, `*` + `/*`); AWS never matches one at the left. */
export const binaryMediaTypes = z.array(
  z
    .string()
    .regex(
      /^[A-Za-z0-9!#$&^_.+*-]+\/[A-Za-z0-9!#$&^_.+*-]+$/,
      'Use a media type such as image/png or image/*',
    ),
);

/** Bytes from which a response is compressed; absent: never. */
export const minimumCompressionSize = z
  .int('A size is a whole number of bytes')
  .min(0, 'Invalid minimum compression size, must be between 0 and 10485760')
  .max(10_485_760, 'Invalid minimum compression size, must be between 0 and 10485760');

export const restApiInput = z.object({
  name: z.string().trim().min(1, 'Name is required').max(1024, 'Name is at most 1,024 characters'),
  description: z.string().min(1, 'Description cannot be an empty string').max(1024).optional(),
  version: z.string().max(64).optional(),
  binaryMediaTypes: binaryMediaTypes.optional(),
  minimumCompressionSize: minimumCompressionSize.optional(),
  apiKeySource: z.enum(apiKeySources).optional(),
});
export type RestApiInput = z.infer<typeof restApiInput>;

/** '' clears what may be absent, null turns compression off; what is left out stays. */
export const restApiUpdate = restApiInput.partial().extend({
  description: z.string().max(1024).optional(),
  minimumCompressionSize: minimumCompressionSize.nullable().optional(),
  /** resource policy, JSON text; its grammar is the policy engine's to check */
  policy: z.string().trim().max(8192, 'A resource policy is at most 8,192 characters').optional(),
});
export type RestApiUpdate = z.infer<typeof restApiUpdate>;

export const resource = z.object({
  id: z.string(),
  parentId: z.string().optional(),
  pathPart: z.string().optional(),
  path: z.string(),
  /** verb -> method */
  resourceMethods: z.record(z.string(), method),
});
export type Resource = z.infer<typeof resource>;

export const apiModel = z.object({
  name: z
    .string()
    .min(1, { error: 'Model name must be non-empty', abort: true })
    .regex(/^[A-Za-z0-9]+$/, 'Model names are alphanumeric'),
  contentType: z.string().default('application/json'),
  description: z.string().optional(),
  /** JSON Schema draft 4 as text */
  schema: z.string(),
});
export type ApiModel = z.infer<typeof apiModel>;
export type ApiModelInput = z.input<typeof apiModel>;

/** AWS's own most: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
const modelSchema = z
  .string()
  .trim()
  .min(1, 'Model schema must have at least 1 property or array items defined')
  .max(400 * 1024, 'A model schema is at most 400 KB');

/** What CreateModel takes. */
export const modelInput = apiModel.extend({
  contentType: z
    .string()
    .regex(/^[^\s/;]+\/[^\s/;]+$/, 'Invalid content type specified')
    .default('application/json'),
  schema: modelSchema,
});

/** An empty description clears it; what is left out stays. */
export const modelUpdate = z.object({ description: z.string().optional(), schema: modelSchema.optional() });
export type ModelUpdate = z.infer<typeof modelUpdate>;

export const requestValidator = z.object({
  id: z.string(),
  name: z.string(),
  validateRequestParameters: z.boolean(),
  /** absent in definitions that were frozen before there was any: no */
  validateRequestBody: z.boolean().optional(),
});
export type RequestValidator = z.infer<typeof requestValidator>;

/** A whole REST API as one document: what is imported, exported, cloned, compared and frozen by a deployment. */
export const restApiDefinition = z.object({
  name: z.string(),
  description: z.string().optional(),
  version: z.string().optional(),
  /** root first; parents before children */
  resources: z.array(resource),
  models: z.array(apiModel),
  requestValidators: z.array(requestValidator),
  // What follows is absent in definitions that were frozen before it was built.
  gatewayResponses: z.array(gatewayResponse).optional(),
  binaryMediaTypes: binaryMediaTypes.optional(),
  minimumCompressionSize: minimumCompressionSize.optional(),
  apiKeySource: z.enum(apiKeySources).optional(),
  documentationParts: z.array(documentationPart).optional(),
  authorizers: z.array(authorizerInput.and(z.object({ id: z.string() }))).optional(),
  /** resource policy, JSON text */
  policy: z.string().optional(),
});
export type RestApiDefinition = z.infer<typeof restApiDefinition>;
