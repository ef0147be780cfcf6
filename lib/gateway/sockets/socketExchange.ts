import { Exchange } from '../mapping/Exchange';
import type { WebSocketStage } from '../snapshot/compiledApis';
import type { CompiledWebSocketDeployment } from './compileWebSocketDeployment';
import type { SocketRouteFacts } from './routeFacts';
import type { SocketCall } from './SocketCall';
import { socketContext } from './socketContext';

/** An event as mappings, templates and integrations read it. Who connected is known to every event. */
export function socketExchange(
  call: SocketCall,
  { document }: WebSocketStage,
  { deploymentId }: CompiledWebSocketDeployment,
  { route }: Pick<SocketRouteFacts, 'route'>,
): Exchange {
  const { request, requestId, extendedRequestId, traceId, time, serving, connection } = call;
  const exchange = new Exchange({
    ...{ request, requestId, extendedRequestId, traceId, time, deploymentId, route },
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
    pathParameters: {},
    context: (own) => socketContext(call, own),
  });
  exchange.authorized = connection.authorized;
  exchange.callerKey = connection.callerKey;
  call.exchange = exchange;
  return exchange;
}
