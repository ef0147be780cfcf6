import { z } from 'zod';
import { functionArnInUri } from './functionArn';

export const authorizerTypes = ['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS'] as const;

const name = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,128}$/, 'An authorizer name is 1 to 128 letters, digits, - and _');

/** arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations */
export const functionInvocationUri = z.string().refine((uri) => functionArnInUri(uri) !== undefined, {
  error: ({ input }) =>
    `Invalid Authorizer URI: ${String(input).slice(0, 400)}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
});

export const authorizerInput = z
  .object({
    name,
    type: z.enum(authorizerTypes),
    /** free text that only OpenAPI documents carry, x-amazon-apigateway-authtype */
    authType: z.string().min(1).max(256).optional(),
    authorizerUri: functionInvocationUri.optional(),
    authorizerCredentials: z.string().max(2048).optional(),
    /** TOKEN, COGNITO_USER_POOLS: one method.request.header.X; REQUEST: comma list, needed while results are cached */
    identitySource: z.string().max(1024).optional(),
    identityValidationExpression: z.string().max(1024).optional(),
    authorizerResultTtlInSeconds: z
      .int('Result caching is 0 to 3600 seconds')
      .min(0, 'Result caching is 0 to 3600 seconds')
      .max(3600, 'Result caching is 0 to 3600 seconds')
      .default(300),
    /** ARNs of user pools, or https issuers of OpenID Connect */
    providerARNs: z.array(z.string().max(2048)).default([]),
  })
  .superRefine((value, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const sources = value.identitySource?.split(',').map((source) => source.trim()) ?? [];
    if (value.type === 'COGNITO_USER_POOLS') {
      if (value.providerARNs.length === 0) refuse('providerARNs', 'Name a user pool or an issuer');
    } else if (!value.authorizerUri) refuse('authorizerUri', 'Choose a function');
    if (value.type !== 'REQUEST') {
      if (sources.length !== 1 || !/^method\.request\.header\.[A-Za-z0-9._-]+$/.test(sources[0] ?? ''))
        refuse('identitySource', 'Use one header: method.request.header.Name');
    } else if (sources.length === 0 && value.authorizerResultTtlInSeconds > 0)
      refuse('identitySource', 'Caching needs at least one identity source');
    if (
      value.type === 'REQUEST' &&
      !sources.every((source) =>
        /^(method\.request\.(header|querystring)|stageVariables|context)\.[A-Za-z0-9._-]+$/.test(source),
      )
    )
      refuse(
        'identitySource',
        'Use method.request.header.X, method.request.querystring.X, stageVariables.X or context.X',
      );
  });
export type AuthorizerInput = z.input<typeof authorizerInput>;
export type Authorizer = z.infer<typeof authorizerInput> & { id: string };

/** What TestInvokeAuthorizer answers. */
export interface AuthorizerTrial {
  clientStatus: number;
  log: string;
  latency: number;
  principalId?: string;
  policy?: string;
  claims?: Record<string, string>;
  context?: Record<string, string>;
}
