import { randomBytes } from 'node:crypto';
import type { OidcRecords } from '../oidcRecords';
import { accountScope } from '../scopes';
import type { PoolUserRow } from '../users/readPoolUsers';
import type { OpenPool } from './openPool';
import { signAccessToken, signIdToken, type TokenSubject } from './signTokens';

export interface SignedTokens {
  AccessToken: string;
  IdToken: string;
  /** seconds */
  ExpiresIn: number;
  TokenType: 'Bearer';
}

/** For a person who has just signed in by Cognito's calls: a grant, what it gives, and a refresh token. */
export async function issueTokens(
  records: OidcRecords,
  pool: OpenPool,
  { user, clientId, now }: { user: PoolUserRow; clientId: string; now: number },
): Promise<SignedTokens & { RefreshToken: string }> {
  const [grantId, refreshToken] = [newToken(), newToken()];
  const scope = `openid ${accountScope}`;
  const lasts = pool.settings.refreshTokenValidity * 86_400;
  const common = { accountId: user.id, clientId, iat: now, exp: now + lasts };
  await records.put('Grant', grantId, { ...common, kind: 'Grant', jti: grantId, openid: { scope } }, lasts);
  await records.put(
    'RefreshToken',
    refreshToken,
    {
      ...common,
      kind: 'RefreshToken',
      jti: refreshToken,
      grantId,
      scope,
      authTime: now,
      iiat: now,
      gty: 'password',
      rotations: 0,
    },
    lasts,
  );
  const subject = { user, clientId, authTime: now, grantId, now, scopes: [accountScope] };
  return { ...(await signTokens(pool, subject)), RefreshToken: refreshToken };
}

export async function signTokens(pool: OpenPool, subject: TokenSubject): Promise<SignedTokens> {
  return {
    AccessToken: await signAccessToken(pool, subject),
    IdToken: await signIdToken(pool, subject),
    ExpiresIn: pool.settings.accessTokenValidity * 60,
    TokenType: 'Bearer',
  };
}

const newToken = () => randomBytes(32).toString('base64url');
