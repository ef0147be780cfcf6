import type { GatewayLog } from '../ports';
import { authorizeConnect } from '../sockets/authorizeConnect';
import { loneDirectory } from '../sockets/loneDirectory';
import { resolveSocketStage } from '../sockets/resolveSocketStage';
import { SocketCall } from '../sockets/SocketCall';
import { socketError } from '../sockets/socketError';
import { socketExchange } from '../sockets/socketExchange';
import type { Trace } from '../telemetry/trace';
import type { InventedApi } from './inventedApi';
import { TestRefused } from './inventedCall';
import type { ApiAuthorizerWord } from './testApiAuthorizer';

/** The steps of a handshake that concern its authorizer. */
export async function trySocketAuthorizer(
  invented: InventedApi,
  trace: Trace,
  log: GatewayLog,
): Promise<ApiAuthorizerWord> {
  const call = handshake(invented, trace);
  const { requestId } = call;
  const { stage, deployment } = resolveSocketStage(invented.serving, call.connection);
  const authorization = deployment.routes.get('$connect')?.authorization;
  if (!authorization) throw new TestRefused('The authorizer guards no handshake');
  try {
    const exchange = socketExchange(call, stage, deployment);
    const { principalId, context } = await authorizeConnect(call, authorization, exchange);
    return { requestId, clientStatus: 200, ...(principalId && { principalId }), context: { ...context } };
  } catch (error) {
    const { status } = socketError(call, error, log);
    const reason = call.report.failure?.reason ?? 'The authorizer failed for a reason nobody foresaw';
    return { requestId, clientStatus: status, reason };
  }
}

function handshake({ test, request, serving, ports }: InventedApi, trace: Trace): SocketCall {
  const { apiId, stageName } = test;
  const { sourceIp, host } = request;
  const connection = {
    ...{ id: loneDirectory.newConnectionId(), apiId, stageName, connectedAt: ports.clock.now() },
    ...{ sourceIp, host, userAgent: request.header('user-agent') },
    ...{ authorized: undefined, callerKey: undefined },
  };
  const event = { eventType: 'CONNECT', routeKey: '$connect', request } as const;
  return new SocketCall(event, connection, serving, ports, trace);
}
