/**
 * The control plane's face: what pages, actions, route handlers and the AWS endpoint may call. Each operation
 * checks the actor's permission itself, parses its input with lib/model's schemas, writes in one transaction
 * with its audit row and returns plain data. Refusals are ControlError.
 */
import type { ApiKey, ApiKeyInput, ApiKeyUpdate } from '@/lib/model/apiKey';
import type { Authorizer, AuthorizerInput, AuthorizerTrial } from '@/lib/model/authorizer';
import type { ClientCertificate, ClientCertificateInput } from '@/lib/model/clientCertificate';
import type { Change, DeployedMethod, Deployment } from '@/lib/model/deployment';
import type {
  DocumentationPart,
  DocumentationPartLocation,
  DocumentationVersion,
} from '@/lib/model/documentation';
import type {
  FunctionAlias,
  FunctionCode,
  FunctionInput,
  FunctionLogLine,
  FunctionOutcome,
  FunctionSummary,
  FunctionUpdate,
  FunctionVersion,
} from '@/lib/model/function';
import type { GatewayResponseInput, GatewayResponseState } from '@/lib/model/gatewayResponse';
import type { AccessKey, IamUser, ManagedPolicy, PolicyTrial } from '@/lib/model/identity';
import type { Integration } from '@/lib/model/integration';
import type { Method, MethodInput, MethodResponse } from '@/lib/model/method';
import type { ImportWarning } from '@/lib/model/openapiReport';
import type {
  App,
  AppInput,
  AppKey,
  CatalogueEntry,
  CataloguePage,
  PortalProduct,
  PortalProductInput,
  Subscription,
} from '@/lib/model/portal';
import type {
  ApiModel,
  ApiModelInput,
  RequestValidator,
  Resource,
  RestApiInput,
  RestApiUpdate,
} from '@/lib/model/restApi';
import type { Actor, Role, User } from '@/lib/model/role';
import type { Stage, StageInput, StageUpdate } from '@/lib/model/stage';
import type { QuotaState, UsageRange, UsageReport, UsageRow, WeekOfTraffic } from '@/lib/model/usage';
import type { UsagePlan, UsagePlanInput } from '@/lib/model/usagePlan';
import type {
  PoolUser,
  ResourceServer,
  UserPool,
  UserPoolClient,
  UserPoolClientInput,
  UserPoolInput,
} from '@/lib/model/userPool';
import type { TargetHealth, VpcLink, VpcLinkInput } from '@/lib/model/vpcLink';

export interface RestApi {
  id: string;
  name: string;
  description?: string;
  version?: string;
  binaryMediaTypes: string[];
  minimumCompressionSize?: number;
  apiKeySource: 'HEADER' | 'AUTHORIZER';
  createdDate: number;
  rootResourceId: string;
  methodCount: number;
  stageNames: string[];
}

export interface TestInvokeInput {
  restApiId: string;
  resourceId: string;
  httpMethod: string;
  pathWithQueryString: string;
  headers: Record<string, string>;
  body: string;
  stageVariables: Record<string, string>;
}
export interface TestInvokeResult {
  status: number;
  headers: Record<string, string[]>;
  body: string;
  latency: number;
  log: string;
  trace: { step: string; at: number; message: string; failed?: boolean; detail?: Record<string, unknown> }[];
}

/** As the engine renders it; `kind` says what `$input` is. */
export interface TemplateTrial {
  template: string;
  kind: 'request' | 'response';
  /** the body, or the backend's answer */
  body: string;
  parameters: {
    path: Record<string, string>;
    querystring: Record<string, string>;
    header: Record<string, string>;
  };
  stageVariables: Record<string, string>;
  /** laid over an invented $context */
  context: Record<string, unknown>;
}
export interface TemplateOutcome {
  output: string;
  /** with the place, 1-based */
  error?: { message: string; line: number; column: number };
  overrides: Record<string, unknown>;
  /** what `#set` and `#foreach` gave each name, in order, at most 1,000 */
  values: { line: number; column: number; name: string; value: string }[];
  /** ms */
  duration: number;
}

