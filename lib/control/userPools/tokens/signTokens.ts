import { randomUUID } from 'node:crypto';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import type { PoolUserRow } from '../users/readPoolUsers';
import type { OpenPool } from './openPool';

/** Whom tokens are for. Times are seconds since the epoch. */
export interface TokenSubject {
  user: PoolUserRow;
  clientId: string;
  /** when the person signed in */
  authTime: number;
  /** the grant that they belong to: ending it ends what is asked online (`origin_jti`) */
  grantId: string;
  scopes: readonly string[];
  now: number;
}

/**
 * Claims and header as Cognito's:
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
export function signAccessToken(pool: OpenPool, { user, scopes, ...subject }: TokenSubject): Promise<string> {
  return sign(pool, subject.now, pool.settings.accessTokenValidity, {
    sub: user.id,
    ...groupsOf(user),
    client_id: subject.clientId,
    origin_jti: subject.grantId,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: subject.authTime,
    username: user.username,
  });
}

/** A client's own, with no person in it. */
export function signClientToken(
  pool: OpenPool,
  { clientId, scopes, now }: Pick<TokenSubject, 'clientId' | 'scopes' | 'now'>,
): Promise<string> {
  return sign(pool, now, pool.settings.accessTokenValidity, {
    sub: clientId,
    client_id: clientId,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: now,
  });
}

/**
 * https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html
 * @param nonce what the client sent with its authorization request
 */
export function signIdToken(
  pool: OpenPool,
  { user, scopes, ...subject }: TokenSubject,
  nonce?: string,
): Promise<string> {
  return sign(pool, subject.now, pool.settings.idTokenValidity, {
    ...claimsOf(user, scopes),
    ...groupsOf(user),
    'cognito:username': user.username,
    origin_jti: subject.grantId,
    aud: subject.clientId,
    token_use: 'id',
    auth_time: subject.authTime,
    ...(nonce !== undefined && { nonce }),
  });
}

/**
 * What the granted scopes tell of a person: `openid` alone, or Cognito's calls, all of it.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html
 */
export function claimsOf(user: PoolUserRow, scopes: readonly string[]): JWTPayload {
  const narrow = scopes.some((scope) => ['email', 'phone', 'profile'].includes(scope));
  const has = (scope: string) => !narrow || scopes.includes(scope);
  const claims: JWTPayload = { sub: user.id };
  if (has('email')) {
    claims.email = user.email;
    claims.email_verified = user.attributes.email_verified === 'true';
  }
  for (const [name, value] of Object.entries(user.attributes)) {
    if (name === 'email_verified') continue;
    if (!has(name.startsWith('phone_number') ? 'phone' : 'profile')) continue;
    claims[name] = name === 'phone_number_verified' ? value === 'true' : value;
  }
  return claims;
}

const groupsOf = ({ groups }: PoolUserRow) => (groups.length > 0 ? { 'cognito:groups': groups } : {});

/** @param validity minutes */
async function sign(
  { issuer, keys }: OpenPool,
  now: number,
  validity: number,
  claims: JWTPayload,
): Promise<string> {
  const [key] = keys;
  if (!key) throw new Error(`The pool of ${issuer} has no key that signs`);
  const payload = { ...claims, iss: issuer, iat: now, exp: now + validity * 60, jti: randomUUID() };
  return new SignJWT(payload)
    .setProtectedHeader({ kid: key.jwk.kid, alg: 'RS256' })
    .sign(await importJWK(key.jwk, 'RS256'));
}
