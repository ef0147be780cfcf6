/**
 * The document that the engine runs. Names are AWS's
 * (https://docs.aws.amazon.com/apigateway/latest/api/API_Operations.html); the control plane builds it, the
 * engine compiles it. Plain JSON: it crosses process borders and lies on disk.
 */

import type { ResponseType } from '../GatewayError';
import type {
  AccessLogSettingsDocument,
  ApiDeploymentDocument,
  ApiDocument,
  ApiStageDocument,
  ExecutionLogDocument,
} from './apiTypes';

export type CustomisableResponseType = Exclude<ResponseType, 'FORBIDDEN' | 'REQUEST_URI_TOO_LONG'>;

/** Raised when a field changes its meaning; an engine refuses every other number. */
export const SNAPSHOT_FORMAT = 1;

/** Token bucket: `rateLimit` tokens a second, at most `burstLimit` at once. */
export interface Throttle {
  rateLimit: number;
  burstLimit: number;
}

export interface Quota {
  limit: number;
  offset: number;
  period: 'DAY' | 'WEEK' | 'MONTH';
}

export type IntegrationType = 'HTTP' | 'HTTP_PROXY' | 'MOCK' | 'AWS' | 'AWS_PROXY';

/** Absent: the body's kind follows from content types alone. */
export type ContentHandling = 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';

export interface IntegrationResponseDocument {
  statusCode: string;
  /** Regular expression over the backend's status code; absent or '' marks the default response. */
  selectionPattern?: string;
  /** `method.response.header.X` -> mapping expression */
  responseParameters: Record<string, string>;
  /** media type -> template */
  responseTemplates: Record<string, string>;
  contentHandling?: ContentHandling;
}

export interface IntegrationDocument {
  type: IntegrationType;
  /** Verb sent to the backend; `ANY` sends the caller's. Absent for MOCK. */
  httpMethod?: string;
  /** ARN of a role, `arn:aws:iam::*:user/*` (the caller's own), absent: the function's own permissions */
  credentials?: string;
  /** http(s) URL, or for AWS and AWS_PROXY `arn:aws:apigateway:{region}:{service}:path|action/...`; may hold `{pathParameter}` and `${stageVariables.name}`. Absent for MOCK. */
  uri?: string;
  /** `integration.request.{header|querystring|path}.X` -> mapping expression */
  requestParameters: Record<string, string>;
  requestTemplates: Record<string, string>;
  contentHandling?: ContentHandling;
  passthroughBehavior: 'WHEN_NO_MATCH' | 'WHEN_NO_TEMPLATES' | 'NEVER';
  /** 50..900000; counts up to what the stage allows (StageDocument.maximumTimeoutInMillis) */
  timeoutInMillis: number;
  tlsConfig?: { insecureSkipVerification: boolean };
  /** absent: INTERNET */
  connectionType?: 'INTERNET' | 'VPC_LINK';
  /** id of a VPC link, or `${stageVariables.name}`; the URI then gives only scheme, Host and path */
  connectionId?: string;
  /** absent: BUFFERED. STREAM: answers of any size and up to 15 minutes, never cached or compressed */
  responseTransferMode?: 'BUFFERED' | 'STREAM';
  /** absent: the resource's id */
  cacheNamespace?: string;
  /** `method.request.{path|querystring|header}.X` or `integration.request.{...}.X` */
  cacheKeyParameters?: string[];
  /** keyed by status code */
  integrationResponses: Record<string, IntegrationResponseDocument>;
}

export interface MethodResponseDocument {
  statusCode: string;
  /** `method.response.header.X` -> declared */
  responseParameters: Record<string, boolean>;
}

export interface MethodDocument {
  /** DELETE GET HEAD OPTIONS PATCH POST PUT ANY */
  httpMethod: string;
  /** NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS; anything else is refused: what cannot be checked is never "open" */
  authorizationType: string;
  /** of DeploymentDocument.authorizers */
  authorizerId?: string;
  authorizationScopes?: string[];
  apiKeyRequired: boolean;
  operationName?: string;
  requestValidatorId?: string;
  /** `method.request.{path|querystring|header}.X` -> required */
  requestParameters: Record<string, boolean>;
  /** content type or `$default` -> name of a model */
  requestModels?: Record<string, string>;
  methodResponses: Record<string, MethodResponseDocument>;
  methodIntegration?: IntegrationDocument;
}

export interface ResourceDocument {
  id: string;
  /** full template, e.g. `/pets/{petId}` or `/{proxy+}` */
  path: string;
  resourceMethods: Record<string, MethodDocument>;
}

export interface RequestValidatorDocument {
  id: string;
  validateRequestParameters: boolean;
  /** absent: bodies are not checked */
  validateRequestBody?: boolean;
}

