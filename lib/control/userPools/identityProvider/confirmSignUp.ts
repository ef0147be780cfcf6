import { z } from 'zod';
import { checkSecretHash } from './checkSecretHash';
import { findCalledClient, type ProviderCall, parseInput, text } from './ProviderCall';
import { invalidParameter, notAuthorized } from './refusals';

const named = z.object({ ClientId: text, SecretHash: text.optional(), Username: text });

/**
 * Accounts are confirmed when they are made, so there is never a code to confirm one with: what Cognito answers for
 * such an account. A name that nobody has gets the same answer.
 */
export async function confirmSignUp(call: ProviderCall): Promise<never> {
  await checkNamed(call, named);
  throw notAuthorized('User cannot be confirmed. Current status is CONFIRMED');
}

export async function resendConfirmationCode(call: ProviderCall): Promise<never> {
  await checkNamed(call, named);
  throw invalidParameter('User is already confirmed.');
}

/** No code can be sent, and no address was ever verified by one: Cognito's answer where that is so. */
export async function forgotPassword(call: ProviderCall): Promise<never> {
  await checkNamed(call, named);
  throw invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );
}

async function checkNamed(call: ProviderCall, schema: typeof named): Promise<void> {
  const input = parseInput(schema, call.input);
  const client = await findCalledClient(call, input.ClientId);
  checkSecretHash(client, [input.Username], input.SecretHash);
}
