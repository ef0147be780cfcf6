import { apiKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { newId } from '@/lib/model/ids';
import type { WriteCall } from '../ControlContext';
import { newApiKeyValue } from './newApiKeyValue';

export type ApiKeyRow = typeof apiKeys.$inferSelect;

/**
 * Writes a key, sealed and hashed. The caller audits and publishes it.
 * @param input `value` is generated when absent
 * @returns the row and, this once, the value
 * @throws ControlError ConflictException when another key has the value
 */
export async function insertApiKey(
  { db, now, ports }: WriteCall,
  input: { name: string; description?: string; enabled: boolean; value?: string; appId?: string },
): Promise<{ row: ApiKeyRow; value: string }> {
  const { value = newApiKeyValue(), ...members } = input;
  const [row] = await db
    .insert(apiKeys)
    .values({
      ...members,
      id: newId(10),
      valueHash: ports.secrets.hash(value),
      valueSealed: ports.secrets.encrypt(value),
      hint: `${value.slice(0, 4)}…${value.slice(-4)}`,
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
