import { NO_ROUTE } from '../integrations/backendRoute';
import { Exchange } from '../mapping/Exchange';
import type { WebSocketStage } from '../snapshot/compiledApis';
import type { CompiledWebSocketDeployment } from './compileWebSocketDeployment';
import type { SocketRouteFacts } from './routeFacts';
import type { SocketCall } from './SocketCall';
import { socketContext } from './socketContext';

const NO_PARAMETERS = {};

/**
 * An event as selection expressions read it, whose route is not known yet. Who connected is known to every event. No
 * spread: an object made of parts has a shape of its own each time, and this one is made for every message.
 */
export function socketExchange(
  call: SocketCall,
  { document }: WebSocketStage,
  { deploymentId }: CompiledWebSocketDeployment,
): Exchange {
  const { request, requestId, time, serving, connection } = call;
  const exchange = new Exchange({
    request,
    requestId,
    extendedRequestId: requestId,
    traceId: call.traceId,
    time,
    deploymentId,
    route: NO_ROUTE,
    region: serving.account.region,
    accountId: serving.account.accountId,
    restApiId: connection.apiId,
    stageName: connection.stageName,
    stageVariables: document.stageVariables,
    isCanaryRequest: undefined,
    httpMethod: 'POST',
    path: request.path,
    eventPath: request.path,
    resourceId: '',
    resourcePath: call.routeKey,
    sourcePath: call.routeKey,
    pathParameters: NO_PARAMETERS,
    context: (own) => socketContext(call, own),
  });
  exchange.authorized = connection.authorized;
  exchange.callerKey = connection.callerKey;
  call.exchange = exchange;
  return exchange;
}

/** Once its route is known, as mappings, templates and integrations read it. */
export function onRoute({ facts }: Exchange, { routeKey }: SocketCall, { route }: SocketRouteFacts): void {
  facts.route = route;
  facts.resourcePath = routeKey;
  facts.sourcePath = routeKey;
}
