import { HttpError } from '../HttpError';

const quotable = (text: string) => text.replace(/[^\x20-\x7e]|["\\]/g, '');

/** No token: RFC 6750 section 3.1 wants no error code then. */
export function tokenMissing(): HttpError {
  return new HttpError('UNAUTHORIZED', 'No token was sent', 401, [['www-authenticate', 'Bearer']]);
}

/**
 * 401 with AWS's header. Of its descriptions one is documented, that of the audience
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-troubleshooting-jwt.html); the others are
 * worded like it. None quotes the token.
 */
export function invalidToken(
  scopes: readonly string[],
  description: string,
  reason = description,
): HttpError {
  return refused('UNAUTHORIZED', 401, scopes, 'invalid_token', description, reason);
}

/** 403 (reference section 9, from memory). */
export function insufficientScope(scopes: readonly string[]): HttpError {
  const description = 'the token does not have any of the required scopes';
  return refused('ACCESS_DENIED', 403, scopes, 'insufficient_scope', description, description);
}

function refused(
  type: 'UNAUTHORIZED' | 'ACCESS_DENIED',
  status: 401 | 403,
  scopes: readonly string[],
  error: string,
  description: string,
  reason: string,
): HttpError {
  const scope = quotable(scopes.join(' '));
  const challenge = `Bearer scope="${scope}" error="${error}" error_description="${description}"`;
  return new HttpError(type, reason, status, [['www-authenticate', challenge]]);
}
