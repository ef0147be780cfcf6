import { GatewayError } from '../../GatewayError';
import { headerValue } from '../../mapping/headerValue';

export type Headers = [name: string, value: string][];
export type Action = 'append' | 'overwrite' | 'remove';

/** One header that a mapping changes; a remove has no value. */
export interface HeaderChange {
  action: Action;
  name: string;
  value: string;
}

/** What all mapped headers may have together: no more than a caller's own could (reference section 3, 431). */
const LARGEST = 10_240;

/** Names that cannot be mapped (reference section 7). */
const RESERVED: ReadonlySet<string> = new Set([
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-location',
  'forwarded',
  'keep-alive',
  'origin',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailers',
  'transfer-encoding',
  'upgrade',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'via',
]);
const RESERVED_PREFIX = /^(access-control-|apigw-|x-amz-|x-amzn-)/;
const NAME = /^[!#$%&'*+\-.^_`|~\w]+$/;

/** @throws Error for a name that is reserved or none */
export function checkMappableHeader(name: string): void {
  const key = name.toLowerCase();
  if (!NAME.test(name)) throw new Error(`${name} is no header name`);
  // Trailer is how RFC 9110 spells what AWS's list calls Trailers.
  if (key === 'trailer' || RESERVED.has(key) || RESERVED_PREFIX.test(key))
    throw new Error(`header ${name} is reserved`);
}

/**
 * @param fault whose fault a value is: the caller's, or in a response the API's
 * @throws GatewayError for a value that would begin a header of its own, and for too much of it
 */
export function changeHeaders(
  headers: Headers,
  changes: readonly HeaderChange[],
  fault: 'DEFAULT_4XX' | 'API_CONFIGURATION_ERROR',
): Headers {
  let result = headers;
  let bytes = 0;
  for (const { action, name, value } of changes) {
    const key = name.toLowerCase();
    if (action !== 'append') result = result.filter(([one]) => one.toLowerCase() !== key);
    if (action === 'remove') continue;
    const safe = headerValue(value);
    if (safe === undefined)
      throw new GatewayError(fault, `The value mapped to header ${name} holds a control character`);
    bytes += name.length + safe.length;
    if (bytes > LARGEST) throw new GatewayError(fault, `Mapped headers over ${LARGEST} bytes`);
    result = [...result, [name, safe]];
  }
  return result;
}
