import { createHash } from 'node:crypto';

const PARAMETERS = ['Credential', 'Signature', 'SignedHeaders'];

/** An Authorization header taken for a signature: `AWS4-HMAC-SHA256 Credential=..., SignedHeaders=..., Signature=...`. */
export interface AuthorizationHeader {
  scheme: string;
  /** what stands between commas or blanks; undefined: something there has no equal-sign */
  pairs: [name: string, value: string][] | undefined;
}

export function readAuthorization(header: string): AuthorizationHeader {
  const text = header.trim();
  const end = text.search(/\s/);
  const parts = text
    .slice(end + 1)
    .split(/[\s,]+/)
    .filter((part) => part !== '');
  const pairs = parts.map((part): [string, string] => {
    const at = part.indexOf('=');
    return [part.slice(0, Math.max(at, 0)), part.slice(at + 1)];
  });
  return {
    scheme: end < 0 ? '' : text.slice(0, end),
    pairs: parts.every((part) => part.includes('=')) ? pairs : undefined,
  };
}

/**
 * What AWS says such a header lacks (seen on AWS). The header itself, which may be a bearer token, comes back as its
 * hash alone.
 * @returns undefined: it has all its parts
 */
export function authorizationFault(header: string, hasDate: boolean): string | undefined {
  const { pairs } = readAuthorization(header);
  const hash = createHash('sha256').update(header.trim()).digest('base64');
  if (!pairs)
    return `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`;
  const names = new Set(pairs.map(([name]) => name));
  const lacks = PARAMETERS.filter((name) => !names.has(name)).map(
    (name) => `Authorization header requires '${name}' parameter.`,
  );
  if (!hasDate)
    lacks.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  if (lacks.length === 0) return undefined;
  return `${lacks.join(' ')} (Hashed with SHA-256 and encoded with Base64) Authorization=${hash}`;
}
