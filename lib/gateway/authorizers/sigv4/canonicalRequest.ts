import { createHash } from 'node:crypto';
import type { Request } from '../../transport/Request';

/**
 * The text that is signed
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html). Services other than
 * S3 encode the path once more than it is sent, and take dots and double slashes out of it.
 * @param signedHeaders lower case, in order
 * @param payloadHash hex, or a word such as UNSIGNED-PAYLOAD
 */
export function canonicalRequest(
  request: Pick<Request, 'method' | 'path' | 'query' | 'headers'>,
  signedHeaders: readonly string[],
  payloadHash: string,
): string {
  return [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    ...signedHeaders.map((name) => `${name}:${canonicalValue(request.headers, name)}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

export function sha256Hex(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') kept.pop();
    else kept.push(encode(segment));
  }
  const end = path.length > 1 && path.endsWith('/') && kept.length > 0 ? '/' : '';
  return `/${kept.join('/')}${end}`;
}

/** Without X-Amz-Signature; by name, then by value, both as encoded. */
function canonicalQuery(query: string): string {
  if (query === '') return '';
  const pairs = query.split('&').flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    const name = at < 0 ? pair : pair.slice(0, at);
    if (pair === '' || name === 'X-Amz-Signature') return [];
    return [[recode(name), recode(at < 0 ? '' : pair.slice(at + 1))]];
  });
  pairs.sort(([a, x], [b, y]) => compare(a, b) || compare(x, y));
  return pairs.map(([name, value]) => `${name}=${value}`).join('&');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whatever the client left as it is or encoded: the same text in the one canonical spelling. */
function recode(text: string): string {
  try {
    return encode(decodeURIComponent(text));
  } catch {
    return encode(text);
  }
}

/** RFC 3986 with upper-case digits: unreserved letters alone stay. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Lines of one name joined by commas, blanks at the ends gone, blanks within folded to one. */
function canonicalValue(headers: Request['headers'], wanted: string): string {
  return headers
    .filter(([name]) => name.toLowerCase() === wanted)
    .map(([, value]) => value.trim().replace(/\s+/g, ' '))
    .join(',');
}
