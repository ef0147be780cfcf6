import { authorizeConnect } from '../sockets/authorizeConnect';
import { integrateEvent } from '../sockets/integrateEvent';
import { requireParameters } from '../sockets/requireParameters';
import { resolveSocketStage } from '../sockets/resolveSocketStage';
import { routeFacts } from '../sockets/routeFacts';
import type { SocketCall } from '../sockets/SocketCall';
import type { Frame } from '../sockets/SocketIntegration';
import { selectSocketRoute } from '../sockets/selectSocketRoute';
import { onRoute, socketExchange } from '../sockets/socketExchange';
import { validateMessage } from '../sockets/validateMessage';
import { checkApiKey } from '../steps/checkApiKey';
import { takeQuota } from '../steps/takeQuota';
import { throttle } from '../steps/throttle';
import { noteEvent, noteFrame, traceEvent } from '../telemetry/executionLog/socketEvents';

/** What `$connect` decided: 2xx opens the connection. */
export interface Handshake {
  status: number;
  /** the subprotocol that its integration chose */
  protocol: string | undefined;
}

/** The upgrade is held while this runs. A step refuses it by throwing a GatewayError. */
export async function connect(call: SocketCall): Promise<Handshake> {
  const { serving, connection } = call;
  const { stage, deployment } = resolveSocketStage(serving, connection); //          403 FORBIDDEN
  traceEvent(call, stage, '$connect');
  const route = deployment.routes.get('$connect');
  if (!route) {
    noteEvent(call);
    return { status: 200, protocol: undefined };
  }
  const facts = routeFacts(stage, route);
  const exchange = socketExchange(call, stage, deployment);
  onRoute(exchange, call, facts);
  requireParameters(route, exchange); //                                             400 BAD_REQUEST_PARAMETERS
  if (route.authorization)
    connection.authorized = await authorizeConnect(call, route.authorization, exchange); // 401, 403
  const { plans } = stage;
  const caller = checkApiKey(call, { plans, deployment }, route, exchange); //       403 INVALID_API_KEY
  await throttle(call, ofConnection(call), route, facts, caller); //                 429 THROTTLED
  await takeQuota(call, caller); //                                                  429 QUOTA_EXCEEDED
  connection.callerKey = caller && { apiKeyId: caller.apiKeyId, apiKey: caller.apiKey };
  exchange.callerKey = connection.callerKey;
  noteEvent(call);
  const { integration, answer } = await integrateEvent(call, route, exchange); //    500, 502, 504
  // A function's error is no answer that could let somebody in.
  const status = answer.selector && integration.backend.type === 'AWS' ? 500 : answer.status;
  return { status, protocol: integration.protocolOf(call, exchange, answer) };
}

/** @returns what goes back to the client; nothing on a one-way route */
export async function message(call: SocketCall): Promise<Frame | undefined> {
  const { stage, deployment } = resolveSocketStage(call.serving, call.connection);
  const exchange = socketExchange(call, stage, deployment);
  traceEvent(call, stage);
  const route = selectSocketRoute(call, deployment, exchange); //                    Forbidden
  traceEvent(call, stage, route.routeKey);
  noteEvent(call);
  const facts = routeFacts(stage, route);
  onRoute(exchange, call, facts);
  const waiting = throttle(call, ofConnection(call), route, facts, undefined); //    Too Many Requests
  if (waiting) await waiting;
  validateMessage(call, route, exchange); //                                         Bad request body
  const { integration, answer } = await integrateEvent(call, route, exchange); //    Internal server error
  const frame = route.isTwoWay ? integration.frameOf(call, exchange, answer) : undefined;
  if (frame) noteFrame(call, frame);
  return frame;
}

/** Best effort, after the connection is gone; what the integration says counts for nothing. */
export async function disconnect(call: SocketCall): Promise<void> {
  const { stage, deployment } = resolveSocketStage(call.serving, call.connection);
  traceEvent(call, stage, '$disconnect');
  noteEvent(call);
  const route = deployment.routes.get('$disconnect');
  if (!route) return;
  const exchange = socketExchange(call, stage, deployment);
  onRoute(exchange, call, routeFacts(stage, route));
  await integrateEvent(call, route, exchange);
}

function ofConnection({ connection }: SocketCall) {
  return { restApiId: connection.apiId, stageName: connection.stageName };
}
