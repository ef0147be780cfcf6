import type { Reply, Request } from '../transport/Request';
import type { CacheKey } from './compileCacheKey';

/** AWS's most for a cached item. */
export const LARGEST_ITEM = 1_048_576;

/** Dropped when an answer is stored: they belong to one call. */
export const ofOneCall: ReadonlySet<string> = new Set(['x-amzn-trace-id', 'date']);

/**
 * Whether an answer may be given to others that share its key. AWS stores whatever a backend says. Here an answer
 * that its backend, or HTTP itself, keeps to one caller is never another's (RFC 9111 3, 3.5 and 4.1):
 * - no-store or private in Cache-Control, Set-Cookie;
 * - Vary by a header that is no part of the key;
 * - an Authorization header that is no part of the key and that the backend checks, for the gateway does not.
 * Failures are not stored, so that an outage ends when it ends; nor are parts of a body (206).
 */
export function isStorable(
  { status, headers }: Reply,
  request: Request,
  key: CacheKey,
  authorizedHere: boolean,
): boolean {
  if (status < 200 || status > 299 || status === 206) return false;
  const control = valuesOf(headers, 'cache-control');
  if (control.some((directive) => /^(no-store|private)\b/.test(directive))) return false;
  if (valuesOf(headers, 'set-cookie').length > 0) return false;
  if (valuesOf(headers, 'vary').some((name) => !variesWithin(name, key))) return false;
  if (authorizedHere || key.headers.has('authorization')) return true;
  const isPublic = control.some((directive) => /^(public|s-maxage=\d|must-revalidate)/.test(directive));
  return isPublic || request.header('authorization') === undefined;
}

/** Every answer is compressed anew, so Accept-Encoding varies nothing that is stored. */
function variesWithin(name: string, key: CacheKey): boolean {
  return name === 'accept-encoding' || key.headers.has(name);
}

/** Members of comma lists, in lower case. */
function valuesOf(headers: Reply['headers'], wanted: string): string[] {
  return headers.flatMap(([name, value]) =>
    name.toLowerCase() === wanted
      ? value
          .split(',')
          .map((part) => part.trim().toLowerCase())
          .filter((part) => part !== '')
      : [],
  );
}
