import { BackendFailure } from '../BackendCall';
import { hasDotSegment } from '../gate/checkTarget';

export interface BackendTarget {
  /** scheme, host and port */
  origin: string;
  /** path with query, as sent */
  path: string;
}

/** Control characters and backslashes: URL parsers drop or turn them, so that host and path could change. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const TREACHEROUS = /[\x00-\x1f\x7f\\]/;

/** A caller's own is at most 10,240 characters; mapped values, encoded, may come to more. */
const MAX_LENGTH = 65_536;

/**
 * @param url as the pipeline built it; mapped values may have put anything into it
 * @throws BackendFailure `bad-url`
 */
export function backendTarget(url: string): BackendTarget {
  if (url.length > MAX_LENGTH) throw badUrl(`a URL over ${MAX_LENGTH} characters`);
  const parsed = parse(url);
  if (!parsed || TREACHEROUS.test(url)) throw badUrl('not a URL');
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') throw badUrl('neither http nor https');
  if (parsed.username !== '' || parsed.password !== '') throw badUrl('a user name in the URL');
  // A mapped `..` would be resolved by URL, and by the backend, to a path that no authorizer has seen.
  if (hasDotSegment(rawPath(url))) throw badUrl('a dot segment in the path');
  return { origin: parsed.origin, path: parsed.pathname + parsed.search };
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

function rawPath(url: string): string {
  const afterAuthority = url.replace(/^[^/]*\/\/[^/?#]*/, '');
  return afterAuthority.replace(/[?#].*$/s, '');
}

function badUrl(reason: string): BackendFailure {
  return new BackendFailure('bad-url', reason);
}
