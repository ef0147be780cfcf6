import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { publicJwks } from '../signingKeys';
import type { OpenPool } from './openPool';

const accessClaims = z.object({
  sub: z.string(),
  client_id: z.string(),
  jti: z.string(),
  iat: z.number(),
  exp: z.number(),
  scope: z.string(),
  token_use: z.literal('access'),
  /** absent: a client's own token */
  origin_jti: z.string().optional(),
  auth_time: z.number(),
});
export type AccessClaims = z.output<typeof accessClaims>;

/**
 * Signature, issuer, kind and time. Whether its grant still stands is for the caller to ask.
 * @param now ms since the epoch
 * @returns 'expired' for a right one whose time is over, null for anything else
 */
export async function verifyAccessToken(
  pool: OpenPool,
  token: string,
  now: number,
): Promise<AccessClaims | 'expired' | null> {
  try {
    const keys = createLocalJWKSet(publicJwks(pool.keys) as Parameters<typeof createLocalJWKSet>[0]);
    const options = { issuer: pool.issuer, algorithms: ['RS256'], currentDate: new Date(now) };
    const { payload } = await jwtVerify(token, keys, options);
    return accessClaims.safeParse(payload).data ?? null;
  } catch (error) {
    return error instanceof errors.JWTExpired ? 'expired' : null;
  }
}
