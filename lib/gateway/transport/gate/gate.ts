import type { ListenerLimits } from '../ListenerLimits';
import { bodyTooLarge, type Refusal, refusal } from '../Refusal';
import { checkFraming, type Framing } from './checkFraming';
import { checkHeaders, type HeaderList } from './checkHeaders';
import { checkHost } from './checkHost';
import { checkTarget, type Target } from './checkTarget';

/** A request's head as the parser gave it, nothing decoded. */
export interface Head {
  method: string;
  target: string;
  /** e.g. `1.1` */
  httpVersion: string;
  rawHeaders: readonly string[];
}

/** A head with one reading only. */
export interface PassedHead extends Target, Framing {
  headers: HeaderList;
  /** in lower case, one for each of `headers` */
  names: readonly string[];
  host: string;
}

/** What a body is answered that says that it is too large; which it is depends on whose it would be. */
export type BodyTooLarge = (
  limit: number,
  address: { host: string; path: string; headers: HeaderList },
) => Refusal;

type GateLimits = Pick<ListenerLimits, 'targetLength' | 'headerBytes' | 'bodyBytes'>;

/** Node's parser also takes methods of other protocols (`SOURCE` is Icecast's). */
const METHOD = /^(?!SOURCE$|CONNECT$|PRI$)[A-Z][A-Z-]*$/;

/**
 * The one strict check before routing (reliability.md 3, trap 8). Node's parser has already refused bad line
 * ends, folded headers, odd chunk sizes and Content-Length lists; this refuses what it lets pass. Never repairs.
 */
export function gate(
  head: Head,
  limits: GateLimits,
  tooLarge: BodyTooLarge = bodyTooLarge,
): PassedHead | Refusal {
  const { httpVersion } = head;
  if (httpVersion !== '1.1' && httpVersion !== '1.0') return refusal(505, 'only HTTP/1.1 and HTTP/1.0');
  if (!METHOD.test(head.method)) return refusal(400, 'the method is not one of HTTP');
  const facts = checkHeaders(head.rawHeaders, limits.headerBytes);
  if ('status' in facts) return facts;
  const host = checkHost(facts.host, httpVersion);
  if (typeof host !== 'string') return host;
  const framing = checkFraming(facts, httpVersion);
  if ('status' in framing) return framing;
  const target = checkTarget(head.target, host, limits.targetLength);
  if ('status' in target) return target;
  if ((framing.contentLength ?? 0) > limits.bodyBytes)
    return tooLarge(limits.bodyBytes, { host, path: target.path, headers: facts.headers });
  return { ...target, ...framing, headers: facts.headers, names: facts.names, host };
}
