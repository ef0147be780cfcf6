import { createHash } from 'node:crypto';
import { GatewayError } from '../GatewayError';
import type { Request } from '../transport/Request';

const PARAMETERS = ['Credential', 'Signature', 'SignedHeaders'];

/**
 * What AWS says of a path or verb that nothing answers when the caller sent an Authorization header: it takes the
 * header for a signature, and says what that lacks (seen on AWS: a bearer token sent to an unknown path is not told
 * `Missing Authentication Token`).
 * @returns undefined for a caller without the header, and for a signature that has all its parts
 */
export function signatureFault(request: Request, reason: string): GatewayError | undefined {
  const authorization = request.header('authorization')?.trim();
  if (!authorization) return undefined;
  const message = faultOf(authorization, request);
  if (message === undefined) return undefined;
  return new GatewayError('INVALID_SIGNATURE', reason, message, undefined, 'IncompleteSignatureException');
}

function faultOf(authorization: string, request: Request): string | undefined {
  const pairs = authorization.slice(authorization.indexOf(' ') + 1).split(',');
  const hash = createHash('sha256').update(authorization).digest('base64');
  if (!pairs.every((pair) => pair.includes('=')))
    return `Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with Base64): '${hash}'.`;
  const names = new Set(pairs.map((pair) => pair.slice(0, pair.indexOf('=')).trim()));
  const lacks = PARAMETERS.filter((name) => !names.has(name)).map(
    (name) => `Authorization header requires '${name}' parameter.`,
  );
  if (request.header('x-amz-date') === undefined && request.header('date') === undefined)
    lacks.push("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
  if (lacks.length === 0) return undefined;
  return `${lacks.join(' ')} (Hashed with SHA-256 and encoded with Base64) Authorization=${hash}`;
}
