/** Never shown in a trace or log: whoever reads logs must not be able to call as the caller. */
const SECRET = new Set(['authorization', 'proxy-authorization', 'x-api-key', 'cookie', 'set-cookie']);

/** A header's value as a log may show it. */
export function redact(name: string, value: string): string {
  return SECRET.has(name.toLowerCase()) ? '***' : value;
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
