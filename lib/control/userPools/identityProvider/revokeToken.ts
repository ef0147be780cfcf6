import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import { IdentityProviderError } from '@/lib/model/IdentityProviderError';
import { equal } from './checkSecretHash';
import { findCalledClient, type ProviderCall, parseInput, recordsOf, text } from './ProviderCall';

const revokeCall = z.object({ Token: text, ClientId: text, ClientSecret: text.optional() });

/**
 * Ends a refresh token and its grant. An unknown one is answered as a known one (RFC 7009, 2.2).
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
 */
export async function revokeToken(call: ProviderCall): Promise<Record<string, unknown>> {
  const input = parseInput(revokeCall, call.input);
  const { pool, secret, settings } = await findCalledClient(call, input.ClientId);
  if (secret !== null && !equal(secret, input.ClientSecret ?? ''))
    throw unauthorized('Invalid client secret');
  if (isSigned(input.Token))
    throw new IdentityProviderError('UnsupportedTokenTypeException', 'Unsupported token type');
  const records = recordsOf(call, pool);
  const record = await records.find('RefreshToken', input.Token);
  if (!record) return {};
  if (record.clientId !== settings.clientId) throw unauthorized('Token was issued to another client');
  await records.revokeByGrantId(String(record.grantId));
  await records.destroy('Grant', String(record.grantId));
  return {};
}

const unauthorized = (message: string) => new IdentityProviderError('UnauthorizedException', message);

function isSigned(token: string): boolean {
  try {
    return decodeProtectedHeader(token).alg !== undefined;
  } catch {
    return false;
  }
}
