import { backendRoute } from '../integrations/backendRoute';
import type { BucketRequest } from '../ports';
import type { ApiStageDocument, RouteSettingsDocument } from '../snapshot/apiTypes';
import type { HttpRouteFacts, HttpStage } from '../snapshot/compiledApis';
import type { ServingNetwork } from '../snapshot/servingStage';
import type { Throttle } from '../snapshot/types';
import { compileAccessLog } from '../telemetry/accessLog/AccessLog';
import type { CompiledHttpDeployment, HttpRoute } from './compileHttpDeployment';

/** An HTTP API's integrations may take a second longer than a REST API's. */
const LONGEST_TIMEOUT = 30_000;

/** A stage of an HTTP API, ready to serve its deployment. */
export function servingHttpStage(
  document: ApiStageDocument,
  deployment: CompiledHttpDeployment | undefined,
  network: ServingNetwork,
  accountBucket: BucketRequest,
): HttpStage {
  const connection = {
    variables: document.stageVariables,
    maximumTimeoutInMillis: LONGEST_TIMEOUT,
    clientCertificate: network.clientCertificates.get(document.clientCertificateId ?? ''),
    vpcLinks: network.vpcLinks,
  };
  const known = new Map<HttpRoute, HttpRouteFacts>();
  const build = (route: HttpRoute): HttpRouteFacts => {
    const key = `${document.apiId}:${document.stageName}:${route.routeKey}`;
    const throttle = routeThrottle(document, route.routeKey, accountBucket.throttle);
    const bucket: BucketRequest | undefined = throttle && { key: `stage:${key}`, throttle };
    return {
      route: backendRoute(key, route.integration?.connection, connection),
      buckets: bucket ? [bucket, accountBucket] : [accountBucket],
    };
  };
  return {
    document,
    deployment,
    network,
    accessLog: compileAccessLog(document.accessLogSettings),
    routeFacts: (route) => {
      const facts = known.get(route) ?? build(route);
      known.set(route, facts);
      return facts;
    },
  };
}

/** A route's own setting wins over the default one, each number by itself; what neither says is the account's. */
function routeThrottle(
  { defaultRouteSettings = {}, routeSettings = {} }: ApiStageDocument,
  routeKey: string,
  account: Throttle,
): Throttle | undefined {
  const own: RouteSettingsDocument = Object.hasOwn(routeSettings, routeKey)
    ? (routeSettings[routeKey] ?? {})
    : {};
  const rate = own.throttlingRateLimit ?? defaultRouteSettings.throttlingRateLimit;
  const burst = own.throttlingBurstLimit ?? defaultRouteSettings.throttlingBurstLimit;
  if (rate === undefined && burst === undefined) return undefined;
  return { rateLimit: rate ?? account.rateLimit, burstLimit: burst ?? account.burstLimit };
}
