import { z } from 'zod';
import { accountScope } from '../scopes';
import { signTokens } from '../tokens/issueTokens';
import { poolUserById } from '../users/readPoolUsers';
import { checkSecretHash } from './checkSecretHash';
import { type CalledClient, nowOf, type ProviderCall, recordsOf } from './ProviderCall';
import { invalidParameter, notAuthorized } from './refusals';

/** The members of oidc-provider's record that matter here. */
const refreshRecord = z.object({
  accountId: z.string(),
  clientId: z.string(),
  grantId: z.string(),
  scope: z.string(),
  authTime: z.number(),
  exp: z.number(),
  gty: z.string(),
  consumed: z.number().optional(),
});

/**
 * New id and access tokens; the refresh token stays, as Cognito's does. One that the token endpoint has exchanged
 * for another already was stolen or copied: its whole grant ends (RFC 9700, 4.14.2).
 */
export async function refreshTokens(
  call: ProviderCall,
  client: CalledClient,
  { REFRESH_TOKEN: token, SECRET_HASH: hash }: Record<string, string>,
) {
  if (!token) throw invalidParameter('Missing required parameter REFRESH_TOKEN');
  const { pool, settings } = client;
  const { db } = call.context.ports;
  const records = recordsOf(call, pool);
  const record = refreshRecord.safeParse(await records.find('RefreshToken', token)).data;
  if (!record || record.clientId !== settings.clientId) throw notAuthorized('Invalid Refresh Token');
  const user = await poolUserById(db, pool.id, record.accountId);
  checkSecretHash(client, user ? [user.username, user.id] : [], hash);
  const now = nowOf(call);
  if (record.exp <= now) throw notAuthorized('Refresh Token has expired');
  if (record.consumed !== undefined) {
    await records.revokeByGrantId(record.grantId);
    await records.destroy('Grant', record.grantId);
    throw notAuthorized('Refresh Token has been revoked');
  }
  if (!(await records.find('Grant', record.grantId))) throw notAuthorized('Refresh Token has been revoked');
  if (!user) throw notAuthorized('Invalid Refresh Token');
  if (!user.enabled) throw notAuthorized('User is disabled.');
  const { grantId, authTime, clientId } = record;
  const scopes = record.gty.startsWith('password') ? [accountScope] : record.scope.split(' ');
  return {
    AuthenticationResult: await signTokens(pool, { user, clientId, authTime, grantId, scopes, now }),
    ChallengeParameters: {},
  };
}
