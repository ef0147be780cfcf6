import type { TraceEntry } from '../trace';

/** AWS cuts a map of headers there. */
const MAP_LENGTH = 1_000;

/**
 * What a step reported in the words of AWS's execution log, as TestInvokeMethod gives it; steps that AWS does not tell
 * of have no line.
 */
export function executionLines(entry: TraceEntry, mapLength = MAP_LENGTH): string[] {
  const { step, message, failed, detail = {} } = entry;
  if (failed) return [message];
  const write = writers[step];
  return write ? write({ detail, message, map: (value) => javaMap(value, mapLength) }) : [];
}

type Detail = Record<string, unknown>;

interface Told {
  detail: Detail;
  message: string;
  map(value: unknown): string;
}

const writers: Record<string, (told: Told) => string[]> = {
  matchMethod: ({ detail: { httpMethod, path, pathParameters }, map }) => [
    `HTTP Method: ${httpMethod}, Resource Path: ${path}`,
    `Method request path: ${map(pathParameters)}`,
  ],
  mapIntegrationRequest: (told) => ('uri' in told.detail ? endpointRequest(told) : methodRequest(told)),
  callIntegration: (told) => ('status' in told.detail ? endpointResponse(told) : [told.message]),
  mapIntegrationResponse: ({ detail: { headers, body }, map }) => [
    `Method response body after transformations: ${body}`,
    `Method response headers: ${map(headers)}`,
  ],
  passIntegrationResponse: ({ detail: { headers, body }, map }) =>
    headers
      ? [`Method response headers: ${map(headers)}`]
      : [`Method response body after transformations: ${body}`],
};

function methodRequest({ detail: { querystring, headers, body }, map }: Told): string[] {
  return [
    `Method request query string: ${map(querystring)}`,
    `Method request headers: ${map(headers)}`,
    `Method request body before transformations: ${body}`,
  ];
}

/** A MOCK has no endpoint, and AWS's log then none of these lines. */
function endpointRequest({ detail: { uri, headers, body }, map }: Told): string[] {
  if (uri === '') return [];
  return [
    `Endpoint request URI: ${uri}`,
    `Endpoint request headers: ${map(headers)}`,
    `Endpoint request body after transformations: ${body}`,
  ];
}

function endpointResponse({ detail: { status, latency, headers, body }, map }: Told): string[] {
  if (latency === undefined) return [];
  const lines = [
    `Received response. Status: ${status}, Integration latency: ${Math.round(Number(latency))} ms`,
    `Endpoint response headers: ${map(headers)}`,
  ];
  return body === undefined ? lines : [...lines, `Endpoint response body before transformations: ${body}`];
}

/** `{petId=123, x=[a, b]}` as Java prints a map */
export function javaMap(value: unknown, longest = Number.POSITIVE_INFINITY): string {
  const entries = Object.entries((value ?? {}) as Record<string, unknown>).map(
    ([name, one]) => `${name}=${Array.isArray(one) ? one.join(',') : one}`,
  );
  const text = `{${entries.join(', ')}}`;
  return text.length > longest ? `${text.slice(0, longest)} [TRUNCATED]` : text;
}
