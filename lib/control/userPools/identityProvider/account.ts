import { z } from 'zod';
import { revokeAccount } from '../oidcRecords';
import { setOwnPassword } from '../signIn/setPassword';
import { bearerOf } from './bearer';
import { type ProviderCall, parseInput, text } from './ProviderCall';

const bearerCall = z.object({ AccessToken: text });

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUser.html */
export async function getUser(call: ProviderCall): Promise<Record<string, unknown>> {
  const { user } = await bearerOf(call, parseInput(bearerCall, call.input).AccessToken);
  const attributes = { sub: user.id, ...user.attributes, email: user.email };
  return {
    Username: user.username,
    UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
  };
}

const passwordCall = z.object({
  AccessToken: text,
  PreviousPassword: z.string().max(4096),
  ProposedPassword: z.string().max(4096),
});

/** The old password is tried as any sign-in is, with its limits. It signs out everywhere, this session too. */
export async function changePassword(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(passwordCall, call.input);
  const { pool, user } = await bearerOf(call, input.AccessToken);
  const { sourceIp } = call;
  const same = await call.signIn({
    userPoolId: pool.id,
    username: user.username,
    password: input.PreviousPassword,
    sourceIp,
  });
  await setOwnPassword(call.context, call.passwords, same, input.ProposedPassword);
  return {};
}

/** Refresh tokens and grants end; access and id tokens open methods until their time is over, as Cognito's do. */
export async function globalSignOut(call: ProviderCall): Promise<Record<string, unknown>> {
  const { pool, user } = await bearerOf(call, parseInput(bearerCall, call.input).AccessToken);
  await revokeAccount(call.context.ports.db, pool.id, user.id);
  return {};
}
