import { z } from 'zod';
import { tags } from '../tag';

/** What AWS's second API calls an Api: an HTTP API or a WebSocket API (apigatewayv2). */
export const protocolTypes = ['HTTP', 'WEBSOCKET'] as const;
export type ProtocolType = (typeof protocolTypes)[number];

/** HTTP APIs only; live at once, without a deployment. */
export const cors = z.object({
  allowCredentials: z.boolean().optional(),
  allowHeaders: z.array(z.string()).optional(),
  allowMethods: z.array(z.string()).optional(),
  allowOrigins: z.array(z.string()).optional(),
  exposeHeaders: z.array(z.string()).optional(),
  /** seconds, -1..86400 */
  maxAge: z.int().min(-1).max(86_400).optional(),
});
export type Cors = z.infer<typeof cors>;

/** Members that clients set; defaults and what the protocol type allows are the control plane's to say. */
export const apiSettings = z.object({
  name: z.string().min(1, 'Name is required').max(128, 'Name is at most 128 characters'),
  description: z.string().max(1024).optional(),
  version: z.string().max(64).optional(),
  /** HTTP: fixed; WebSocket: needed, e.g. `$request.body.action` */
  routeSelectionExpression: z.string().optional(),
  /** WebSocket only */
  apiKeySelectionExpression: z.string().optional(),
  corsConfiguration: cors.optional(),
  disableExecuteApiEndpoint: z.boolean().optional(),
  disableSchemaValidation: z.boolean().optional(),
  ipAddressType: z.enum(['ipv4', 'dualstack']).optional(),
});
export type ApiSettings = z.infer<typeof apiSettings>;

export const apiInput = apiSettings.extend({
  protocolType: z.enum(
    protocolTypes,
    `Invalid protocol specified. Must be one of [${protocolTypes.join(', ')}]`,
  ),
  tags: tags.optional(),
  /** quick create: URL or ARN of a function; makes route, integration and an automatically deployed `$default` stage */
  target: z.string().optional(),
  /** of quick create; absent: `$default` */
  routeKey: z.string().optional(),
  /** of quick create */
  credentialsArn: z.string().optional(),
});
export type ApiInput = z.infer<typeof apiInput>;

/** What is left out stays; target, routeKey and credentialsArn change what quick create made. */
export const apiUpdate = apiSettings.partial().extend({
  target: z.string().optional(),
  routeKey: z.string().optional(),
  credentialsArn: z.string().optional(),
});
export type ApiUpdate = z.infer<typeof apiUpdate>;

export interface Api extends z.infer<typeof apiSettings> {
  apiId: string;
  protocolType: ProtocolType;
  /** `https://{apiId}.execute-api...` or `wss://...`, as this installation is reached */
  apiEndpoint: string;
  /** made by quick create */
  apiGatewayManaged?: boolean;
  routeSelectionExpression: string;
  disableExecuteApiEndpoint: boolean;
  ipAddressType: 'ipv4' | 'dualstack';
  /** ms since the epoch */
  createdDate: number;
  tags: Record<string, string>;
  importInfo?: string[];
  warnings?: string[];
}
