import { HttpCall } from '../http/HttpCall';
import type { AccessLogs, GatewayLog, Recorder } from '../ports';
import type { Serving } from '../snapshot/compiled';
import { type CallAddress, callAddress } from '../steps/callAddress';
import { logHttpAccess, logRestAccess } from '../telemetry/accessLog/logAccess';
import { logExecution } from '../telemetry/executionLog/logExecution';
import type { Handler, Reply, Request, Sent } from '../transport/Request';
import { type Call, type CallPorts, CallReport } from './Call';
import { answerConnections, type ConnectionAsker } from './connections';
import { errorReply } from './errorReply';
import { answerHttp } from './http';
import { newExtendedRequestId, requestIdFor } from './ids';
import { rest } from './rest';
import { traceIdFor } from './traceId';

export interface ServeOptions {
  /** what serves now; undefined before the first snapshot */
  current(): Serving | undefined;
  ports: CallPorts;
  recorder: Recorder;
  accessLogs: AccessLogs | undefined;
  log: GatewayLog;
  sockets: ConnectionAsker;
}

/** The engine behind a listener: answers every call and records it exactly once, when its last byte went. */
export function createServe(options: ServeOptions): { handler: Handler; sent: Sent } {
  const calls = new WeakMap<Request, Call | HttpCall>();
  return {
    handler: async (request) => {
      if (request.path === '/ping' || request.path === '/sping') return HEALTHY;
      const serving = options.current();
      if (!serving) return NOT_READY;
      const address = callAddress(request, serving.domains);
      const httpApi = address && serving.httpApis.get(address.apiId);
      if (httpApi) {
        const call = new HttpCall(request, address, httpApi, serving, options.ports);
        calls.set(request, call);
        return answerHttp(call, options.log);
      }
      const call = beginCall(request, address, serving, options.ports);
      if (address && serving.webSocketApis.has(address.apiId)) {
        // What a backend sends to a client is one of the API's messages; looking and closing are none.
        if (request.method === 'POST') calls.set(request, call);
        return answerConnections(call, address, options);
      }
      calls.set(request, call);
      return answer(call, options.log);
    },
    sent: (request, reply, outcome) => {
      const call = calls.get(request);
      if (!call) return;
      calls.delete(request);
      record(call, reply, outcome, options);
    },
  };
}

/** Reserved at the root of every API for health checks, as on AWS; no API's call, so not recorded. */
const HEALTHY: Reply = { status: 200, headers: [['Content-Type', 'text/plain']], body: 'healthy' };
const NOT_READY: Reply = {
  status: 503,
  headers: [['Content-Type', 'application/json']],
  body: '{"message":"Service Unavailable"}',
};

export function beginCall(
  request: Request,
  address: CallAddress | undefined,
  serving: Serving,
  ports: CallPorts,
  trace?: Call['trace'],
): Call {
  const time = ports.clock.now();
  const sentId = request.header('x-amzn-requestid');
  const requestId = requestIdFor(sentId);
  if (sentId !== undefined && sentId !== requestId)
    trace?.add('serve', 'UUID_REPLACED_INVALID_REQUEST_ID: x-amzn-RequestId must be a UUID');
  return {
    request,
    address,
    requestId,
    extendedRequestId: newExtendedRequestId(),
    traceId: traceIdFor(request.header('x-amzn-trace-id'), time),
    time,
    serving,
    ports,
    trace,
    report: new CallReport(requestId, request.method),
    target: undefined,
    exchange: undefined,
  };
}

/** Runs a call to its reply; never rejects. */
export async function answer(call: Call, log: GatewayLog): Promise<Reply> {
  const reply = await restReply(call, log);
  const { headers, typed } = besideOurs(reply.headers);
  if (!typed) headers.push(['Content-Type', 'application/json']);
  headers.push(['x-amzn-RequestId', call.requestId], ['x-amz-apigw-id', call.extendedRequestId]);
  reply.headers = headers;
  return reply;
}

/** A second id of this name, mapped by an API or sent by a backend, would make callers quote the wrong one. */
function besideOurs(headers: Reply['headers']): { headers: Reply['headers']; typed: boolean } {
  let foreign = false;
  let typed = false;
  for (const [name] of headers) {
    const key = name.toLowerCase();
    if (key === 'content-type') typed = true;
    else if (OURS.has(key)) foreign = true;
  }
  return { headers: foreign ? headers.filter(([name]) => !OURS.has(name.toLowerCase())) : headers, typed };
}

const OURS: ReadonlySet<string> = new Set(['x-amzn-requestid', 'x-amz-apigw-id']);

async function restReply(call: Call, log: GatewayLog): Promise<Reply> {
  try {
    return await rest(call);
  } catch (error) {
    return errorReply(call, error, log);
  }
}

function record(
  call: Call | HttpCall,
  reply: Reply,
  outcome: Parameters<Sent>[2],
  { ports, recorder, accessLogs }: ServeOptions,
) {
  const unheard = !outcome.complete && outcome.bodyBytes === 0;
  const { report, request } = call;
  report.time = ports.clock.now();
  report.latency = ports.clock.monotonic() - request.startedAt;
  // nginx's 499 for a client that left before it was answered; no backend's fault and no caller's error.
  report.status = unheard && request.clientGone.happened ? 499 : reply.status;
  report.responseLength = outcome.bodyBytes;
  if (call instanceof HttpCall) report.dataProcessed = request.bodyBytes + outcome.bodyBytes;
  recorder.record(report);
  if (!accessLogs) return;
  if (call instanceof HttpCall) logHttpAccess(call, accessLogs);
  else {
    logRestAccess(call, accessLogs);
    // `@connections` has no target, and logged itself.
    if (call.trace && call.target) logExecution(call, reply, accessLogs);
  }
}
