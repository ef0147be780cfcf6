import type { CorsDocument } from '../snapshot/apiTypes';
import type { Reply, Request } from '../transport/Request';

/** An API's CORS configuration, ready to run. */
export interface Cors {
  /** The answer to a preflight; undefined: the request is none and is routed. */
  preflight(request: Request): Reply | undefined;
  /** Replaces whatever CORS headers a backend gave (reference section 8). */
  overwrite(request: Request, headers: Reply['headers']): Reply['headers'];
}

type Headers = Reply['headers'];

/** (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html) */
export function compileCors(document: CorsDocument): Cors {
  const originOf = allowedOrigin(document);
  const methods = listed(document.allowMethods, (text) => text.toUpperCase());
  const headers = listed(document.allowHeaders, (text) => text.toLowerCase());
  const onPreflight = preflightHeaders(document);
  const onAnswer = answerHeaders(document);
  const allows = (request: Request): Headers | undefined => {
    const origin = originOf(request.header('origin') ?? '');
    if (!origin || !methods([request.header('access-control-request-method') ?? ''])) return undefined;
    const asked = request.header('access-control-request-headers')?.split(',') ?? [];
    return headers(asked) ? [...origin, ...onPreflight] : undefined;
  };
  return {
    preflight: (request) => {
      if (request.method !== 'OPTIONS' || !isPreflight(request)) return undefined;
      // What is not allowed is told by silence: the browser then refuses the page its call.
      return { status: 204, headers: allows(request) ?? [], body: '' };
    },
    overwrite: (request, given) => {
      const kept = given.filter(([name]) => !/^access-control-/i.test(name));
      const origin = request.header('origin');
      const allowed = origin === undefined ? undefined : originOf(origin);
      return allowed ? [...kept, ...allowed, ...onAnswer] : kept;
    },
  };
}

function isPreflight(request: Request): boolean {
  return (
    request.header('origin') !== undefined && request.header('access-control-request-method') !== undefined
  );
}

/**
 * With credentials neither `*` nor a scheme alone allows anybody: it would let every site act for its visitors
 * (reliability.md B25; AWS refuses `*` with credentials when it is configured).
 */
function allowedOrigin({
  allowOrigins = [],
  allowCredentials,
}: CorsDocument): (origin: string) => Headers | undefined {
  const exact = new Set(allowOrigins.map((origin) => origin.toLowerCase()));
  const all = !allowCredentials && exact.has('*');
  const schemes = allowCredentials ? [] : ['http://', 'https://'].filter((scheme) => exact.has(`${scheme}*`));
  return (origin) => {
    if (all) return [['access-control-allow-origin', '*']];
    const key = origin.toLowerCase();
    const named = exact.has(key) && !key.includes('*');
    if (!named && !schemes.some((scheme) => key.startsWith(scheme) && key.length > scheme.length))
      return undefined;
    return [
      ['access-control-allow-origin', origin],
      ['vary', 'Origin'],
    ];
  };
}

/** `*` allows everything; an empty list nothing. */
function listed(
  list: readonly string[] = [],
  spelt: (text: string) => string,
): (asked: readonly string[]) => boolean {
  const allowed = new Set(list.map(spelt));
  if (allowed.has('*')) return () => true;
  return (asked) => asked.every((one) => one.trim() === '' || allowed.has(spelt(one.trim())));
}

function preflightHeaders({
  allowMethods = [],
  allowHeaders = [],
  allowCredentials,
  maxAge,
}: CorsDocument): Headers {
  const headers: Headers = [];
  if (allowMethods.length > 0) headers.push(['access-control-allow-methods', allowMethods.join(',')]);
  if (allowHeaders.length > 0) headers.push(['access-control-allow-headers', allowHeaders.join(',')]);
  if (maxAge !== undefined) headers.push(['access-control-max-age', String(maxAge)]);
  if (allowCredentials) headers.push(['access-control-allow-credentials', 'true']);
  return headers;
}

function answerHeaders({ exposeHeaders = [], allowCredentials }: CorsDocument): Headers {
  const headers: Headers = [];
  if (exposeHeaders.length > 0) headers.push(['access-control-expose-headers', exposeHeaders.join(',')]);
  if (allowCredentials) headers.push(['access-control-allow-credentials', 'true']);
  return headers;
}
