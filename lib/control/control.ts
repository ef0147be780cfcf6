/**
 * The control plane's face: what pages, actions, route handlers and the AWS endpoint may call. Each operation
 * checks the actor's permission itself, parses its input with lib/model's schemas, writes in one transaction
 * with its audit row and returns plain data. Refusals are ControlError.
 */
import type { ApiKey, ApiKeyInput, ApiKeyPageQuery, ApiKeyUpdate } from '@/lib/model/apiKey';
import type { ClientCertificate, ClientCertificateInput } from '@/lib/model/clientCertificate';
import type { ApiSummary, Change, DeployedMethod, Deployment } from '@/lib/model/deployment';
import type {
  GatewayResponse,
  GatewayResponseInput,
  GatewayResponseState,
} from '@/lib/model/gatewayResponse';
import type { Page } from '@/lib/model/page';
import type {
  ApiModel,
  ApiModelInput,
  EndpointConfiguration,
  RequestValidator,
  Resource,
} from '@/lib/model/restApi';
import type { Actor } from '@/lib/model/role';
import type { SettingsUpdate } from '@/lib/model/settings';
import type { Stage } from '@/lib/model/stage';
import type {
  DailyUsage,
  DailyUsageQuery,
  MetricPoint,
  MetricQuery,
  QuotaState,
  UsageRange,
  UsageReport,
  UsageRow,
  WeekOfTraffic,
} from '@/lib/model/usage';
import type { UsagePlan, UsagePlanInput, UsagePlanKey, UsagePlanKeyPageQuery } from '@/lib/model/usagePlan';
import type { TargetHealth, VpcLink, VpcLinkInput } from '@/lib/model/vpcLink';
import type { ApisControl } from './apis/ApisControl';
import type { AuthorizersControl } from './authorizers/AuthorizersControl';
import type { ConnectionsControl } from './connections/ConnectionsControl';
import type { DocumentationControl } from './documentation/DocumentationControl';
import type { DomainNamesControl } from './domainNames/DomainNamesControl';
import type { FunctionsControl } from './functions/FunctionsControl';
import type { IdentityControl } from './identity/IdentityControl';
import type { LogsControl } from './logs/LogsControl';
import type { MethodsControl } from './methods/MethodsControl';
import type { PortalControl } from './portal/PortalControl';
import type { PortalsControl } from './portals/PortalsControl';
import type { RestApisControl } from './restApis/RestApisControl';
import type { StagesControl } from './stages/StagesControl';
import type { TagsControl } from './tags/TagsControl';
import type { UserPoolsControl } from './userPools/UserPoolsControl';
import type { UsersControl } from './users/UsersControl';

