import type { Request } from '../../transport/Request';
import { isSecretHeader } from '../redact';

/** Of presigned calls: who has these may call as the caller does until they expire. */
const SECRET_QUERY = /[?&]X-Amz-(?:Signature|Security-Token)=([^&]+)/gi;

/**
 * Values by which somebody could call as the caller does. Events of functions hold all headers: what is masked among
 * headers must be masked in bodies too.
 */
export function secretsOf({ headers, query }: Pick<Request, 'headers' | 'query'>): string[] {
  const sent = headers.filter(([name]) => isSecretHeader(name)).map(([, value]) => value);
  const withoutScheme = sent.map((value) => value.replace(/^\S+ +/, ''));
  const cookies = headers.filter(([name]) => name.toLowerCase() === 'cookie').map(([, value]) => value);
  const parts = cookies.flatMap((cookie) => cookie.split(/; */));
  const signed = [...`?${query}`.matchAll(SECRET_QUERY)].flatMap(([, value = '']) => [value, decoded(value)]);
  return [...sent, ...withoutScheme, ...cookies, ...parts, ...signed];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
