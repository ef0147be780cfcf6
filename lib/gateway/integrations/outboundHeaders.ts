import { GatewayError } from '../GatewayError';
import type { ExchangeFacts } from '../mapping/Exchange';
import { ignoredMapped, illegalMapped } from '../mapping/headerTables';
import { headerValue } from '../mapping/headerValue';

/** What AWS lets a caller send in all headers together. */
const MAPPED_BYTES = 20_480;
/** `: ` and the line's end */
const LINE_BYTES = 4;

export type Headers = [name: string, value: string][];

/**
 * Lays mapped headers over those already there; a mapped name replaces every header of that name in any case.
 * @throws GatewayError 500 for a header AWS refuses to have mapped, 400 for a value that would break out of it and
 *   for more than all headers of a call may be: a caller's body of 10 MB could otherwise be mapped into one
 */
export function overlayHeaders(
  headers: Headers,
  mapped: readonly (readonly [string, string])[],
  illegal: ReadonlySet<string> = illegalMapped,
): Headers {
  if (mapped.length === 0) return headers;
  const kept = mapped.filter(([name]) => isEffective(name, illegal));
  const replaced = new Set(kept.map(([name]) => name.toLowerCase()));
  const result = headers.filter(([name]) => !replaced.has(name.toLowerCase()));
  let bytes = 0;
  for (const [name, value] of kept) {
    const safe = safeValue(name, value);
    bytes += name.length + safe.length + LINE_BYTES;
    if (bytes > MAPPED_BYTES)
      throw new GatewayError('DEFAULT_4XX', `Mapped headers over ${MAPPED_BYTES} bytes`);
    result.push([name, safe]);
  }
  return result;
}

function isEffective(name: string, illegal: ReadonlySet<string>): boolean {
  const key = name.toLowerCase();
  if (illegal.has(key))
    throw new GatewayError(
      'API_CONFIGURATION_ERROR',
      `Execution failed due to configuration error: ${name} header already present`,
    );
  return !ignoredMapped.has(key);
}

function safeValue(name: string, value: string): string {
  const safe = headerValue(value);
  if (safe === undefined)
    throw new GatewayError('DEFAULT_4XX', `The value mapped to header ${name} holds a control character`);
  return safe;
}

/** What AWS adds for every HTTP backend; Accept and User-Agent only when nothing else set them. */
export function addGatewayHeaders(headers: Headers, facts: ExchangeFacts): void {
  let accept = false;
  let userAgent = false;
  for (const [name] of headers) {
    const key = name.toLowerCase();
    if (key === 'accept') accept = true;
    else if (key === 'user-agent') userAgent = true;
  }
  if (!accept) headers.push(['Accept', 'application/json']);
  if (!userAgent) headers.push(['User-Agent', `AmazonAPIGateway_${facts.restApiId}`]);
  headers.push(['X-Amzn-Apigateway-Api-Id', facts.restApiId]);
}
