import type { WebSocketStage } from '../../snapshot/compiledApis';
import type { SocketCall } from '../../sockets/SocketCall';
import type { Frame } from '../../sockets/SocketIntegration';
import { mask } from '../redact';
import { traceForLog } from './traceForLog';

/** Traces an event if its route is logged; until a message's route is known the stage's default counts. */
export function traceEvent(call: SocketCall, { executionLogs }: WebSocketStage, routeKey?: string): void {
  if (!executionLogs) return;
  const log = routeKey === undefined ? executionLogs.every : executionLogs.of(routeKey);
  call.trace = log && traceForLog(call, log);
}

/** What AWS logs as an event's execution begins: which route, and who or what came (from memory). */
export function noteEvent(call: SocketCall): void {
  const { trace, routeKey, eventType, connection } = call;
  if (!trace?.log) return;
  const { callerKey } = connection;
  trace.add('startExecution', 'Starting execution', {
    ...(eventType === 'CONNECT' && { apiKey: callerKey ? mask(callerKey.apiKey) : '' }),
    lines: [`WebSocket Request Route: [${routeKey}]`, ...eventLines(call)],
  });
}

function eventLines({ eventType, connection, trace, text, ending }: SocketCall): string[] {
  const { id, apiId, sourceIp, userAgent } = connection;
  if (eventType === 'CONNECT')
    return [
      `Client [UserAgent: ${userAgent}, SourceIp: ${sourceIp}] is connecting to WebSocket API [${apiId}].`,
    ];
  if (eventType === 'DISCONNECT')
    return [
      `Client [Connection Id: ${id}] disconnected from WebSocket API [${apiId}] with code ${ending?.code}.`,
    ];
  const data = trace?.log?.dataTrace ? ` Message: [${trace.text(text)}]` : '';
  return [`WebSocket API [${apiId}] received message from client [Connection Id: ${id}].${data}`];
}

/** What goes back to the client of a two-way route. */
export function noteFrame({ trace }: SocketCall, { data }: Frame): void {
  trace?.add('passIntegrationResponse', 'Route response', { body: trace.text(data) });
}
