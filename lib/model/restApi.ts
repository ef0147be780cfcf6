import { z } from 'zod';
import { authorizerInput } from './authorizer';
import { documentationPart } from './documentation';
import { gatewayResponse } from './gatewayResponse';
import { method } from './method';
import { tags } from './tag';

export const apiKeySources = ['HEADER', 'AUTHORIZER'] as const;

/** Exact (`image/png`) or with a wildcard at the right (`image/*`, `*` + `/*`); AWS never matches one at the left. */
export const binaryMediaTypes = z.array(
  z.string().regex(
    // `-` is what AWS makes of a patch to `/binaryMediaTypes/-`, and keeps (recorded).
    /^(-|[A-Za-z0-9!#$&^_.+*-]+\/[A-Za-z0-9!#$&^_.+*-]+)$/,
    'Use a media type such as image/png or image/*',
  ),
);

/** Bytes from which a response is compressed; absent: never. */
export const minimumCompressionSize = z
  .int('A size is a whole number of bytes')
  .min(0, 'Invalid minimum compression size, must be between 0 and 10485760')
  .max(10_485_760, 'Invalid minimum compression size, must be between 0 and 10485760');

export const endpointTypes = ['REGIONAL', 'EDGE', 'PRIVATE'] as const;

/**
 * What AWS's clients say of an API's endpoint. Every API is reached the same way here, whatever its type, but for one
 * rule that can be seen: a private API without a resource policy lets nobody in.
 */
export const endpointConfiguration = z.object({
  types: z
    .array(z.enum(endpointTypes, 'Invalid EndpointTypes specified. Valid options are REGIONAL,EDGE,PRIVATE'))
    .min(1, 'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.')
    .max(1, 'Cannot create an api with multiple Endpoint Types.'),
  ipAddressType: z.enum(['ipv4', 'dualstack'], 'ipAddressType must be either ipv4 or dualstack.'),
  vpcEndpointIds: z.array(z.string().max(256)).max(20).optional(),
});
export type EndpointConfiguration = z.infer<typeof endpointConfiguration>;

/** As AWS makes an API that says nothing of it. */
export const defaultEndpoint: EndpointConfiguration = { types: ['EDGE'], ipAddressType: 'ipv4' };

const consistentEndpoint = endpointConfiguration
  .refine(({ types, ipAddressType }) => types[0] !== 'PRIVATE' || ipAddressType === 'dualstack', {
    message: 'Only dualstack ipAddressType is supported for Private APIs.',
    path: ['ipAddressType'],
  })
  .refine(({ types, vpcEndpointIds = [] }) => types[0] === 'PRIVATE' || vpcEndpointIds.length === 0, {
    message: 'Only a private API has VPC endpoints.',
    path: ['vpcEndpointIds'],
  });

export const restApiInput = z.object({
  name: z.string().trim().min(1, 'Name is required').max(1024, 'Name is at most 1,024 characters'),
  description: z.string().min(1, 'Description cannot be an empty string').max(1024).optional(),
  version: z.string().max(64).optional(),
  binaryMediaTypes: binaryMediaTypes.optional(),
  minimumCompressionSize: minimumCompressionSize.optional(),
  apiKeySource: z.enum(apiKeySources).optional(),
  endpointConfiguration: consistentEndpoint.optional(),
  /** true: once deployed, only custom domain names lead to it */
  disableExecuteApiEndpoint: z.boolean().optional(),
});
export type RestApiInput = z.infer<typeof restApiInput>;

export const newRestApi = restApiInput.extend({ tags: tags.optional() });
export type NewRestApi = z.infer<typeof newRestApi>;

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
  endpointConfiguration: endpointConfiguration.optional(),
  disableExecuteApiEndpoint: z.boolean().optional(),
  documentationParts: z.array(documentationPart).optional(),
  authorizers: z.array(authorizerInput.and(z.object({ id: z.string() }))).optional(),
  /** resource policy, JSON text */
  policy: z.string().optional(),
});
export type RestApiDefinition = z.infer<typeof restApiDefinition>;
