import { backendRoute } from '../integrations/backendRoute';
import type { BucketRequest, CacheRef } from '../ports';
import { compileAccessLog } from '../telemetry/accessLog/AccessLog';
import { compileExecutionLogs } from '../telemetry/executionLog/compileExecutionLogs';
import type {
  CompiledDeployment,
  CompiledMethod,
  MethodCaching,
  ServingStage,
  StageMethodFacts,
  StagePlan,
} from './compiled';
import { throttleKey } from './throttleKey';
import type {
  CachingDocument,
  ClientCertificateDocument,
  StageDocument,
  Throttle,
  VpcLinkDocument,
} from './types';

const NO_PLANS: ReadonlyMap<string, StagePlan> = new Map();

/** What stages reach their backends with, by id. */
export interface ServingNetwork {
  clientCertificates: ReadonlyMap<string, ClientCertificateDocument>;
  vpcLinks: ReadonlyMap<string, VpcLinkDocument>;
}

const NO_NETWORK: ServingNetwork = { clientCertificates: new Map(), vpcLinks: new Map() };

/**
 * A stage, ready to serve its deployment.
 * @param canaryDeployment of `document.canary`
 */
export function servingStage(
  document: StageDocument,
  deployment: CompiledDeployment,
  network: ServingNetwork = NO_NETWORK,
  plans: ReadonlyMap<string, StagePlan> = NO_PLANS,
  canaryDeployment?: CompiledDeployment,
): ServingStage {
  const { canary, stageName, variables } = document;
  const stage = plainStage(document, deployment, network, plans);
  if (!canary || !canaryDeployment) return stage;
  const overlaid = { ...document, variables: { ...variables, ...canary.stageVariableOverrides } };
  const recordedAs = `${stageName}/Canary`;
  const cacheName = canary.useStageCache ? undefined : `${document.restApiId}/${recordedAs}`;
  const canaryStage = plainStage(overlaid, canaryDeployment, network, plans, cacheName, '/Canary');
  return {
    ...stage,
    isCanaryRequest: false,
    canary: {
      percentTraffic: canary.percentTraffic,
      stage: { ...canaryStage, isCanaryRequest: true, recordedAs },
    },
  };
}

/** Throttles are the stage's and its canary's together: the bucket names neither. */
function plainStage(
  document: StageDocument,
  deployment: CompiledDeployment,
  network: ServingNetwork,
  plans: ReadonlyMap<string, StagePlan>,
  cacheName?: string,
  logSuffix = '',
): ServingStage {
  const { restApiId, stageName, variables } = document;
  const throttleOf = methodThrottle(document);
  const connection = {
    variables,
    maximumTimeoutInMillis: document.maximumTimeoutInMillis,
    clientCertificate: network.clientCertificates.get(document.clientCertificateId ?? ''),
    vpcLinks: network.vpcLinks,
  };
  const cachingOf = methodCaching(document, cacheName);
  const executionLogs = compileExecutionLogs(document.executionLog, throttleKey, logSuffix);
  const known = new Map<CompiledMethod, StageMethodFacts>();
  const build = (method: CompiledMethod): StageMethodFacts => {
    const integrationKey = `${restApiId}:${stageName}:${method.throttleKey}`;
    const throttle = throttleOf(method.throttleKey);
    const bucket: BucketRequest | undefined = throttle && { key: `stage:${integrationKey}`, throttle };
    const route = backendRoute(integrationKey, method.integration?.connection, connection);
    const executionLog = executionLogs?.of(method.throttleKey);
    return { route, bucket, caching: method.cacheKey && cachingOf(method), executionLog };
  };
  return {
    restApiId,
    stageName,
    variables,
    deployment,
    plans,
    canary: undefined,
    isCanaryRequest: undefined,
    recordedAs: stageName,
    accessLog: compileAccessLog(document.accessLogSettings),
    methodFacts: (method) => {
      const facts = known.get(method) ?? build(method);
      known.set(method, facts);
      return facts;
    },
  };
}

/**
 * A method's own setting wins over the stage's default. Either way the bucket is the method's: "per-API,
 * per-stage throttling limits are applied at the API method level for a stage"
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).
 */
function methodThrottle({ throttle, methodThrottles }: StageDocument): (key: string) => Throttle | undefined {
  const own = byThrottleKey(methodThrottles);
  return (key) => own.get(key) ?? throttle;
}

/** The stage's default covers GET methods alone; an own entry covers its method whatever the verb. */
function methodCaching(
  { restApiId, stageName, cacheBytes, caching, methodCaching = {} }: StageDocument,
  name = `${restApiId}/${stageName}`,
): (method: CompiledMethod) => MethodCaching | undefined {
  if (!cacheBytes) return () => undefined;
  const cache: CacheRef = { name, maxBytes: cacheBytes };
  const own = byThrottleKey(methodCaching);
  return ({ httpMethod, throttleKey }) => {
    const setting = own.get(throttleKey) ?? (httpMethod === 'GET' ? caching : undefined);
    return setting && inEffect(setting, cache);
  };
}

function inEffect(setting: CachingDocument, cache: CacheRef): MethodCaching | undefined {
  const { cachingEnabled, cacheTtlInSeconds, ...invalidation } = setting;
  if (!cachingEnabled || cacheTtlInSeconds === 0) return undefined;
  return { ...invalidation, cache, ttlMs: cacheTtlInSeconds * 1000 };
}

function byThrottleKey<T>(entries: Record<string, T>): Map<string, T> {
  return new Map(Object.entries(entries).map(([key, value]) => [throttleKey(key), value]));
}
