import { parseJson } from '../mapping/parseJson';
import { type CallPorts, CallReport } from '../pipeline/Call';
import { newExtendedRequestId } from '../pipeline/ids';
import { traceIdFor } from '../pipeline/traceId';
import type { Serving } from '../snapshot/compiled';
import { Departure } from '../transport/Departure';
import type { Request } from '../transport/Request';
import type { ConnectionFacts, SocketCall, SocketEventType } from './SocketCall';

export interface SocketCallParts extends Pick<SocketCall, 'messageId' | 'ending' | 'text'> {
  eventType: SocketEventType;
  connection: ConnectionFacts;
  request: Request;
  serving: Serving;
  ports: CallPorts;
  routeKey: string;
}

/** AWS gives one id to an event: requestId and extendedRequestId are the same (reference section 9). */
export function beginSocketCall(parts: SocketCallParts): SocketCall {
  const { ports, request, connection, eventType, text } = parts;
  const time = ports.clock.now();
  const requestId = newExtendedRequestId();
  const report = new CallReport(requestId, eventType);
  report.restApiId = connection.apiId;
  report.stageName = connection.stageName;
  report.resourcePath = parts.routeKey;
  let json: { value: unknown } | undefined;
  return {
    ...parts,
    requestId,
    extendedRequestId: requestId,
    traceId: traceIdFor(request.header('x-amzn-trace-id'), time),
    time,
    report,
    address: undefined,
    trace: undefined,
    target: undefined,
    exchange: undefined,
    json: () => {
      json ??= { value: jsonOf(text) };
      return json.value;
    },
  };
}

function jsonOf(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** What steps read of a message or an end: it has no path, no query and no headers of its own. */
export function eventRequest({ host, sourceIp }: ConnectionFacts, text: string, startedAt: number): Request {
  return {
    method: 'POST',
    path: '/',
    query: '',
    headers: [],
    header: () => undefined,
    host,
    protocol: 'HTTP/1.1',
    sourceIp,
    startedAt,
    // AWS ends no integration because the client left.
    clientGone: new Departure(),
    readBody: async () => Buffer.from(text),
  };
}
