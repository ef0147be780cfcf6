import type { TraceEntry } from './trace';

export interface ExecutionLogInput {
  requestId: string;
  /** ms since the epoch, when the call came */
  time: number;
  status: number;
  trace: readonly TraceEntry[];
}

/** AWS cuts a map of headers there. */
const MAP_LENGTH = 1_000;

/**
 * A call's trace in the words of AWS's execution log, as TestInvokeMethod gives it
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-test-method.html).
 */
export function executionLog({ requestId, time, status, trace }: ExecutionLogInput): string {
  const failed = trace.some((entry) => entry.failed);
  const lines: [at: number, text: string][] = [[0, `Starting execution for request: ${requestId}`]];
  for (const entry of trace) for (const text of linesOf(entry)) lines.push([entry.at, text]);
  const end = trace.at(-1)?.at ?? 0;
  if (!failed) lines.push([end, 'Successfully completed execution']);
  lines.push([end, `Method completed with status: ${status}`]);
  const dated = lines.map(([at, text]) => `${logDate(time + at)} : ${text}`);
  return [`Execution log for request ${requestId}`, ...dated].join('\n');
}

function linesOf({ step, message, failed, detail = {} }: TraceEntry): string[] {
  if (failed) return [message];
  const write = writers[step];
  return write ? write(detail, message) : [];
}

type Detail = Record<string, unknown>;

const writers: Record<string, (detail: Detail, message: string) => string[]> = {
  matchMethod: ({ httpMethod, path, pathParameters }) => [
    `HTTP Method: ${httpMethod}, Resource Path: ${path}`,
    `Method request path: ${map(pathParameters)}`,
  ],
  mapIntegrationRequest: (detail) => ('uri' in detail ? endpointRequest(detail) : methodRequest(detail)),
  callIntegration: (detail, message) => ('status' in detail ? endpointResponse(detail) : [message]),
  mapIntegrationResponse: ({ headers, body }) => [
    `Method response body after transformations: ${body}`,
    `Method response headers: ${map(headers)}`,
  ],
  passIntegrationResponse: ({ headers, body }) =>
    headers
      ? [`Method response headers: ${map(headers)}`]
      : [`Method response body after transformations: ${body}`],
};

function methodRequest({ querystring, headers, body }: Detail): string[] {
  return [
    `Method request query string: ${map(querystring)}`,
    `Method request headers: ${map(headers)}`,
    `Method request body before transformations: ${body}`,
  ];
}

/** A MOCK has no endpoint, and AWS's log then none of these lines. */
function endpointRequest({ uri, headers, body }: Detail): string[] {
  if (uri === '') return [];
  return [
    `Endpoint request URI: ${uri}`,
    `Endpoint request headers: ${map(headers)}`,
    `Endpoint request body after transformations: ${body}`,
  ];
}

function endpointResponse({ status, latency, headers, body }: Detail): string[] {
  if (latency === undefined) return [];
  const lines = [
    `Received response. Status: ${status}, Integration latency: ${Math.round(Number(latency))} ms`,
    `Endpoint response headers: ${map(headers)}`,
  ];
  return body === undefined ? lines : [...lines, `Endpoint response body before transformations: ${body}`];
}

/** `{petId=123, x=[a, b]}` as Java prints a map */
function map(value: unknown): string {
  const entries = Object.entries((value ?? {}) as Record<string, unknown>).map(
    ([name, one]) => `${name}=${Array.isArray(one) ? one.join(',') : one}`,
  );
  const text = `{${entries.join(', ')}}`;
  return text.length > MAP_LENGTH ? `${text.slice(0, MAP_LENGTH)} [TRUNCATED]` : text;
}

/** `Sat Nov 21 10:21:23 UTC 2026` */
export function logDate(time: number): string {
  const [day = '', date, month, year, clock] = new Date(time).toUTCString().split(/,? /);
  return `${day} ${month} ${date} ${clock} UTC ${year}`;
}
