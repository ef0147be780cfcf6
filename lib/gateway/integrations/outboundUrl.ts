import { encodeText } from '../mapping/encodePathValue';

/** Appends query parameters to a URL that may already have some. */
export function appendQuery(
  url: string,
  raw: string,
  mapped: readonly (readonly [string, string])[],
): string {
  if (mapped.length === 0 && raw === '') return url;
  const pairs = mapped.map(([name, value]) => `${encodeText(name)}=${encodeText(value)}`);
  const query = [raw, ...pairs].filter((part) => part !== '').join('&');
  if (query === '') return url;
  return `${url}${url.includes('?') ? '&' : '?'}${query}`;
}

/** RFC 9110 gives a body in these no meaning, and AWS never sends one. */
export function sendsBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}