export interface ModelDocument {
  name: string;
  contentType: string;
  /** JSON Schema draft 4 as text */
  schema: string;
}

/** What an API answers in place of a built-in error. */
export interface GatewayResponseDocument {
  responseType: CustomisableResponseType;
  /** absent: the type's own */
  statusCode?: string;
  /** `gatewayresponse.header.X` -> mapping expression */
  responseParameters: Record<string, string>;
  /** media type -> body with names to replace; empty: the built-in body */
  responseTemplates: Record<string, string>;
}

export interface AuthorizerDocument {
  id: string;
  name: string;
  type: 'TOKEN' | 'REQUEST' | 'COGNITO_USER_POOLS';
  /** `arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{functionArn}/invocations` */
  authorizerUri?: string;
  authorizerCredentials?: string;
  identitySource?: string;
  identityValidationExpression?: string;
  /** 0..3600 */
  authorizerResultTtlInSeconds: number;
  /** ARNs of user pools, or https issuers */
  providerARNs: string[];
}

/** What CreateDeployment froze; never changes under its id. */
export interface DeploymentDocument {
  deploymentId: string;
  restApiId: string;
  name: string;
  resources: ResourceDocument[];
  requestValidators: RequestValidatorDocument[];
  /** absent in deployments that were made before there were any */
  gatewayResponses?: GatewayResponseDocument[];
  models?: ModelDocument[];
  /** e.g. `image/png`, `image/*`; absent: none */
  binaryMediaTypes?: string[];
  /** bytes; absent: responses are never compressed */
  minimumCompressionSize?: number;
  authorizers?: AuthorizerDocument[];
  /** resource policy, JSON text */
  policy?: string;
  /** absent: HEADER */
  apiKeySource?: 'HEADER' | 'AUTHORIZER';
  /** true: the API's own address leads nowhere; custom domain names do */
  disableExecuteApiEndpoint?: boolean;
  /** true: without a resource policy nobody may call it */
  isPrivate?: boolean;
}

/** What a method's answers are cached by; a stage without a cache has none of it in effect. */
export interface CachingDocument {
  cachingEnabled: boolean;
  /** 0..3600; 0: not cached */
  cacheTtlInSeconds: number;
  requireAuthorizationForCacheControl: boolean;
  unauthorizedCacheControlHeaderStrategy:
    | 'FAIL_WITH_403'
    | 'SUCCEED_WITH_RESPONSE_HEADER'
    | 'SUCCEED_WITHOUT_RESPONSE_HEADER';
}

export interface CanaryDocument {
  /** 0..100 */
  percentTraffic: number;
  deploymentId: string;
  /** laid over the stage's variables */
  stageVariableOverrides: Record<string, string>;
  useStageCache: boolean;
}

/** Small and live: changes without a deployment. */
export interface StageDocument {
  restApiId: string;
  stageName: string;
  deploymentId: string;
  variables: Record<string, string>;
  /** the setting key `*` + `/*`; absent: only the account's throttle counts */
  throttle?: Throttle;
  /** `/pets/{petId}/GET` -> throttle, wins over the stage's default */
  methodThrottles: Record<string, Throttle>;
  /** bytes that the stage's cache may hold; absent: the stage has no cache */
  cacheBytes?: number;
  /** for GET methods that have no own entry; absent: none is cached */
  caching?: CachingDocument;
  /** `/pets/{petId}/GET` -> whole setting of that method, whatever its verb */
  methodCaching?: Record<string, CachingDocument>;
  canary?: CanaryDocument;
  /** shown to HTTP backends */
  clientCertificateId?: string;
  /** absent: AWS's 29,000 */
  maximumTimeoutInMillis?: number;
  /** absent: the stage keeps none */
  accessLogSettings?: AccessLogSettingsDocument;
  /** absent: the stage keeps none */
  executionLog?: ExecutionLogDocument;
}

export interface ClientCertificateDocument {
  clientCertificateId: string;
  /** PEM */
  certificate: string;
  privateKey: string;
}

/** An IAM user as the engine checks it. */
export interface IamUserDocument {
  userName: string;
  userId: string;
  arn: string;
  /** JSON texts of inline and attached policies */
  policies: string[];
}

/** An IAM role: whose temporary credentials sign, and in whose name functions are called. */
export interface IamRoleDocument {
  roleName: string;
  roleId: string;
  arn: string;
  /** JSON text of its trust policy */
  assumeRolePolicyDocument: string;
  /** JSON texts of inline and attached policies */
  policies: string[];
}

export interface AccessKeyDocument {
  accessKeyId: string;
  secretAccessKey: string;
  userName: string;
}

export interface UserPoolDocument {
  arn: string;
  issuer: string;
  /** public keys (RFC 7517) */
  jwks: { keys: Record<string, unknown>[] };
  clientIds: string[];
}

