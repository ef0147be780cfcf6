import type { Authorization } from '../authorizers/Authorized';
import type { Pool } from '../authorizers/cognito/Issuers';
import type { IdentityBook } from '../authorizers/IdentityBook';
import type { CacheKey } from '../cache/compileCacheKey';
import type { RouteFacts } from '../integrations/backendRoute';
import type { Integration } from '../integrations/Integration';
import type { BodyModel } from '../models/compileModels';
import type { Policy } from '../policy/compilePolicy';
import type { BucketRequest, CacheRef } from '../ports';
import type { GatewayResponses } from '../responses/compileGatewayResponses';
import type { AccessLog } from '../telemetry/accessLog/AccessLog';
import type { ExecutionLog } from '../telemetry/executionLog/compileExecutionLogs';
import type { Domains } from './compileDomains';
import type { ServingApis } from './compiledApis';
import type { RouteTree } from './RouteTree';
import type {
  AccountDocument,
  ApiKeyDocument,
  CachingDocument,
  Quota,
  ServicesDocument,
  Throttle,
} from './types';

/** A deployment, ready to run. Never changes; calls that began on it end on it. */
export interface CompiledDeployment {
  restApiId: string;
  deploymentId: string;
  /** of the document it was made from */
  fingerprint: string;
  routes: Pick<RouteTree<CompiledResource>, 'match'>;
  gatewayResponses: GatewayResponses;
  /** bytes; undefined: responses are never compressed */
  minimumCompressionSize: number | undefined;
  resourcePolicy: Policy | undefined;
  /** where API keys come from */
  apiKeySource: 'HEADER' | 'AUTHORIZER';
  /** only custom domain names lead to it */
  disableExecuteApiEndpoint: boolean;
}

export interface CompiledResource {
  id: string;
  path: string;
  methods: ReadonlyMap<string, CompiledMethod>;
}

export interface CompiledMethod {
  /** as defined: a verb or ANY */
  httpMethod: string;
  authorizationType: string;
  /** undefined: anybody may call */
  authorization: Authorization | undefined;
  apiKeyRequired: boolean;
  /** the method's name in throttle settings, `/pets/{petId}/GET` */
  throttleKey: string;
  /** in the order in which AWS lists them; empty when no validator checks parameters */
  requiredParameters: RequiredParameter[];
  /** by media type in lower case, or `$default`; undefined when no validator checks bodies */
  bodyModels: ReadonlyMap<string, BodyModel> | undefined;
  /** undefined: CreateDeployment let a method without integration pass, which AWS answers with 500 */
  integration: Integration | undefined;
  /** undefined: its answers cannot be cached (no integration, or one that streams) */
  cacheKey: CacheKey | undefined;
  /** its answers go out byte by byte as they come, never compressed */
  streams: boolean;
}

export interface RequiredParameter {
  location: 'path' | 'querystring' | 'header';
  name: string;
}

/** A stage and the one deployment it points to; a call uses one of these from start to end. */
export interface ServingStage {
  restApiId: string;
  stageName: string;
  variables: Readonly<Record<string, string>>;
  deployment: CompiledDeployment;
  /** plans that hold this stage, by id */
  plans: ReadonlyMap<string, StagePlan>;
  methodFacts(method: CompiledMethod): StageMethodFacts;
  /** undefined: no canary. The canary is a stage of the same name with its own deployment and variables. */
  canary: Canary | undefined;
  /** true and false only where there is a canary: `$context.isCanaryRequest` */
  isCanaryRequest: boolean | undefined;
  /** what its calls are counted under: `prod`, of a canary `prod/Canary` */
  recordedAs: string;
  /** undefined: it keeps none */
  accessLog: AccessLog | undefined;
}

export interface Canary {
  /** 0..100 */
  percentTraffic: number;
  stage: ServingStage;
}

/** How the stage's cache treats a method that it covers. */
export interface MethodCaching
  extends Pick<
    CachingDocument,
    'requireAuthorizationForCacheControl' | 'unauthorizedCacheControlHeaderStrategy'
  > {
  cache: CacheRef;
  ttlMs: number;
}

/** What only depends on stage and method: built at the first call and kept. */
export interface StageMethodFacts {
  route: RouteFacts;
  /** bucket of the method's or the stage's default throttle; undefined when neither is set */
  bucket: BucketRequest | undefined;
  /** undefined: not cached here */
  caching: MethodCaching | undefined;
  /** undefined: its calls are not logged, and none is traced */
  executionLog: ExecutionLog | undefined;
}

/** A usage plan as seen from one of its stages. */
export interface StagePlan {
  id: string;
  name: string;
  throttle: Throttle | undefined;
  quota: Quota | undefined;
  /** by CompiledMethod.throttleKey */
  methodThrottles: ReadonlyMap<string, Throttle>;
}

/** All that one publication made; swapped as one reference. */
export interface Serving extends ServingApis {
  revision: number;
  account: AccountDocument;
  accountBucket: BucketRequest;
  /** restApiId -> stageName -> stage */
  apis: ReadonlyMap<string, ReadonlyMap<string, ServingStage>>;
  domains: Domains;
  /** by `restApiId/deploymentId`: those some stage points to */
  deployments: ReadonlyMap<string, CompiledDeployment>;
  apiKeys: ApiKeyLookup;
  /** IAM users by their access keys */
  identity: IdentityBook;
  /** by ARN */
  userPools: ReadonlyMap<string, Pool>;
  services: ServicesDocument;
}

export interface ApiKeyLookup {
  find(valueHash: string): ApiKeyDocument | undefined;
}