/** `apiId`, `stageName`, `apiKeyIds` narrow; absent means all that the actor may see. */
export interface UsageQuery {
  range: UsageRange;
  restApiId?: string;
  stageName?: string;
  apiKeyId?: string;
}

export interface Settings {
  signUpOpen: boolean;
  egressAllowList: string[];
  throttle: { rateLimit: number; burstLimit: number };
  /** days that usage and metrics are kept */
  retentionDays: number;
  /** service (`sqs`, `dynamodb`, `lambda`) -> base URL, where it is not AWS's own */
  serviceEndpoints: Record<string, string>;
  /** whether calls of AWS services are signed; the secret is never shown */
  serviceAccessKeyId?: string;
}

export interface AuditEntry {
  id: number;
  time: number;
  actor: string;
  operation: string;
  subject: string;
  detail: Record<string, unknown>;
}

/** Answer of try-it: what the gateway said. */
export interface TryItAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: Uint8Array;
}

export interface Control {
  restApis: {
    list(actor: Actor): Promise<RestApi[]>;
    get(actor: Actor, restApiId: string): Promise<RestApi>;
    create(actor: Actor, input: RestApiInput): Promise<RestApi>;
    /** pet store, deployed to `stageName` when given */
    createSample(actor: Actor): Promise<RestApi>;
    clone(actor: Actor, restApiId: string, input: RestApiInput): Promise<RestApi>;
    /**
     * New API (`restApiId` absent) or PutRestApi. `document` is JSON or YAML text.
     * With `dryRun` nothing is written and the report is what would be.
     */
    import(
      actor: Actor,
      input: {
        document: string;
        restApiId?: string;
        mode?: 'merge' | 'overwrite';
        basepath?: 'ignore' | 'prepend' | 'split';
        failOnWarnings?: boolean;
        dryRun?: boolean;
      },
    ): Promise<{ restApi?: RestApi; operationCount: number; warnings: ImportWarning[] }>;
    /** Document text of a stage's deployment, or of the undeployed definition when `stageName` is absent. */
    export(
      actor: Actor,
      input: {
        restApiId: string;
        stageName?: string;
        exportType: 'oas30' | 'swagger';
        format: 'json' | 'yaml';
        extensions: boolean;
      },
    ): Promise<{ fileName: string; contentType: string; body: string }>;
    /** An empty description or version clears it. */
    update(actor: Actor, restApiId: string, input: RestApiUpdate): Promise<RestApi>;
    delete(actor: Actor, restApiId: string): Promise<void>;
  };
  resources: {
    /** root first, then by path; with methods */
    list(actor: Actor, restApiId: string): Promise<Resource[]>;
    create(actor: Actor, restApiId: string, input: { parentId: string; pathPart: string }): Promise<Resource>;
    update(
      actor: Actor,
      restApiId: string,
      resourceId: string,
      input: { pathPart?: string; parentId?: string },
    ): Promise<Resource>;
    delete(actor: Actor, restApiId: string, resourceId: string): Promise<void>;
    /** AWS console's "Enable CORS": OPTIONS MOCK method and the headers on the other methods' 200 responses */
    enableCors(
      actor: Actor,
      restApiId: string,
      resourceId: string,
      input: { allowOrigin: string; allowHeaders: string; allowMethods: string[] },
    ): Promise<Resource>;
  };
  methods: {
    get(actor: Actor, restApiId: string, resourceId: string, httpMethod: string): Promise<Method>;
    /** Creates or replaces the method request; integration and responses stay. */
    put(
      actor: Actor,
      restApiId: string,
      resourceId: string,
      httpMethod: string,
      input: MethodInput,
    ): Promise<Method>;
    delete(actor: Actor, restApiId: string, resourceId: string, httpMethod: string): Promise<void>;
    putIntegration(
      actor: Actor,
      restApiId: string,
      resourceId: string,
      httpMethod: string,
      input: unknown,
    ): Promise<Integration>;
    deleteIntegration(actor: Actor, restApiId: string, resourceId: string, httpMethod: string): Promise<void>;
    /** Replaces all integration responses (keyed by status code). */
    putIntegrationResponses(
      actor: Actor,
      restApiId: string,
      resourceId: string,
      httpMethod: string,
      input: unknown,
    ): Promise<Method>;
    /** Replaces all method responses (keyed by status code). */
    putMethodResponses(
      actor: Actor,
      restApiId: string,
      resourceId: string,
      httpMethod: string,
      input: Record<string, MethodResponse>,
    ): Promise<Method>;
    testInvoke(actor: Actor, input: TestInvokeInput): Promise<TestInvokeResult>;
  };
  requestValidators: {
    list(actor: Actor, restApiId: string): Promise<RequestValidator[]>;
    create(
      actor: Actor,
      restApiId: string,
      input: { name: string; validateRequestParameters: boolean; validateRequestBody: boolean },
    ): Promise<RequestValidator>;
    update(
      actor: Actor,
      restApiId: string,
      requestValidatorId: string,
      input: { name?: string; validateRequestParameters?: boolean; validateRequestBody?: boolean },
    ): Promise<RequestValidator>;
    /** Refused while a method names it. */
    delete(actor: Actor, restApiId: string, requestValidatorId: string): Promise<void>;
  };
  models: {
    list(actor: Actor, restApiId: string): Promise<ApiModel[]>;
    create(actor: Actor, restApiId: string, input: ApiModelInput): Promise<ApiModel>;
    update(
      actor: Actor,
      restApiId: string,
      name: string,
      input: { description?: string; schema?: string },
    ): Promise<ApiModel>;
    /** Refused while a method or another model names it. */
    delete(actor: Actor, restApiId: string, name: string): Promise<void>;
    /** A value that the model accepts, as JSON text, and a template that maps one, as AWS's default_template. */
    generate(actor: Actor, restApiId: string, name: string): Promise<{ example: string; template: string }>;
  };
  gatewayResponses: {
    /** every type, by name */
    list(actor: Actor, restApiId: string): Promise<GatewayResponseState[]>;
    put(
      actor: Actor,
      restApiId: string,
      responseType: string,
      input: GatewayResponseInput,
    ): Promise<GatewayResponseState>;
    /** Back to what it inherits or is built with. */
    delete(actor: Actor, restApiId: string, responseType: string): Promise<void>;
    /** CORS headers on DEFAULT_4XX, DEFAULT_5XX and on every customised type, in one step. */
    enableCors(
      actor: Actor,
      restApiId: string,
      input: { allowOrigin: string; allowHeaders: string },
    ): Promise<GatewayResponseState[]>;
  };
  documentation: {
    parts(actor: Actor, restApiId: string): Promise<(DocumentationPart & { id: string })[]>;
    createPart(actor: Actor, restApiId: string, input: DocumentationPart): Promise<{ id: string }>;
    updatePart(
      actor: Actor,
      restApiId: string,
      partId: string,
      input: { properties: string },
    ): Promise<{ id: string }>;
    deletePart(actor: Actor, restApiId: string, partId: string): Promise<void>;
    /** What a location shows: its own part laid over what it inherits, and where each member is from. */
    resolve(
      actor: Actor,
      restApiId: string,
      location: DocumentationPartLocation,
    ): Promise<{ properties: Record<string, unknown>; from: Record<string, DocumentationPartLocation> }>;
    /** Parts of an OpenAPI document (x-amazon-apigateway-documentation and what its descriptions say). */
    import(
      actor: Actor,
      restApiId: string,
      input: { document: string; mode: 'MERGE' | 'OVERWRITE' },
    ): Promise<{ ids: string[]; warnings: string[] }>;
    /** newest first */
    versions(actor: Actor, restApiId: string): Promise<DocumentationVersion[]>;
    /** what a version has frozen, by location */
    versionParts(actor: Actor, restApiId: string, version: string): Promise<DocumentationPart[]>;
    /** Snapshot of all parts; `stageName` publishes it there. */
    createVersion(
      actor: Actor,
      restApiId: string,
      input: { version: string; description?: string; stageName?: string },
    ): Promise<DocumentationVersion>;
    updateVersion(
      actor: Actor,
      restApiId: string,
      version: string,
      input: { description: string },
    ): Promise<DocumentationVersion>;
    deleteVersion(actor: Actor, restApiId: string, version: string): Promise<void>;
  };
  clientCertificates: {
    list(actor: Actor): Promise<ClientCertificate[]>;
    /** Self-signed, RSA 2048, 365 days. */
    generate(actor: Actor, input: ClientCertificateInput): Promise<ClientCertificate>;
    update(
      actor: Actor,
      clientCertificateId: string,
      input: ClientCertificateInput,
    ): Promise<ClientCertificate>;
    /** A new one in its place on every stage that uses it; the old one stays until it is deleted. */
    rotate(actor: Actor, clientCertificateId: string): Promise<ClientCertificate>;
    /** Refused while a stage uses it. */
    delete(actor: Actor, clientCertificateId: string): Promise<void>;
  };
  vpcLinks: {
    list(actor: Actor): Promise<VpcLink[]>;
    get(actor: Actor, vpcLinkId: string): Promise<VpcLink>;
    create(actor: Actor, input: VpcLinkInput): Promise<VpcLink>;
    update(actor: Actor, vpcLinkId: string, input: VpcLinkInput): Promise<VpcLink>;
    /** Refused while an integration names it. */
    delete(actor: Actor, vpcLinkId: string): Promise<void>;
    health(actor: Actor, vpcLinkId: string): Promise<TargetHealth[]>;
  };
  authorizers: {
    list(actor: Actor, restApiId: string): Promise<Authorizer[]>;
    create(actor: Actor, restApiId: string, input: AuthorizerInput): Promise<Authorizer>;
    update(
      actor: Actor,
      restApiId: string,
      authorizerId: string,
      input: AuthorizerInput,
    ): Promise<Authorizer>;
    /** Refused while a method names it. */
    delete(actor: Actor, restApiId: string, authorizerId: string): Promise<void>;
    /** The production code on an invented call (TestInvokeAuthorizer). */
    test(
      actor: Actor,
      restApiId: string,
      authorizerId: string,
      input: {
        headers: Record<string, string>;
        pathWithQueryString: string;
        body: string;
        stageVariables: Record<string, string>;
      },
    ): Promise<AuthorizerTrial>;
  };
  functions: {
    list(actor: Actor): Promise<FunctionSummary[]>;
    /** @param qualifier version or alias; absent: $LATEST */
    get(actor: Actor, functionName: string, qualifier?: string): Promise<FunctionSummary>;
    create(actor: Actor, input: FunctionInput): Promise<FunctionSummary>;
    updateConfiguration(actor: Actor, functionName: string, input: FunctionUpdate): Promise<FunctionSummary>;
    updateCode(actor: Actor, functionName: string, code: FunctionCode): Promise<FunctionSummary>;
    /** The zip. */
    code(actor: Actor, functionName: string, qualifier?: string): Promise<Uint8Array>;
    publishVersion(
      actor: Actor,
      functionName: string,
      input: { description?: string },
    ): Promise<FunctionVersion>;
    putAlias(
      actor: Actor,
      functionName: string,
      alias: string,
      input: { functionVersion: string; description?: string },
    ): Promise<FunctionAlias>;
    deleteAlias(actor: Actor, functionName: string, alias: string): Promise<void>;
    /** Refused while a method or an authorizer names it. */
    delete(actor: Actor, functionName: string): Promise<void>;
    invoke(
      actor: Actor,
      functionName: string,
      input: { qualifier?: string; payload: string; invocationType?: 'RequestResponse' | 'Event' },
    ): Promise<FunctionOutcome>;
    /** newest first */
    logs(
      actor: Actor,
      functionName: string,
      filter?: { since?: number; requestId?: string; limit?: number },
    ): Promise<FunctionLogLine[]>;
  };
  identity: {
    users(actor: Actor): Promise<IamUser[]>;
    createUser(actor: Actor, userName: string): Promise<IamUser>;
    deleteUser(actor: Actor, userName: string): Promise<void>;
    /** The secret is in the answer once and never again. */
    createAccessKey(actor: Actor, userName: string): Promise<AccessKey & { secretAccessKey: string }>;
    updateAccessKey(
      actor: Actor,
      userName: string,
      accessKeyId: string,
      status: 'Active' | 'Inactive',
    ): Promise<void>;
    deleteAccessKey(actor: Actor, userName: string, accessKeyId: string): Promise<void>;
    putUserPolicy(actor: Actor, userName: string, policyName: string, document: string): Promise<void>;
    deleteUserPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
    policies(actor: Actor): Promise<ManagedPolicy[]>;
    putPolicy(
      actor: Actor,
      policyName: string,
      input: { document: string; description?: string },
    ): Promise<ManagedPolicy>;
    /** Refused while a user has it. */
    deletePolicy(actor: Actor, policyName: string): Promise<void>;
    attachPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
    detachPolicy(actor: Actor, userName: string, policyName: string): Promise<void>;
    /** May this user call this method of this stage, and which statement decides? */
    simulate(
      actor: Actor,
      input: {
        userName: string;
        restApiId: string;
        stageName: string;
        httpMethod: string;
        path: string;
        context?: Record<string, string>;
      },
    ): Promise<PolicyTrial>;
  };
  userPools: {
    list(actor: Actor): Promise<UserPool[]>;
    get(actor: Actor, userPoolId: string): Promise<UserPool>;
    create(actor: Actor, input: UserPoolInput): Promise<UserPool>;
    update(actor: Actor, userPoolId: string, input: UserPoolInput): Promise<UserPool>;
    /** Refused while an authorizer names it. */
    delete(actor: Actor, userPoolId: string): Promise<void>;
    /** A new key signs from now on; the old ones verify until their last token has ended. */
    rotateKeys(actor: Actor, userPoolId: string): Promise<void>;
    clients(actor: Actor, userPoolId: string): Promise<UserPoolClient[]>;
    /** The secret is in the answer once and never again. */
    createClient(
      actor: Actor,
      userPoolId: string,
      input: UserPoolClientInput,
    ): Promise<UserPoolClient & { clientSecret?: string }>;
    updateClient(
      actor: Actor,
      userPoolId: string,
      clientId: string,
      input: UserPoolClientInput,
    ): Promise<UserPoolClient>;
    deleteClient(actor: Actor, userPoolId: string, clientId: string): Promise<void>;
    users(actor: Actor, userPoolId: string): Promise<PoolUser[]>;
    createUser(
      actor: Actor,
      userPoolId: string,
      input: { username: string; email: string; password: string; groups?: string[] },
    ): Promise<PoolUser>;
    updateUser(
      actor: Actor,
      userPoolId: string,
      userId: string,
      input: { enabled?: boolean; password?: string; groups?: string[]; attributes?: Record<string, string> },
    ): Promise<PoolUser>;
    deleteUser(actor: Actor, userPoolId: string, userId: string): Promise<void>;
    putGroups(actor: Actor, userPoolId: string, groups: string[]): Promise<string[]>;
    putResourceServers(
      actor: Actor,
      userPoolId: string,
      servers: ResourceServer[],
    ): Promise<ResourceServer[]>;
    resourceServers(actor: Actor, userPoolId: string): Promise<ResourceServer[]>;
    /** The calls that cognito-identity-provider's client makes: SignUp, ConfirmSignUp, InitiateAuth, ... */
    identityProvider(call: {
      operation: string;
      input: Record<string, unknown>;
      sourceIp: string;
    }): Promise<Record<string, unknown>>;
  };
  templates: {
    /** The playground: the production interpreter on a template and an invented call. */
    render(actor: Actor, input: TemplateTrial): Promise<TemplateOutcome>;
  };
  deployments: {
    /** newest first */
    list(actor: Actor, restApiId: string): Promise<Deployment[]>;
    /** To a stage that has a canary every deployment goes to the canary; `canaryStageNames` of the answer tells. */
    create(
      actor: Actor,
      restApiId: string,
      input: {
        stageName: string;
        description?: string;
        /** AWS's: the deployment becomes the stage's canary and the stage stays as it is */
        canarySettings?: {
          percentTraffic?: number;
          stageVariableOverrides?: Record<string, string>;
          useStageCache?: boolean;
        };
      },
    ): Promise<Deployment>;
    /** What a deployment serves, by path and verb. */
    methods(actor: Actor, restApiId: string, deploymentId: string): Promise<DeployedMethod[]>;
    /** `current` is the undeployed definition. */
    compare(
      actor: Actor,
      restApiId: string,
      from: string | 'current',
      to: string | 'current',
    ): Promise<Change[]>;
    /** What the API has that the stage's deployment has not; without a stage: against the newest deployment. */
    pending(actor: Actor, restApiId: string, stageName?: string): Promise<Change[]>;
    delete(actor: Actor, restApiId: string, deploymentId: string): Promise<void>;
  };
  stages: {
    list(actor: Actor, restApiId: string): Promise<Stage[]>;
    get(actor: Actor, restApiId: string, stageName: string): Promise<Stage>;
    create(actor: Actor, restApiId: string, input: StageInput): Promise<Stage>;
    /** Rolling back is an update of deploymentId. */
    update(actor: Actor, restApiId: string, stageName: string, input: StageUpdate): Promise<Stage>;
    delete(actor: Actor, restApiId: string, stageName: string): Promise<void>;
    /** The canary's deployment and variables become the stage's; the canary stays, with 0 % of the traffic. */
    promoteCanary(actor: Actor, restApiId: string, stageName: string): Promise<Stage>;
    /** Resolves when no worker answers from it any more. */
    flushCache(actor: Actor, restApiId: string, stageName: string): Promise<void>;
    flushAuthorizersCache(actor: Actor, restApiId: string, stageName: string): Promise<void>;
  };
  apiKeys: {
    list(actor: Actor, filter?: { usagePlanId?: string }): Promise<ApiKey[]>;
    get(actor: Actor, apiKeyId: string, options?: { includeValue?: boolean }): Promise<ApiKey>;
    create(actor: Actor, input: ApiKeyInput): Promise<ApiKey>;
    update(actor: Actor, apiKeyId: string, input: ApiKeyUpdate): Promise<ApiKey>;
    delete(actor: Actor, apiKeyId: string): Promise<void>;
  };
  usagePlans: {
    list(actor: Actor): Promise<UsagePlan[]>;
    get(actor: Actor, usagePlanId: string): Promise<UsagePlan>;
    create(actor: Actor, input: UsagePlanInput): Promise<UsagePlan>;
    update(actor: Actor, usagePlanId: string, input: UsagePlanInput): Promise<UsagePlan>;
    delete(actor: Actor, usagePlanId: string): Promise<void>;
    addKey(actor: Actor, usagePlanId: string, apiKeyId: string): Promise<void>;
    removeKey(actor: Actor, usagePlanId: string, apiKeyId: string): Promise<void>;
    quotas(actor: Actor, usagePlanId: string): Promise<QuotaState[]>;
  };
  users: {
    list(actor: Actor): Promise<User[]>;
    /** True until the first administrator exists. */
    setupPending(): Promise<boolean>;
    /** By the one-time link; the token works once. */
    createFirstAdministrator(input: {
      token: string;
      email: string;
      name: string;
      password: string;
    }): Promise<User>;
    create(actor: Actor, input: { email: string; name: string; password: string; role: Role }): Promise<User>;
    update(
      actor: Actor,
      userId: string,
      input: { name?: string; role?: Role; disabled?: boolean; password?: string },
    ): Promise<User>;
    delete(actor: Actor, userId: string): Promise<void>;
    /** Portal sign-up with e-mail and password; refused while sign-up is closed. */
    signUp(input: { email: string; name: string; password: string; sourceIp: string }): Promise<User>;
    /** Rate limited by account and address; same answer and time for unknown accounts. Failures are audited. */
    authenticate(input: {
      email: string;
      password: string;
      sourceIp: string;
    }): Promise<User & { sessionId: string }>;
    /** Sign-in by an identity provider: finds or (sign-up open) makes the account. */
    signInWithProvider(input: {
      provider: string;
      providerAccountId: string;
      email: string;
      emailVerified: boolean;
      name: string;
      sourceIp: string;
    }): Promise<User & { sessionId: string }>;
    /**
     * The account behind a session, or null when it signed out, ended after half a day, was disabled or changed
     * its password or role.
     */
    bySession(sessionId: string): Promise<User | null>;
    /** Ends one session; nothing happens when it has ended. */
    signOut(sessionId: string): Promise<void>;
    changePassword(actor: Actor, input: { current: string; next: string }): Promise<void>;
    /** Ends all sessions of the account. */
    signOutEverywhere(actor: Actor): Promise<void>;
  };
  portal: {
    /** Public. Only published products; `search` is a substring of name, description or operation. */
    catalogue(search?: string): Promise<CatalogueEntry[]>;
    page(slug: string): Promise<CataloguePage>;
    products(actor: Actor): Promise<PortalProduct[]>;
    putProduct(actor: Actor, productId: string | null, input: PortalProductInput): Promise<PortalProduct>;
    deleteProduct(actor: Actor, productId: string): Promise<void>;
    /** Sends one call to the product's stage through the gateway, and nowhere else. */
    tryIt(
      actor: Actor,
      slug: string,
      call: {
        method: string;
        pathAndQuery: string;
        headers: [string, string][];
        body?: Uint8Array;
        /** one of the actor's own keys: its value is put into x-api-key here and never reaches the browser */
        apiKeyId?: string;
      },
    ): Promise<TryItAnswer>;
    apps(actor: Actor): Promise<App[]>;
    app(actor: Actor, appId: string): Promise<App>;
    createApp(actor: Actor, input: AppInput): Promise<App>;
    updateApp(actor: Actor, appId: string, input: AppInput): Promise<App>;
    deleteApp(actor: Actor, appId: string): Promise<void>;
    subscribe(actor: Actor, appId: string, usagePlanId: string): Promise<Subscription>;
    cancelSubscription(actor: Actor, subscriptionId: string): Promise<void>;
    /** Console: all, newest first. */
    subscriptions(actor: Actor, filter?: { state?: Subscription['state'] }): Promise<Subscription[]>;
    decideSubscription(
      actor: Actor,
      subscriptionId: string,
      decision: 'ACTIVE' | 'REJECTED',
    ): Promise<Subscription>;
    /** The value is in the answer once and never again. */
    createKey(actor: Actor, appId: string, input: { name: string }): Promise<AppKey>;
    /** New key with the old one's plans; the old one works `overlapSeconds` longer. */
    rotateKey(
      actor: Actor,
      appId: string,
      apiKeyId: string,
      input: { overlapSeconds: number },
    ): Promise<AppKey>;
    revokeKey(actor: Actor, appId: string, apiKeyId: string): Promise<void>;
    /** Own keys only; `appId`, `apiKeyId`, `restApiId` narrow. */
    usage(
      actor: Actor,
      query: { range: UsageRange; appId?: string; apiKeyId?: string; restApiId?: string },
    ): Promise<{
      report: UsageReport;
      byApi: UsageRow[];
      byKey: UsageRow[];
      byDay: UsageRow[];
      quotas: QuotaState[];
    }>;
  };
  usage: {
    report(actor: Actor, query: UsageQuery): Promise<UsageReport>;
    topOperations(actor: Actor, query: UsageQuery): Promise<UsageRow[]>;
    topConsumers(actor: Actor, query: UsageQuery): Promise<UsageRow[]>;
    byApi(actor: Actor, query: UsageQuery): Promise<UsageRow[]>;
    /** For who is about to delete the API or the key; one of the two at least. */
    lastWeek(actor: Actor, subject: { restApiId?: string; apiKeyId?: string }): Promise<WeekOfTraffic>;
  };
  settings: {
    get(actor: Actor): Promise<Settings>;
    update(actor: Actor, input: Partial<Settings>): Promise<Settings>;
    /** Public: what the sign-up page needs. */
    signUpOpen(): Promise<boolean>;
  };
  audit: { list(actor: Actor, filter?: { subject?: string; limit?: number }): Promise<AuditEntry[]> };
  health(): Promise<{
    ok: boolean;
    database: boolean;
    revision: number;
    /** `refused`: why a worker did not take the newest snapshot */
    workers: { id: number; pid: number; revision: number; refused?: string }[];
  }>;
}
