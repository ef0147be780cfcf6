import type { HttpExchange } from '../HttpExchange';

/** They speak of the connection that ends here, or are written anew. */
const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-port',
  'x-forwarded-proto',
]);

/** A call's headers as functions see them: names in lower case, in the order in which they came. */
export function eventHeaders({ call, traceId }: HttpExchange): Map<string, string[]> {
  const { request } = call;
  const headers = new Map<string, string[]>();
  const hops: string[] = [];
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    if (key === 'x-forwarded-for') hops.push(value);
    if (DROPPED.has(key)) continue;
    const known = headers.get(key);
    if (known) known.push(value);
    else headers.set(key, [value]);
  }
  headers.set('x-amzn-trace-id', [traceId]);
  headers.set('x-forwarded-for', [[...hops, request.sourceIp].join(', ')]);
  headers.set('x-forwarded-port', [/:(\d+)$/.exec(request.host)?.[1] ?? '80']);
  headers.set('x-forwarded-proto', ['http']);
  return headers;
}
