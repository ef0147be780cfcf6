import { z } from 'zod';

export const authorizationTypes = ['NONE', 'AWS_IAM', 'CUSTOM', 'JWT'] as const;

const requestParameters = z.record(z.string(), z.object({ required: z.boolean().optional() }));

export const routeInput = z.object({
  /** HTTP: `GET /pets/{id}`, `ANY /{proxy+}`, `$default`; WebSocket: `$connect`, `$disconnect`, `$default` or a key of your own */
  routeKey: z.string().min(1, 'Route key is required'),
  /** `integrations/{integrationId}` */
  target: z.string().optional(),
  authorizationType: z.enum(authorizationTypes).optional(),
  authorizerId: z.string().optional(),
  authorizationScopes: z.array(z.string()).max(10).optional(),
  operationName: z.string().max(64).optional(),
  /** the rest: WebSocket APIs only */
  apiKeyRequired: z.boolean().optional(),
  modelSelectionExpression: z.string().optional(),
  /** selection key -> name of a model */
  requestModels: z.record(z.string(), z.string()).optional(),
  /** `route.request.{header|querystring}.X` */
  requestParameters: requestParameters.optional(),
  routeResponseSelectionExpression: z.string().optional(),
});
export type RouteInput = z.infer<typeof routeInput>;

export interface Route extends RouteInput {
  routeId: string;
  apiGatewayManaged?: boolean;
  apiKeyRequired: boolean;
  authorizationType: (typeof authorizationTypes)[number];
}

export const routeResponseInput = z.object({
  /** `$default` alone */
  routeResponseKey: z.string(),
  modelSelectionExpression: z.string().optional(),
  responseModels: z.record(z.string(), z.string()).optional(),
  responseParameters: requestParameters.optional(),
});
export type RouteResponseInput = z.infer<typeof routeResponseInput>;
export interface RouteResponse extends RouteResponseInput {
  routeResponseId: string;
}
