import { z } from 'zod';

export const authorizerInput = z.object({
  name: z.string().min(1, 'Name is required').max(128),
  authorizerType: z.enum(['REQUEST', 'JWT']),
  /** HTTP: `$request.header.Authorization`; WebSocket: `route.request.header.Auth` */
  identitySource: z.array(z.string()).optional(),
  /** of a function: `arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{arn}/invocations` */
  authorizerUri: z.string().optional(),
  authorizerCredentialsArn: z.string().optional(),
  authorizerPayloadFormatVersion: z.enum(['1.0', '2.0']).optional(),
  /** 0..3600 seconds; HTTP APIs only */
  authorizerResultTtlInSeconds: z.int().min(0).max(3600).optional(),
  enableSimpleResponses: z.boolean().optional(),
  identityValidationExpression: z.string().optional(),
  jwtConfiguration: z
    .object({ issuer: z.string().optional(), audience: z.array(z.string()).max(50).optional() })
    .optional(),
});
export type AuthorizerInput = z.infer<typeof authorizerInput>;
export interface Authorizer extends AuthorizerInput {
  authorizerId: string;
}
