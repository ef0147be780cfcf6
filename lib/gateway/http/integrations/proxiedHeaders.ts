import { isIP } from 'node:net';
import type { HttpExchange } from '../HttpExchange';

type Headers = [name: string, value: string][];

/** They speak of the connection that ends here (RFC 9110 7.6.1), or are written anew. */
const DROPPED: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'forwarded',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
  'x-amzn-trace-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
]);
const NONE: readonly string[] = [];

/** The caller's headers as an HTTP backend gets them, with the one Forwarded header that AWS writes. */
export function proxiedHeaders({ call, traceId }: HttpExchange, bodyBytes: number): Headers {
  const { request } = call;
  const connection = request.header('connection');
  const named = connection ? connection.toLowerCase().split(/[\s,]+/) : NONE;
  const headers: Headers = [];
  let typed = false;
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    if (DROPPED.has(key) || named.includes(key)) continue;
    // A signature is good for this hop alone.
    if (key === 'authorization' && value.startsWith('AWS4-HMAC-SHA256')) continue;
    if (key === 'content-type') typed = true;
    headers.push([name, value]);
  }
  headers.push(['Forwarded', forwarded(request)], ['X-Amzn-Trace-Id', traceId]);
  // AWS adds a Content-Type where a body is announced as empty; which one is from memory.
  if (!typed && bodyBytes === 0 && request.header('content-length') === '0')
    headers.push(['Content-Type', 'application/octet-stream']);
  return headers;
}

/**
 * RFC 7239: what came before stays, with X-Forwarded-For's addresses turned into its form, and this hop behind it.
 * `by` is an obfuscated name (6.3): the gateway's own address is nobody's business.
 */
function forwarded(request: HttpExchange['call']['request']): string {
  const before = request.header('forwarded');
  const hops = request.header('x-forwarded-for')?.split(',') ?? NONE;
  const elements = hops
    .map((hop) => hop.trim())
    .filter((hop) => isIP(hop) !== 0)
    .map((hop) => `for=${node(hop)}`);
  const own = `by=_gatehouse;for=${node(request.sourceIp)};host=${hostOf(request.host)};proto=http`;
  return [...(before === undefined ? NONE : [before]), ...elements, own].join(', ');
}

function node(address: string): string {
  return address.includes(':') ? `"[${address}]"` : address;
}

function hostOf(host: string): string {
  return /^[\w.-]+$/.test(host) ? host : `"${host.replace(/["\\]/g, '')}"`;
}
