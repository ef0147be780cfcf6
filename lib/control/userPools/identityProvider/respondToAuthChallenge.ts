import { z } from 'zod';
import { setOwnPassword } from '../signIn/setPassword';
import { poolUserById } from '../users/readPoolUsers';
import { openChallenge, passwordMark } from './challengeSession';
import { checkSecretHash } from './checkSecretHash';
import {
  type CalledClient,
  findCalledClient,
  findClientOfPool,
  type ProviderCall,
  parseInput,
  text,
} from './ProviderCall';
import { signedIn } from './passwordSignIn';
import { invalidParameter, notAuthorized } from './refusals';

const challengeCall = z.object({
  ClientId: text,
  ChallengeName: text,
  Session: text.optional(),
  ChallengeResponses: z.record(z.string(), z.string().max(131_072)).default({}),
});
const adminChallengeCall = challengeCall.extend({ UserPoolId: text });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
export async function respondToAuthChallenge(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(challengeCall, call.input);
  return respond(call, await findCalledClient(call, input.ClientId), input);
}

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html */
export async function adminRespondToAuthChallenge(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(adminChallengeCall, call.input);
  return respond(call, await findClientOfPool(call, input.UserPoolId, input.ClientId), input);
}

async function respond(call: ProviderCall, client: CalledClient, input: z.output<typeof challengeCall>) {
  if (input.ChallengeName !== 'NEW_PASSWORD_REQUIRED')
    throw invalidParameter(
      `Challenge ${input.ChallengeName.slice(0, 64)} is not one that this client was asked`,
    );
  const { USERNAME: username, NEW_PASSWORD: next, SECRET_HASH: hash } = input.ChallengeResponses;
  if (!username) throw invalidParameter('Missing required parameter USERNAME');
  if (!next) throw invalidParameter('Missing required parameter NEW_PASSWORD');
  checkSecretHash(client, [username], hash);
  const { db, secrets, now } = call.context.ports;
  const challenge = openChallenge(secrets, input.Session ?? '', client.settings.clientId, now());
  const user = challenge && (await poolUserById(db, client.pool.id, challenge.userId));
  if (!challenge || !user || passwordMark(secrets, user) !== challenge.password || !user.enabled)
    throw notAuthorized('Invalid session for the user, session is expired.');
  const changed = await setOwnPassword(call.context, call.passwords, user, next, call.actor);
  return signedIn(call, client, changed);
}
