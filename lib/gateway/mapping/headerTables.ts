import type { IntegrationType } from '../snapshot/types';

/**
 * Which headers cross the gateway, and under which name
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html, reference
 * section 12). Names in lower case.
 */

/** Invisible to every integration and template. */
export const droppedOnArrival: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'content-md5',
  'expect',
  'max-forwards',
  'proxy-authenticate',
  'server',
  'te',
  'transfer-encoding',
  'trailer',
  'upgrade',
  'www-authenticate',
  // RFC 9110 7.6.1 names these two as belonging to one connection; AWS's front door never lets them in.
  'keep-alive',
  'proxy-connection',
]);

/** HTTP_PROXY keeps these back too: the body's coding is undone by then, and the API's id is the gateway's to say. */
export const droppedByHttpProxy: ReadonlySet<string> = new Set([
  'host',
  'via',
  'content-encoding',
  'x-amzn-apigateway-api-id',
]);

/** A mapping or override to one of these ends the call with 500: `<h> header already present`. */
export const illegalMapped: ReadonlySet<string> = new Set([
  'content-length',
  'transfer-encoding',
  'x-amzn-trace-id',
  'x-amzn-apigateway-api-id',
]);

/** For AWS and AWS_PROXY these too (recorded): the gateway signs that call itself. */
export const illegalMappedForAws: ReadonlySet<string> = new Set([
  ...illegalMapped,
  'authorization',
  'connection',
  'expect',
  'proxy-authenticate',
  'te',
]);

/**
 * A mapping or override to one of these has no effect: they belong to one connection. AWS sends a mapped Trailer and
 * Upgrade on (recorded); here a backend is never asked to change protocols (RFC 9110 7.8, reliability.md B1).
 */
export const ignoredMapped: ReadonlySet<string> = new Set([
  'expect',
  'proxy-authenticate',
  'te',
  'via',
  'connection',
  'keep-alive',
  'upgrade',
  'trailer',
  'proxy-connection',
]);

/** The backend's headers that never reach the caller; most speak of one connection (RFC 9110 7.6.1). */
export const droppedFromBackend: ReadonlySet<string> = new Set([
  'transfer-encoding',
  'via',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'upgrade',
  // The gateway's own; a second one would make callers quote the wrong id.
  'x-amz-apigw-id',
]);

const PREFIX = 'x-amzn-Remapped-';

const remappedAlways = new Map(
  ['Connection', 'Content-Length', 'Date', 'Server', 'x-amzn-RequestId'].map((name) => [
    name.toLowerCase(),
    PREFIX + name,
  ]),
);

const remappedWhenMapped = new Map(
  [
    'Authorization',
    'Content-MD5',
    'Expect',
    'Host',
    'Max-Forwards',
    'Proxy-Authenticate',
    'Trailer',
    'Upgrade',
    'User-Agent',
    'WWW-Authenticate',
  ].map((name) => [name.toLowerCase(), PREFIX + name]),
);

/** Name under which a header goes to the caller, whatever the integration. */
export function remapAlways(name: string): string {
  return remappedAlways.get(name.toLowerCase()) ?? name;
}

/** Names under which an integration's mapped response headers go to the caller; a MOCK's are its owner's own words. */
export function remapMapped(type: IntegrationType): (name: string) => string {
  if (type === 'MOCK') return remapAlways;
  return (name) => remappedWhenMapped.get(name.toLowerCase()) ?? remapAlways(name);
}
