/** Never shown in a trace or log: whoever reads logs must not be able to call as the caller. */
const SECRET = new Set(['authorization', 'proxy-authorization', 'x-api-key', 'x-amz-security-token']);
const COOKIES = new Set(['cookie', 'set-cookie']);

/** Letters of what may show its last six: of anything shorter those would be too much. */
const SHORTEST = 20;

/**
 * A secret as a log may show it. AWS leaves the last six letters, by which who knows it tells one from another; here
 * not of short ones, nor of a password by Basic, whose last letters are its own.
 */
export function mask(value: string): string {
  return value.length < SHORTEST || /^basic\b/i.test(value) ? '****' : `****${value.slice(-6)}`;
}

export const isSecretHeader = (name: string): boolean => SECRET.has(name.toLowerCase());

/** A header's value as a log may show it. */
export function redact(name: string, value: string): string {
  if (COOKIES.has(name.toLowerCase())) return '****';
  return isSecretHeader(name) ? mask(value) : value;
}

/** Headers for a trace: repeated names joined by `, `, secrets masked. */
export function pairsForTrace(headers: readonly (readonly [string, string])[]): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const [name, value] of headers) {
    const text = redact(name, value);
    const known = Object.hasOwn(shown, name) ? shown[name] : undefined;
    shown[name] = known === undefined ? text : `${known}, ${text}`;
  }
  return shown;
}
