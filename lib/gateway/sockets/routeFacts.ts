import { backendRoute, type RouteFacts } from '../integrations/backendRoute';
import type { BucketRequest } from '../ports';
import type { WebSocketStage } from '../snapshot/compiledApis';
import type { Throttle } from '../snapshot/types';
import type { SocketRoute } from './compileSocketRoute';

/** What only depends on stage and route: built at the first event and kept. */
export interface SocketRouteFacts {
  route: RouteFacts;
  bucket: BucketRequest | undefined;
}

/** AWS's own where a stage sets one of the two alone. */
const DEFAULT_THROTTLE: Throttle = { rateLimit: 10_000, burstLimit: 5_000 };
const known = new WeakMap<WebSocketStage, Map<SocketRoute, SocketRouteFacts>>();

export function routeFacts(stage: WebSocketStage, route: SocketRoute): SocketRouteFacts {
  const ofStage = known.get(stage) ?? new Map<SocketRoute, SocketRouteFacts>();
  known.set(stage, ofStage);
  const facts = ofStage.get(route) ?? build(stage, route);
  ofStage.set(route, facts);
  return facts;
}

function build({ document, network }: WebSocketStage, route: SocketRoute): SocketRouteFacts {
  const integrationKey = `${document.apiId}:${document.stageName}:${route.throttleKey}`;
  const throttle = throttleOf(document, route.routeKey);
  const connection = {
    variables: document.stageVariables,
    maximumTimeoutInMillis: undefined,
    clientCertificate: network.clientCertificates.get(document.clientCertificateId ?? ''),
    vpcLinks: network.vpcLinks,
  };
  return {
    route: backendRoute(integrationKey, route.integration?.backend.connection, connection),
    bucket: throttle && { key: `stage:${integrationKey}`, throttle },
  };
}

/** A route's own setting wins over the default one, each number by itself, as with HTTP APIs. */
function throttleOf(
  { defaultRouteSettings = {}, routeSettings = {} }: WebSocketStage['document'],
  routeKey: string,
): Throttle | undefined {
  const own = Object.hasOwn(routeSettings, routeKey) ? routeSettings[routeKey] : undefined;
  const rate = own?.throttlingRateLimit ?? defaultRouteSettings.throttlingRateLimit;
  const burst = own?.throttlingBurstLimit ?? defaultRouteSettings.throttlingBurstLimit;
  if (rate === undefined && burst === undefined) return undefined;
  return { rateLimit: rate ?? DEFAULT_THROTTLE.rateLimit, burstLimit: burst ?? DEFAULT_THROTTLE.burstLimit };
}
