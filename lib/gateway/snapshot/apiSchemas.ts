import { z } from 'zod';
import type { ApiDeploymentDocument, ApiDocument, ApiStageDocument } from './apiTypes';

/* The strict shape of apiTypes.ts, for the reason that snapshotSchema.ts gives. */
const text = z.string();
const id = text.min(1);
const texts = z.record(text, text);
const count = z.number().int().min(0);
const contentHandlingStrategy = z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']);
const protocolType = z.enum(['HTTP', 'WEBSOCKET']);

const route = z.strictObject({
  routeId: id,
  routeKey: id,
  authorizationType: z.enum(['NONE', 'AWS_IAM', 'CUSTOM', 'JWT']),
  authorizerId: text.optional(),
  authorizationScopes: z.array(text).optional(),
  target: text.optional(),
  operationName: text.optional(),
  apiKeyRequired: z.boolean().optional(),
  modelSelectionExpression: text.optional(),
  requestModels: texts.optional(),
  requestParameters: z.record(text, z.strictObject({ required: z.boolean().optional() })).optional(),
  routeResponseSelectionExpression: text.optional(),
  routeResponses: z.array(z.strictObject({ routeResponseKey: text })).optional(),
});

const integrationResponse = z.strictObject({
  integrationResponseKey: id,
  contentHandlingStrategy: contentHandlingStrategy.optional(),
  responseParameters: texts.optional(),
  responseTemplates: texts.optional(),
  templateSelectionExpression: text.optional(),
});

const integration = z.strictObject({
  integrationId: id,
  integrationType: z.enum(['AWS', 'HTTP', 'MOCK', 'HTTP_PROXY', 'AWS_PROXY']),
  integrationMethod: text.optional(),
  integrationUri: text.optional(),
  integrationSubtype: text.optional(),
  payloadFormatVersion: z.enum(['1.0', '2.0']).optional(),
  credentialsArn: text.optional(),
  connectionType: z.enum(['INTERNET', 'VPC_LINK']).optional(),
  connectionId: text.optional(),
  contentHandlingStrategy: contentHandlingStrategy.optional(),
  passthroughBehavior: z.enum(['WHEN_NO_MATCH', 'NEVER', 'WHEN_NO_TEMPLATES']).optional(),
  requestParameters: texts.optional(),
  responseParameters: z.record(text.regex(/^[2-5]\d\d$/), texts).optional(),
  requestTemplates: texts.optional(),
  templateSelectionExpression: text.optional(),
  timeoutInMillis: z.number().int().min(50).max(30_000).optional(),
  tlsConfig: z.strictObject({ serverNameToVerify: text.optional() }).optional(),
  integrationResponses: z.array(integrationResponse).optional(),
});

const authorizer = z.strictObject({
  authorizerId: id,
  name: text,
  authorizerType: z.enum(['REQUEST', 'JWT']),
  identitySource: z.array(text).optional(),
  authorizerUri: text.optional(),
  authorizerCredentialsArn: text.optional(),
  authorizerPayloadFormatVersion: z.enum(['1.0', '2.0']).optional(),
  authorizerResultTtlInSeconds: count.max(3600).optional(),
  enableSimpleResponses: z.boolean().optional(),
  jwtConfiguration: z
    .strictObject({ issuer: text.optional(), audience: z.array(text).optional() })
    .optional(),
});

const model = z.strictObject({ modelId: id, name: id, contentType: text.optional(), schema: text });

export const apiDeploymentSchema: z.ZodType<ApiDeploymentDocument> = z.strictObject({
  deploymentId: id,
  apiId: id,
  protocolType,
  name: text,
  routeSelectionExpression: text,
  apiKeySelectionExpression: text.optional(),
  disableSchemaValidation: z.boolean().optional(),
  routes: z.array(route),
  integrations: z.array(integration),
  authorizers: z.array(authorizer),
  models: z.array(model),
});

const cors = z.strictObject({
  allowCredentials: z.boolean().optional(),
  allowHeaders: z.array(text).optional(),
  allowMethods: z.array(text).optional(),
  allowOrigins: z.array(text).optional(),
  exposeHeaders: z.array(text).optional(),
  maxAge: z.number().int().min(-1).max(86_400).optional(),
});

export const apiSchema: z.ZodType<ApiDocument> = z.strictObject({
  apiId: id,
  protocolType,
  name: text,
  corsConfiguration: cors.optional(),
  disableExecuteApiEndpoint: z.boolean().optional(),
});

const routeSettings = z.strictObject({
  throttlingBurstLimit: count.optional(),
  throttlingRateLimit: z.number().min(0).optional(),
  detailedMetricsEnabled: z.boolean().optional(),
  loggingLevel: z.enum(['ERROR', 'INFO', 'OFF']).optional(),
  dataTraceEnabled: z.boolean().optional(),
});

/** of stages of every kind */
export const accessLogSettings = z.strictObject({ logGroupName: text.min(1), format: text.min(1) });

const executionLogSetting = z.strictObject({
  level: z.enum(['OFF', 'ERROR', 'INFO']),
  dataTrace: z.boolean(),
});
/** of stages of REST and WebSocket APIs */
export const executionLog = z.strictObject({
  logGroupName: text.min(1),
  every: executionLogSetting.optional(),
  own: z.record(text, executionLogSetting),
});

export const apiStageSchema: z.ZodType<ApiStageDocument> = z.strictObject({
  apiId: id,
  stageName: id,
  deploymentId: id.optional(),
  stageVariables: texts,
  defaultRouteSettings: routeSettings.optional(),
  routeSettings: z.record(text, routeSettings).optional(),
  clientCertificateId: text.optional(),
  accessLogSettings: accessLogSettings.optional(),
  executionLog: executionLog.optional(),
});
