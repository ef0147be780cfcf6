import { z } from 'zod';
import { checkSecretHash } from './checkSecretHash';
import { findCalledClient, type ProviderCall, parseInput, text } from './ProviderCall';
import { invalidParameter } from './refusals';

const attribute = z.object({ Name: text, Value: z.string().max(2048).default('') });
const signUpCall = z.object({
  ClientId: text,
  SecretHash: text.optional(),
  Username: text,
  Password: z.string().max(4096),
  UserAttributes: z.array(attribute).max(100).default([]),
});

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SignUp.html */
export async function signUpByCall(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(signUpCall, call.input);
  const client = await findCalledClient(call, input.ClientId);
  checkSecretHash(client, [input.Username], input.SecretHash);
  const given = Object.fromEntries(input.UserAttributes.map(({ Name, Value }) => [Name, Value]));
  const { email = emailOf(input.Username), ...attributes } = given;
  if (email === undefined)
    throw invalidParameter('Attributes did not conform to the schema: email: The attribute is required');
  const user = await call.signUp({
    userPoolId: client.pool.id,
    username: input.Username,
    email,
    password: input.Password,
    attributes,
    sourceIp: call.sourceIp,
  });
  return { UserConfirmed: true, UserSub: user.id };
}

/** A name that is an address is one's e-mail address too. */
const emailOf = (username: string) => (username.includes('@') ? username : undefined);
