/**
 * HTTP APIs and WebSocket APIs (apigatewayv2) in the document that the engine runs. Names are AWS's
 * (https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/operations.html). Plain JSON.
 */

export interface ParameterConstraints {
  required?: boolean;
}

export interface RouteResponseDocument {
  /** `$default` */
  routeResponseKey: string;
}

export interface RouteDocument {
  routeId: string;
  /** HTTP: `GET /pets/{id}`, `ANY /{proxy+}`, `$default`; WebSocket: `$connect`, `$disconnect`, `$default` or an own key */
  routeKey: string;
  /** anything that the engine cannot check is refused: never "open" */
  authorizationType: 'NONE' | 'AWS_IAM' | 'CUSTOM' | 'JWT';
  /** of ApiDeploymentDocument.authorizers */
  authorizerId?: string;
  authorizationScopes?: string[];
  /** `integrations/{integrationId}`; absent: AWS answers 500 */
  target?: string;
  operationName?: string;
  /** the rest: WebSocket only */
  apiKeyRequired?: boolean;
  modelSelectionExpression?: string;
  requestModels?: Record<string, string>;
  /** `route.request.{header|querystring}.X` */
  requestParameters?: Record<string, ParameterConstraints>;
  routeResponseSelectionExpression?: string;
  routeResponses?: RouteResponseDocument[];
}

export interface ApiIntegrationResponseDocument {
  /** `$default` or `/2\d\d/` */
  integrationResponseKey: string;
  contentHandlingStrategy?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';
  responseParameters?: Record<string, string>;
  responseTemplates?: Record<string, string>;
  templateSelectionExpression?: string;
}

export interface ApiIntegrationDocument {
  integrationId: string;
  /** HTTP APIs: AWS_PROXY and HTTP_PROXY alone */
  integrationType: 'AWS' | 'HTTP' | 'MOCK' | 'HTTP_PROXY' | 'AWS_PROXY';
  integrationMethod?: string;
  /** URL, ARN of a function, or an `arn:aws:apigateway:...` URI; may hold `{param}` and `${stageVariables.x}` */
  integrationUri?: string;
  /** e.g. `SQS-SendMessage` */
  integrationSubtype?: string;
  payloadFormatVersion?: '1.0' | '2.0';
  credentialsArn?: string;
  connectionType?: 'INTERNET' | 'VPC_LINK';
  connectionId?: string;
  contentHandlingStrategy?: 'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT';
  passthroughBehavior?: 'WHEN_NO_MATCH' | 'NEVER' | 'WHEN_NO_TEMPLATES';
  requestParameters?: Record<string, string>;
  /** HTTP only: status code -> `append:header.X` -> value */
  responseParameters?: Record<string, Record<string, string>>;
  requestTemplates?: Record<string, string>;
  templateSelectionExpression?: string;
  /** absent: 30000 (HTTP), 29000 (WebSocket) */
  timeoutInMillis?: number;
  tlsConfig?: { serverNameToVerify?: string };
  integrationResponses?: ApiIntegrationResponseDocument[];
}

export interface ApiAuthorizerDocument {
  authorizerId: string;
  name: string;
  authorizerType: 'REQUEST' | 'JWT';
  identitySource?: string[];
  authorizerUri?: string;
  authorizerCredentialsArn?: string;
  authorizerPayloadFormatVersion?: '1.0' | '2.0';
  authorizerResultTtlInSeconds?: number;
  enableSimpleResponses?: boolean;
  jwtConfiguration?: { issuer?: string; audience?: string[] };
}

export interface ApiModelDocument {
  modelId: string;
  name: string;
  contentType?: string;
  /** JSON Schema draft 4 as text */
  schema: string;
}

/** What CreateDeployment froze; never changes under its id. */
export interface ApiDeploymentDocument {
  deploymentId: string;
  apiId: string;
  protocolType: 'HTTP' | 'WEBSOCKET';
  name: string;
  routeSelectionExpression: string;
  /** WebSocket; absent: `$request.header.x-api-key` */
  apiKeySelectionExpression?: string;
  disableSchemaValidation?: boolean;
  routes: RouteDocument[];
  integrations: ApiIntegrationDocument[];
  authorizers: ApiAuthorizerDocument[];
  models: ApiModelDocument[];
}

export interface CorsDocument {
  allowCredentials?: boolean;
  allowHeaders?: string[];
  allowMethods?: string[];
  allowOrigins?: string[];
  exposeHeaders?: string[];
  /** seconds; -1: browsers keep nothing */
  maxAge?: number;
}

/** What is live of an Api: changes without a deployment. */
export interface ApiDocument {
  apiId: string;
  protocolType: 'HTTP' | 'WEBSOCKET';
  name: string;
  /** HTTP only */
  corsConfiguration?: CorsDocument;
  disableExecuteApiEndpoint?: boolean;
}

export interface RouteSettingsDocument {
  throttlingBurstLimit?: number;
  throttlingRateLimit?: number;
  detailedMetricsEnabled?: boolean;
  loggingLevel?: 'ERROR' | 'INFO' | 'OFF';
  dataTraceEnabled?: boolean;
}

/** Where each call's line goes, and what it says; of stages of every kind. */
export interface AccessLogSettingsDocument {
  logGroupName: string;
  /** a single line with `$context` variables */
  format: string;
}

export interface ExecutionLogSetting {
  level: 'OFF' | 'ERROR' | 'INFO';
  /** parameters, headers and bodies too */
  dataTrace: boolean;
}

/** Execution logs of a stage of a REST or WebSocket API, settings resolved: none inherits. */
export interface ExecutionLogDocument {
  logGroupName: string;
  /** of methods and routes without an own setting; absent: OFF */
  every?: ExecutionLogSetting;
  /** by `/pets/{petId}/GET` or route key */
  own: Record<string, ExecutionLogSetting>;
}

export interface ApiStageDocument {
  apiId: string;
  /** `$default` serves what names no other stage (HTTP) */
  stageName: string;
  /** absent: nothing deployed yet; the stage answers as if it had no route */
  deploymentId?: string;
  stageVariables: Record<string, string>;
  defaultRouteSettings?: RouteSettingsDocument;
  /** by route key */
  routeSettings?: Record<string, RouteSettingsDocument>;
  /** shown to HTTP backends */
  clientCertificateId?: string;
  /** absent: the stage keeps none */
  accessLogSettings?: AccessLogSettingsDocument;
  /** WebSocket; absent: the stage keeps none */
  executionLog?: ExecutionLogDocument;
}
