import { authorizationFault } from '../authorizers/sigv4/authorizationHeader';
import { GatewayError } from '../GatewayError';
import type { Request } from '../transport/Request';

/**
 * What AWS says of a path or verb that nothing answers when the caller sent an Authorization header: it takes the
 * header for a signature, and says what that lacks (seen on AWS: a bearer token sent to an unknown path is not told
 * `Missing Authentication Token`).
 * @returns undefined for a caller without the header, and for a signature that has all its parts
 */
export function signatureFault(request: Request, reason: string): GatewayError | undefined {
  const authorization = request.header('authorization')?.trim();
  if (!authorization) return undefined;
  const hasDate = request.header('x-amz-date') !== undefined || request.header('date') !== undefined;
  const message = authorizationFault(authorization, hasDate);
  if (message === undefined) return undefined;
  return new GatewayError('INVALID_SIGNATURE', reason, message, undefined, 'IncompleteSignatureException');
}
