import { z } from 'zod';
import type { UserPoolClient } from '@/lib/model/userPool';
import { type CalledClient, findCalledClient, type ProviderCall, parseInput, text } from './ProviderCall';
import { passwordSignIn } from './passwordSignIn';
import { refreshTokens } from './refreshTokens';
import { invalidParameter } from './refusals';

export const authCall = {
  ClientId: text,
  AuthFlow: text,
  AuthParameters: z.record(z.string(), z.string().max(131_072)).default({}),
};
const initiateAuthCall = z.object(authCall);

type AuthFlow = UserPoolClient['explicitAuthFlows'][number];
const flows = new Map<string, AuthFlow>([
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN_AUTH'],
  ['REFRESH_TOKEN', 'REFRESH_TOKEN_AUTH'],
]);

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export async function initiateAuth(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(initiateAuthCall, call.input);
  const client = await findCalledClient(call, input.ClientId);
  const flow = flowNamed(input.AuthFlow, flows);
  if (!client.settings.explicitAuthFlows.includes(flow))
    throw invalidParameter(`${flow} flow not enabled for this client`);
  return signInBy(flow, call, client, input.AuthParameters);
}

/** @throws IdentityProviderError InvalidParameterException for what the operation has no such flow of */
export function flowNamed(name: string, known: ReadonlyMap<string, AuthFlow>): AuthFlow {
  const flow = known.get(name);
  if (flow) return flow;
  if (name === 'USER_SRP_AUTH') throw invalidParameter('USER_SRP_AUTH is not enabled for the client.');
  // As recorded by others: github.com/awsdocs/aws-doc-sdk-examples/issues/5289.
  throw invalidParameter('Initiate Auth method not supported.');
}

export const signInBy = (
  flow: AuthFlow,
  call: ProviderCall,
  client: CalledClient,
  parameters: Record<string, string>,
) =>
  flow === 'REFRESH_TOKEN_AUTH'
    ? refreshTokens(call, client, parameters)
    : passwordSignIn(call, client, parameters);
