import type { z } from 'zod';
import { apiKeys } from '@/db/schema';
import type { apiKeyInput } from '@/lib/model/apiKey';
import { ControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import type { WriteCall } from '../ControlContext';
import type { Secrets } from '../ports';
import { newApiKeyValue } from './newApiKeyValue';

export type ApiKeyRow = typeof apiKeys.$inferSelect;
type NewApiKey = z.output<typeof apiKeyInput> & { appId?: string };

/**
 * Writes a key, sealed and hashed. The caller audits and publishes it.
 * @param input `value` is generated when absent
 * @returns the row and, this once, the value
 * @throws ControlError ConflictException when another key has the value
 */
export async function insertApiKey(
  { db, now, ports }: WriteCall,
  input: NewApiKey,
): Promise<{ row: ApiKeyRow; value: string }> {
  const { value = newApiKeyValue(), ...members } = input;
  const [row] = await db
    .insert(apiKeys)
    .values({
      ...members,
      id: newId(10),
      ...keptValue(ports.secrets, value),
      createdDate: now,
      lastUpdatedDate: now,
    })
    .onConflictDoNothing({ target: apiKeys.valueHash })
    .returning();
  if (!row)
    throw new ControlError('ConflictException', 'API Key already exists', [
      { field: 'value', message: 'Another API key has this value' },
    ]);
  return { row, value };
}

/** What is kept of a key's value. */
export function keptValue(
  secrets: Secrets,
  value: string,
): Pick<ApiKeyRow, 'valueHash' | 'valueSealed' | 'hint'> {
  return {
    valueHash: secrets.hash(value),
    valueSealed: secrets.encrypt(value),
    hint: `${value.slice(0, 4)}…${value.slice(-4)}`,
  };
}
