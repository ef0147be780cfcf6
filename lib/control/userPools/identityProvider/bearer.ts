import { eq } from 'drizzle-orm';
import { decodeJwt } from 'jose';
import { userPools } from '@/db/schema';
import { accountScope } from '../scopes';
import { type OpenPool, openPool } from '../tokens/openPool';
import { type AccessClaims, verifyAccessToken } from '../tokens/verifyAccessToken';
import { type PoolUserRow, poolUserById } from '../users/readPoolUsers';
import { type ProviderCall, recordsOf } from './ProviderCall';
import { notAuthorized } from './refusals';

export interface Bearer {
  pool: OpenPool;
  user: PoolUserRow;
  claims: AccessClaims;
}

/**
 * Whose access token it is: signature, time and scope, and that the grant and the account still stand.
 * @throws IdentityProviderError NotAuthorizedException
 */
export async function bearerOf(call: ProviderCall, token: string): Promise<Bearer> {
  const { ports } = call.context;
  const pool = await poolOf(call, token);
  const claims = pool && (await verifyAccessToken(pool, token, ports.now()));
  if (claims === 'expired') throw notAuthorized('Access Token has expired');
  if (!pool || !claims) throw notAuthorized('Invalid Access Token');
  if (!claims.scope.split(' ').includes(accountScope))
    throw notAuthorized('Access Token does not have required scopes');
  const grant = claims.origin_jti && (await recordsOf(call, pool).find('Grant', claims.origin_jti));
  if (!grant) throw notAuthorized('Access Token has been revoked');
  const user = await poolUserById(ports.db, pool.id, claims.sub);
  if (!user) throw notAuthorized('Invalid Access Token');
  if (!user.enabled) throw notAuthorized('User is disabled.');
  return { pool, user, claims };
}

/** By what the token says of itself; its signature is then held against that pool's keys alone. */
async function poolOf({ context: { ports } }: ProviderCall, token: string): Promise<OpenPool | null> {
  const [row] = await ports.db
    .select()
    .from(userPools)
    .where(eq(userPools.id, issuerIn(token).split('/').at(-1) ?? ''));
  return row ? openPool(ports, row) : null;
}

function issuerIn(token: string): string {
  try {
    return String(decodeJwt(token).iss);
  } catch {
    // Not a token at all: of no pool.
    return '';
  }
}