export interface RestApi {
  id: string;
  name: string;
  description?: string;
  version?: string;
  binaryMediaTypes: string[];
  minimumCompressionSize?: number;
  apiKeySource: 'HEADER' | 'AUTHORIZER';
  /** resource policy, JSON text as it was saved */
  policy?: string;
  endpointConfiguration: EndpointConfiguration;
  disableExecuteApiEndpoint: boolean;
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
  /** user pool whose people may sign in to portal and console */
  signInUserPoolId?: string;
  /** AWS's account member: whose rights AWS's own logging has; nothing here needs them */
  cloudwatchRoleArn?: string;
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

export interface Control {
  /**
   * One transaction for all that `work` does by the control it is handed: a door's read, change and write of one
   * thing. It must not wait for anything else, e.g. a call of a backend.
   * @throws ControlError ConflictException when something else changed meanwhile what it has read
   */
  together<Result>(work: (control: Control) => Promise<Result>): Promise<Result>;
  restApis: RestApisControl;
  apis: ApisControl;
  connections: ConnectionsControl;
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
  methods: MethodsControl;
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
    /** What is kept of a type, its own or inherited, without what is built in. */
    own(
      actor: Actor,
      restApiId: string,
      responseType: string,
    ): Promise<Omit<GatewayResponse, 'responseType'>>;
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
  documentation: DocumentationControl;
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
  domainNames: DomainNamesControl;
  authorizers: AuthorizersControl;
  functions: FunctionsControl;
  logs: LogsControl;
  identity: IdentityControl;
  userPools: UserPoolsControl;
  tags: TagsControl;
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
        /** absent: no stage serves it yet */
        stageName?: string;
        description?: string;
        /** the stage's members, of a new stage or of one that is there */
        stageDescription?: string;
        variables?: Record<string, string>;
        cacheClusterEnabled?: boolean;
        cacheClusterSize?: NonNullable<Stage['cacheClusterSize']>;
        tracingEnabled?: boolean;
        /** AWS's: the deployment becomes the stage's canary and the stage stays as it is */
        canarySettings?: {
          percentTraffic?: number;
          stageVariableOverrides?: Record<string, string>;
          useStageCache?: boolean;
        };
      },
    ): Promise<Deployment>;
    get(actor: Actor, restApiId: string, deploymentId: string): Promise<Deployment>;
    update(
      actor: Actor,
      restApiId: string,
      deploymentId: string,
      input: { description: string },
    ): Promise<Deployment>;
    /** Who may call what it serves. */
    summary(actor: Actor, restApiId: string, deploymentId: string): Promise<ApiSummary>;
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
  stages: StagesControl;
  apiKeys: {
    list(actor: Actor, filter?: { usagePlanId?: string }): Promise<ApiKey[]>;
    /** newest first, some at a time */
    page(actor: Actor, query: ApiKeyPageQuery): Promise<Page<ApiKey>>;
    get(actor: Actor, apiKeyId: string, options?: { includeValue?: boolean }): Promise<ApiKey>;
    create(actor: Actor, input: ApiKeyInput): Promise<ApiKey>;
    /**
     * AWS's file of keys (lib/model/apiKeyCsv), all of it or nothing. A value that is there already gets the line's
     * name and switches. What is left out is told as warnings, which `failOnWarnings` makes refusals.
     */
    import(
      actor: Actor,
      input: { document: string; failOnWarnings?: boolean },
    ): Promise<{ ids: string[]; warnings: string[] }>;
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
    /** by id, some at a time, with their values */
    keys(actor: Actor, usagePlanId: string, query: UsagePlanKeyPageQuery): Promise<Page<UsagePlanKey>>;
    /** with its value */
    key(actor: Actor, usagePlanId: string, apiKeyId: string): Promise<UsagePlanKey>;
  };
  users: UsersControl;
  portal: PortalControl;
  portals: PortalsControl;
  usage: {
    report(actor: Actor, query: UsageQuery): Promise<UsageReport>;
    topOperations(actor: Actor, query: UsageQuery): Promise<UsageRow[]>;
    topConsumers(actor: Actor, query: UsageQuery): Promise<UsageRow[]>;
    byApi(actor: Actor, query: UsageQuery): Promise<UsageRow[]>;
    /** Of a plan's keys by id, some at a time, up to today; a plan without a quota counts nothing. */
    daily(actor: Actor, usagePlanId: string, query: DailyUsageQuery): Promise<Page<DailyUsage>>;
    /**
     * Lets the key's owner make so many calls more in the current period, from now on; answers today's usage.
     * Calls that workers have on lease (at most 256 a worker, of a quota that was generous) may still go on top.
     */
    setRemaining(actor: Actor, usagePlanId: string, apiKeyId: string, remaining: number): Promise<DailyUsage>;
    /** CloudWatch's: steps that have calls, oldest first. */
    metrics(actor: Actor, query: MetricQuery): Promise<MetricPoint[]>;
    /** For who is about to delete the API or the key; one of the two at least. */
    lastWeek(actor: Actor, subject: { restApiId?: string; apiKeyId?: string }): Promise<WeekOfTraffic>;
  };
  settings: {
    get(actor: Actor): Promise<Settings>;
    /** An empty text clears what may be absent. */
    update(actor: Actor, input: SettingsUpdate): Promise<Settings>;
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
