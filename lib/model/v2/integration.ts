import { z } from 'zod';

export const integrationTypes = ['AWS', 'HTTP', 'MOCK', 'HTTP_PROXY', 'AWS_PROXY'] as const;
/** '' takes it away, as it does every text of an update */
const contentHandlingStrategy = z
  .enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'])
  .or(z.literal('').transform(() => undefined));

export const integrationInput = z.object({
  /** HTTP APIs: AWS_PROXY and HTTP_PROXY alone */
  integrationType: z.enum(integrationTypes),
  /** verb sent to the backend, or ANY */
  integrationMethod: z.string().optional(),
  /** URL, ARN of a function, or an `arn:aws:apigateway:...` URI */
  integrationUri: z.string().optional(),
  /** first-class AWS services of HTTP APIs, e.g. `SQS-SendMessage` */
  integrationSubtype: z.string().optional(),
  payloadFormatVersion: z.enum(['1.0', '2.0']).optional(),
  credentialsArn: z.string().optional(),
  connectionType: z.enum(['INTERNET', 'VPC_LINK']).optional(),
  connectionId: z.string().optional(),
  contentHandlingStrategy: contentHandlingStrategy.optional(),
  description: z.string().max(1024).optional(),
  passthroughBehavior: z.enum(['WHEN_NO_MATCH', 'NEVER', 'WHEN_NO_TEMPLATES']).optional(),
  /** HTTP: `overwrite:header.X` -> value, or the subtype's parameters; WebSocket: `integration.request...` -> expression */
  requestParameters: z.record(z.string(), z.string()).optional(),
  /** HTTP only: status code -> `append:header.X` -> value */
  responseParameters: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  requestTemplates: z.record(z.string(), z.string()).optional(),
  templateSelectionExpression: z.string().optional(),
  /** HTTP 50..30000, WebSocket 50..29000 */
  timeoutInMillis: z.int().min(50).max(30_000).optional(),
  tlsConfig: z.object({ serverNameToVerify: z.string().optional() }).optional(),
});
export type IntegrationInput = z.infer<typeof integrationInput>;

export interface Integration extends IntegrationInput {
  integrationId: string;
  apiGatewayManaged?: boolean;
  /** WebSocket, not of proxies: fixed by the integration's type */
  integrationResponseSelectionExpression?: string;
}

/** WebSocket only. */
export const integrationResponseInput = z.object({
  /** `$default` or `/2\d\d/` */
  integrationResponseKey: z.string(),
  contentHandlingStrategy: contentHandlingStrategy.optional(),
  responseParameters: z.record(z.string(), z.string()).optional(),
  responseTemplates: z.record(z.string(), z.string()).optional(),
  templateSelectionExpression: z.string().optional(),
});
export type IntegrationResponseInput = z.infer<typeof integrationResponseInput>;
export interface IntegrationResponse extends IntegrationResponseInput {
  integrationResponseId: string;
}
