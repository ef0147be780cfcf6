import { z } from 'zod';
import type { UserPoolClient } from '@/lib/model/userPool';
import { authCall, flowNamed, signInBy } from './initiateAuth';
import { findClientOfPool, type ProviderCall, parseInput, text } from './ProviderCall';
import { invalidParameter } from './refusals';

/** What the caller knows of the person's own device; of it the address alone has a meaning here. */
export const contextData = z.object({ IpAddress: z.union([z.ipv4(), z.ipv6()]).optional() }).optional();

const adminInitiateAuthCall = z.object({ UserPoolId: text, ...authCall, ContextData: contextData });

const flows = new Map<string, UserPoolClient['explicitAuthFlows'][number]>([
  ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
  // Its name until 2019, which older programs send.
  ['ADMIN_NO_SRP_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
  ['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN_AUTH'],
  ['REFRESH_TOKEN', 'REFRESH_TOKEN_AUTH'],
]);

/**
 * A server signs a person in. Wrong passwords count against the address in ContextData where the server tells it, for
 * else one person's would lock out all of the server's people.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
 */
export async function adminInitiateAuth(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(adminInitiateAuthCall, call.input);
  const client = await findClientOfPool(call, input.UserPoolId, input.ClientId);
  const flow = flowNamed(input.AuthFlow, flows);
  if (!client.settings.explicitAuthFlows.includes(flow))
    throw invalidParameter('Auth flow not enabled for this client');
  const sourceIp = input.ContextData?.IpAddress ?? call.sourceIp;
  return signInBy(flow, { ...call, sourceIp }, client, input.AuthParameters);
}
