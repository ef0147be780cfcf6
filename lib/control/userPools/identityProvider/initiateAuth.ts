import { z } from 'zod';
import { IdentityProviderError } from '@/lib/model/IdentityProviderError';
import { issueTokens } from '../tokens/issueTokens';
import type { PoolUserRow } from '../users/readPoolUsers';
import { sealChallenge } from './challengeSession';
import { checkSecretHash } from './checkSecretHash';
import {
  type CalledClient,
  findCalledClient,
  nowOf,
  type ProviderCall,
  parseInput,
  recordsOf,
  text,
} from './ProviderCall';
import { refreshTokens } from './refreshTokens';
import { invalidParameter } from './refusals';

const initiateAuthCall = z.object({
  ClientId: text,
  AuthFlow: text,
  AuthParameters: z.record(z.string(), z.string().max(131_072)).default({}),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export async function initiateAuth(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(initiateAuthCall, call.input);
  const client = await findCalledClient(call, input.ClientId);
  const flow = input.AuthFlow === 'REFRESH_TOKEN' ? 'REFRESH_TOKEN_AUTH' : input.AuthFlow;
  if (flow === 'USER_SRP_AUTH') throw invalidParameter('USER_SRP_AUTH is not enabled for the client.');
  if (flow !== 'USER_PASSWORD_AUTH' && flow !== 'REFRESH_TOKEN_AUTH')
    throw invalidParameter(`Initiate Auth method not supported: ${flow.slice(0, 64)}`);
  if (!client.settings.explicitAuthFlows.includes(flow))
    throw invalidParameter(`${flow} flow not enabled for this client`);
  return flow === 'REFRESH_TOKEN_AUTH'
    ? refreshTokens(call, client, input.AuthParameters)
    : byPassword(call, client, input.AuthParameters);
}

async function byPassword(call: ProviderCall, client: CalledClient, parameters: Record<string, string>) {
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
