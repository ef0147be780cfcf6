import { z } from 'zod';
import { httpMethod } from './httpMethod';
import { integration, statusCode } from './integration';
import { parameterDocumentation } from './parameterDocumentation';

export const authorizationTypes = ['NONE', 'AWS_IAM', 'CUSTOM', 'COGNITO_USER_POOLS'] as const;

export const methodResponse = z.object({
  statusCode,
  /** `method.response.header.X` -> declared */
  responseParameters: z
    .record(
      z
        .string()
        .regex(
          /^method\.response\.header\.[A-Za-z0-9._$-]+$/,
          'Invalid mapping expression: use method.response.header.Name',
        ),
      z.boolean(),
    )
    .default({}),
  /** content type -> model name */
  responseModels: z.record(z.string(), z.string()).default({}),
  /** prose for the reference; absent: `200 response`, as AWS exports every response */
  description: z.string().optional(),
  /** `method.response.header.X` -> what the reference says of it */
  parameterDocumentation: z.record(z.string(), parameterDocumentation).optional(),
  /** maps that were sent empty: AWS tells those back and leaves out what nobody sent (recorded); in no definition */
  sentEmpty: z.array(z.enum(['responseParameters', 'responseModels'])).optional(),
});
export type MethodResponse = z.infer<typeof methodResponse>;

const requestParameterKey = z
  .string()
  .regex(
    /^method\.request\.(path|querystring|header)\.[A-Za-z0-9._$-]+$/,
    'Invalid parameter: use method.request.path|querystring|header.Name',
  );

/** What PutMethod takes. */
export const methodInput = z
  .object({
    /** Kept as imported; the engine refuses calls of any method that is not NONE until it knows that authorizer. */
    authorizationType: z.enum(authorizationTypes).default('NONE'),
    authorizerId: z.string().optional(),
    /** COGNITO_USER_POOLS: an access token needs one of them; empty: an id token is asked for */
    authorizationScopes: z.array(z.string().min(1).max(256)).default([]),
    apiKeyRequired: z.boolean().default(false),
    operationName: z.string().max(255).optional(),
    requestValidatorId: z.string().optional(),
    /** `method.request.{path|querystring|header}.X` -> required */
    requestParameters: z.record(requestParameterKey, z.boolean()).default({}),
    /** content type -> model name */
    requestModels: z.record(z.string(), z.string()).default({}),
    /** Prose for the reference, which AWS keeps as documentation parts; absent: stays as it is. */
    summary: z.string().optional(),
    description: z.string().optional(),
    tags: z.array(z.string()).optional(),
    parameterDocumentation: z.record(z.string(), parameterDocumentation).optional(),
  })
  .superRefine((value, context) => {
    const names = Object.keys(value.requestParameters).map((key) => key.split('.').slice(3).join('.'));
    if (new Set(names).size < names.length)
      context.addIssue({
        code: 'custom',
        path: ['requestParameters'],
        message: 'Parameter names must be unique across querystring, header and path',
      });
  });
export type MethodInput = z.input<typeof methodInput>;

/** A method with everything below it, as GetMethod gives it. */
export const method = z.object({
  httpMethod,
  authorizationType: z.enum(authorizationTypes),
  authorizerId: z.string().optional(),
  /** absent in definitions that were frozen before there were any */
  authorizationScopes: z.array(z.string()).optional(),
  apiKeyRequired: z.boolean(),
  operationName: z.string().optional(),
  requestValidatorId: z.string().optional(),
  requestParameters: z.record(z.string(), z.boolean()),
  requestModels: z.record(z.string(), z.string()),
  /** keyed by status code */
  methodResponses: z.record(z.string(), methodResponse),
  methodIntegration: integration.optional(),
  /** prose for the reference: OpenAPI's summary, description, tags */
  summary: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  /** `method.request.{path|querystring|header}.X` or `method.request.body` -> what the reference says of it */
  parameterDocumentation: z.record(z.string(), parameterDocumentation).optional(),
});
export type Method = z.infer<typeof method>;
