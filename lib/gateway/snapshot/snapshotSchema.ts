import { z } from 'zod';
import { gatewayResponses } from '../responses/gatewayResponses';
import {
  accessLogSettings,
  apiDeploymentSchema,
  apiSchema,
  apiStageSchema,
  executionLog,
} from './apiSchemas';
import { GLOB } from './headerGlob';
import { type CustomisableResponseType, SNAPSHOT_FORMAT, type Snapshot } from './types';

/*
 * The strict shape of what types.ts describes: a field that this engine does not know may carry a rule that it
 * would not keep, so the whole document is refused (reliability.md F11).
 */
const customisableTypes = Object.keys(gatewayResponses).filter(
  (type): type is CustomisableResponseType => type !== 'FORBIDDEN' && type !== 'REQUEST_URI_TOO_LONG',
);

const text = z.string();
const count = z.number().int().min(0);
const texts = z.record(text, text);
const flags = z.record(text, z.boolean());

const throttle = z.strictObject({ rateLimit: z.number().min(0), burstLimit: count });
const throttles = z.record(text, throttle);
const quota = z.strictObject({ limit: count, offset: count, period: z.enum(['DAY', 'WEEK', 'MONTH']) });

const statusCode = z.string().regex(/^[2-5]\d\d$/);
const verb = z.enum(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'ANY']);

const contentHandling = z.enum(['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT']);

const integrationResponse = z.strictObject({
  statusCode,
  selectionPattern: text.optional(),
  responseParameters: texts,
  responseTemplates: texts,
  contentHandling: contentHandling.optional(),
});

const integration = z.strictObject({
  type: z.enum(['HTTP', 'HTTP_PROXY', 'MOCK', 'AWS', 'AWS_PROXY']),
  credentials: text.optional(),
  httpMethod: verb.optional(),
  uri: text.optional(),
  requestParameters: texts,
  requestTemplates: texts,
  contentHandling: contentHandling.optional(),
  passthroughBehavior: z.enum(['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER']),
  timeoutInMillis: z.number().int().min(50).max(900_000),
  tlsConfig: z.strictObject({ insecureSkipVerification: z.boolean() }).optional(),
  connectionType: z.enum(['INTERNET', 'VPC_LINK']).optional(),
  connectionId: text.optional(),
  responseTransferMode: z.enum(['BUFFERED', 'STREAM']).optional(),
  cacheNamespace: text.optional(),
  cacheKeyParameters: z.array(text).optional(),
  integrationResponses: z.record(statusCode, integrationResponse),
});

const method = z.strictObject({
  httpMethod: verb,
  authorizationType: text,
  authorizerId: text.optional(),
  authorizationScopes: z.array(text).optional(),
  apiKeyRequired: z.boolean(),
  operationName: text.optional(),
  requestValidatorId: text.optional(),
  requestParameters: flags,
  requestModels: texts.optional(),
  methodResponses: z.record(statusCode, z.strictObject({ statusCode, responseParameters: flags })),
  methodIntegration: integration.optional(),
});

const gatewayResponse = z.strictObject({
  responseType: z.enum(customisableTypes),
  statusCode: z
    .string()
    .regex(/^[2-5]\d\d$/)
    .optional(),
  responseParameters: texts,
  responseTemplates: texts,
});

const authorizer = z.strictObject({
  id: text.min(1),
  name: text,
  type: z.enum(['TOKEN', 'REQUEST', 'COGNITO_USER_POOLS']),
  authorizerUri: text.optional(),
  authorizerCredentials: text.optional(),
  identitySource: text.optional(),
  identityValidationExpression: text.optional(),
  authorizerResultTtlInSeconds: count.max(3600),
  providerARNs: z.array(text),
});

export const deploymentSchema = z.strictObject({
  deploymentId: text.min(1),
  restApiId: text.min(1),
  name: text,
  resources: z.array(
    z.strictObject({ id: text, path: text, resourceMethods: z.partialRecord(verb, method) }),
  ),
  requestValidators: z.array(
    z.strictObject({
      id: text,
      validateRequestParameters: z.boolean(),
      validateRequestBody: z.boolean().optional(),
    }),
  ),
  binaryMediaTypes: z.array(text).optional(),
  models: z.array(z.strictObject({ name: text, contentType: text, schema: text })).optional(),
  gatewayResponses: z.array(gatewayResponse).optional(),
  minimumCompressionSize: count.optional(),
  authorizers: z.array(authorizer).optional(),
  policy: text.optional(),
  apiKeySource: z.enum(['HEADER', 'AUTHORIZER']).optional(),
  disableExecuteApiEndpoint: z.boolean().optional(),
  isPrivate: z.boolean().optional(),
});

const caching = z.strictObject({
  cachingEnabled: z.boolean(),
  cacheTtlInSeconds: count.max(3600),
  requireAuthorizationForCacheControl: z.boolean(),
  unauthorizedCacheControlHeaderStrategy: z.enum([
    'FAIL_WITH_403',
    'SUCCEED_WITH_RESPONSE_HEADER',
    'SUCCEED_WITHOUT_RESPONSE_HEADER',
  ]),
});

const canary = z.strictObject({
  percentTraffic: z.number().min(0).max(100),
  deploymentId: text.min(1),
  stageVariableOverrides: texts,
  useStageCache: z.boolean(),
});