/** Where AWS services are reached, and as whom. */
export interface ServicesDocument {
  /** service (`sqs`, `dynamodb`, `lambda`) -> base URL; a service without one is AWS's own, by region */
  endpoints: Record<string, string>;
  /** signs calls; absent: services that are not on this machine are refused */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
}

/** Targets that calls of private integrations are spread over. */
export interface VpcLinkDocument {
  id: string;
  name: string;
  /** `host:port` */
  targets: string[];
  healthCheck?: {
    protocol: 'TCP' | 'HTTP' | 'HTTPS';
    path: string;
    intervalSeconds: number;
    timeoutSeconds: number;
    healthyThreshold: number;
    unhealthyThreshold: number;
  };
  /** PEM: trusted instead of the system's authorities */
  caCertificate?: string;
  /** PEM, for mutual TLS; both or neither */
  certificate?: string;
  privateKey?: string;
}

export interface UsagePlanDocument {
  id: string;
  name: string;
  /** `apiId:stage` -> throttles by `/path/VERB` (plan-method level) */
  apiStages: Record<string, Record<string, Throttle>>;
  throttle?: Throttle;
  quota?: Quota;
}

export interface ApiKeyDocument {
  /** ASCII, 255 letters at most */
  id: string;
  /**
   * Keyed hash of the value (ports.hashApiKey): 32 bytes in base64url. The value itself never reaches the engine's
   * configuration.
   */
  valueHash: string;
  enabled: boolean;
  /** ms since the epoch; a rotated key works until then */
  expiresAt?: number;
  usagePlanIds: readonly string[];
  /**
   * Under what name its calls are counted against a plan's quota: keys that share one share the quota. ASCII, 1 to 255
   * letters; absent: the key's own id, as AWS counts.
   */
  quotaOwnerId?: string;
}

/** A custom domain name, live at once: no deployment freezes it. */
export interface DomainNameDocument {
  /** lower case; `*.example.com` stands for every name one label below */
  domainName: string;
  basePathMappings: {
    /** one part of a path or several (`orders/v2`: API mappings); '' for AWS's `(none)` */
    basePath: string;
    /** id of a REST, HTTP or WebSocket API */
    restApiId: string;
    /** '': the path's next part names the stage */
    stageName: string;
  }[];
  /** absent: base path mappings only */
  routingMode?: 'ROUTING_RULE_ONLY' | 'ROUTING_RULE_THEN_BASE_PATH_MAPPING';
  /** asked only where the routing mode says so */
  routingRules?: RoutingRuleDocument[];
}

export interface RoutingRuleDocument {
  routingRuleId: string;
  /** lowest first */
  priority: number;
  /** all must hold; none: every call */
  conditions: {
    /** header names in any letter case; a value with a wildcard at its beginning, its end or both */
    matchHeaders?: { anyOf: { header: string; valueGlob: string }[] };
    /** parts of a path, without a slash before and after them */
    matchBasePaths?: { anyOf: string[] };
  }[];
  restApiId: string;
  stageName: string;
  /** true: the base path that matched is no part of the path that the API sees */
  stripBasePath: boolean;
}

export interface AccountDocument {
  accountId: string;
  region: string;
  throttle: Throttle;
  /** `host:port`, `host` or CIDR that an administrator allows although the egress guard would refuse it */
  egressAllowList: string[];
}

/**
 * One publication. `basis` null: complete; `apiKeys` and `removedApiKeyIds` are then laid over the table of stored
 * keys that comes with it, or are all keys where none comes. Otherwise the change since revision `basis`:
 * `deployments` and `apiKeys` hold only what is new or changed, while `account`, `stages` and `usagePlans` are
 * always whole. An engine that does not stand at `basis` asks for a complete one.
 */
export interface Snapshot {
  format: number;
  revision: number;
  /** ms since the epoch: when that revision was made. The two together are one state of one database. */
  revisedAt: number;
  basis: number | null;
  account: AccountDocument;
  deployments: DeploymentDocument[];
  stages: StageDocument[];
  usagePlans: UsagePlanDocument[];
  apiKeys: ApiKeyDocument[];
  removedApiKeyIds: string[];
  /** always whole; absent: none */
  clientCertificates?: ClientCertificateDocument[];
  vpcLinks?: VpcLinkDocument[];
  domainNames?: DomainNameDocument[];
  iamUsers?: IamUserDocument[];
  /** only those that are active */
  accessKeys?: AccessKeyDocument[];
  iamRoles?: IamRoleDocument[];
  userPools?: UserPoolDocument[];
  services?: ServicesDocument;
  /** HTTP and WebSocket APIs and their stages, always whole; absent: none */
  apis?: ApiDocument[];
  apiStages?: ApiStageDocument[];
  /** of a change only what is new, as `deployments` */
  apiDeployments?: ApiDeploymentDocument[];
}
