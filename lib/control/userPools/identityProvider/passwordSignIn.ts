import { IdentityProviderError } from '@/lib/model/IdentityProviderError';
import { issueTokens } from '../tokens/issueTokens';
import type { PoolUserRow } from '../users/readPoolUsers';
import { sealChallenge } from './challengeSession';
import { checkSecretHash } from './checkSecretHash';
import { type CalledClient, nowOf, type ProviderCall, recordsOf } from './ProviderCall';
import { invalidParameter } from './refusals';

/** The flows USER_PASSWORD_AUTH and ADMIN_USER_PASSWORD_AUTH: tokens, or the challenge of a first password. */
export async function passwordSignIn(
  call: ProviderCall,
  client: CalledClient,
  parameters: Record<string, string>,
) {
  const { USERNAME: username, PASSWORD: password, SECRET_HASH: hash } = parameters;
  if (!username) throw invalidParameter('Missing required parameter USERNAME');
  if (!password) throw invalidParameter('Missing required parameter PASSWORD');
  checkSecretHash(client, [username], hash);
  const { sourceIp } = call;
  const user = await call.signIn({ userPoolId: client.pool.id, username, password, sourceIp });
  if (user.status === 'UNCONFIRMED')
    throw new IdentityProviderError('UserNotConfirmedException', 'User is not confirmed.');
  return user.status === 'FORCE_CHANGE_PASSWORD'
    ? newPasswordRequired(call, client, user)
    : signedIn(call, client, user);
}

/** What a sign-in that needs no more is answered with. */
export async function signedIn(call: ProviderCall, client: CalledClient, user: PoolUserRow) {
  const { pool, settings } = client;
  const subject = { user, clientId: settings.clientId, now: nowOf(call) };
  const tokens = await issueTokens(recordsOf(call, pool), pool, subject);
  return { AuthenticationResult: tokens, ChallengeParameters: {} };
}

function newPasswordRequired(
  { context: { ports } }: ProviderCall,
  { settings }: CalledClient,
  user: PoolUserRow,
) {
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: sealChallenge(ports.secrets, settings.clientId, user, ports.now()),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify({ ...user.attributes, email: user.email }),
    },
  };
}