const stage = z.strictObject({
  restApiId: text.min(1),
  stageName: text.min(1),
  deploymentId: text.min(1),
  variables: texts,
  throttle: throttle.optional(),
  methodThrottles: throttles,
  cacheBytes: count.optional(),
  caching: caching.optional(),
  methodCaching: z.record(text, caching).optional(),
  canary: canary.optional(),
  clientCertificateId: text.optional(),
  maximumTimeoutInMillis: count.min(29_000).max(900_000).optional(),
  accessLogSettings: accessLogSettings.optional(),
  executionLog: executionLog.optional(),
});

const clientCertificate = z.strictObject({
  clientCertificateId: text.min(1),
  certificate: text,
  privateKey: text,
});

const vpcLink = z.strictObject({
  id: text.min(1),
  name: text,
  targets: z.array(text).min(1),
  healthCheck: z
    .strictObject({
      protocol: z.enum(['TCP', 'HTTP', 'HTTPS']),
      path: text,
      intervalSeconds: count.min(1),
      timeoutSeconds: count.min(1),
      healthyThreshold: count.min(1),
      unhealthyThreshold: count.min(1),
    })
    .optional(),
  caCertificate: text.optional(),
  certificate: text.optional(),
  privateKey: text.optional(),
});

const headerCondition = z.strictObject({
  header: text.min(1),
  valueGlob: z.string().regex(GLOB, 'has a wildcard in its middle'),
});
const routingRule = z.strictObject({
  routingRuleId: text.min(1),
  priority: count,
  conditions: z.array(
    z.strictObject({
      matchHeaders: z.strictObject({ anyOf: z.array(headerCondition) }).optional(),
      matchBasePaths: z.strictObject({ anyOf: z.array(text.min(1)) }).optional(),
    }),
  ),
  restApiId: text.min(1),
  stageName: text.min(1),
  stripBasePath: z.boolean(),
});

const domainName = z.strictObject({
  domainName: text.min(1),
  basePathMappings: z.array(
    z.strictObject({
      // API mappings may have several parts; an empty part would never be found
      basePath: z.string().regex(/^([^/]+(\/[^/]+)*)?$/, 'has an empty part'),
      restApiId: text.min(1),
      stageName: text,
    }),
  ),
  routingMode: z.enum(['ROUTING_RULE_ONLY', 'ROUTING_RULE_THEN_BASE_PATH_MAPPING']).optional(),
  routingRules: z.array(routingRule).optional(),
});

const iamUser = z.strictObject({ userName: text, userId: text, arn: text, policies: z.array(text) });
const iamRole = z.strictObject({
  roleName: text,
  roleId: text,
  arn: text,
  assumeRolePolicyDocument: text,
  policies: z.array(text),
});
const accessKey = z.strictObject({ accessKeyId: text.min(16), secretAccessKey: text.min(1), userName: text });
const userPool = z.strictObject({
  arn: text,
  issuer: text,
  jwks: z.strictObject({ keys: z.array(z.record(text, z.unknown())) }),
  clientIds: z.array(text),
});
const services = z.strictObject({
  endpoints: texts,
  credentials: z
    .strictObject({ accessKeyId: text, secretAccessKey: text, sessionToken: text.optional() })
    .optional(),
});

const usagePlan = z.strictObject({
  id: text.min(1),
  name: text,
  apiStages: z.record(text, throttles),
  throttle: throttle.optional(),
  quota: quota.optional(),
});

const asciiId = z.string().regex(/^[!-~]{1,255}$/, 'is not 1 to 255 letters of ASCII');

const apiKey = z.strictObject({
  id: asciiId,
  // 43 letters hold 258 bits: the last two must be 0, so that one hash has one spelling.
  valueHash: z.string().regex(/^[\w-]{42}[AEIMQUYcgkosw048]$/, 'is not 32 bytes in base64url'),
  enabled: z.boolean(),
  expiresAt: z.number().optional(),
  usagePlanIds: z.array(text),
  quotaOwnerId: asciiId.optional(),
});

export const snapshotSchema: z.ZodType<Snapshot> = z.strictObject({
  format: z.literal(SNAPSHOT_FORMAT),
  // 0: the snapshot of a database in which nothing was published yet
  revision: count,
  revisedAt: count,
  basis: count.nullable(),
  account: z.strictObject({
    accountId: text,
    region: text,
    throttle,
    egressAllowList: z.array(text),
  }),
  deployments: z.array(deploymentSchema),
  stages: z.array(stage),
  usagePlans: z.array(usagePlan),
  apiKeys: z.array(apiKey),
  removedApiKeyIds: z.array(text),
  clientCertificates: z.array(clientCertificate).optional(),
  vpcLinks: z.array(vpcLink).optional(),
  domainNames: z.array(domainName).optional(),
  iamUsers: z.array(iamUser).optional(),
  accessKeys: z.array(accessKey).optional(),
  iamRoles: z.array(iamRole).optional(),
  userPools: z.array(userPool).optional(),
  services: services.optional(),
  apis: z.array(apiSchema).optional(),
  apiStages: z.array(apiStageSchema).optional(),
  apiDeployments: z.array(apiDeploymentSchema).optional(),
});
