import type { ApiKey } from '@/lib/model/apiKey';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { read, write } from '../operation';
import { readKey } from './readKeys';

const withoutValue = read(
  { name: 'GetApiKey', permission: 'viewer' },
  async ({ db }, apiKeyId: string): Promise<ApiKey> => (await readKey(db, apiKeyId)).key,
);

/** A write although it changes nothing: who saw a key's value stands in the audit log. */
const withValue = write(
  { name: 'GetApiKey', permission: 'editor' },
  async ({ db, ports, audit }, apiKeyId: string): Promise<ApiKey> => {
    const { row, key } = await readKey(db, apiKeyId);
    audit(apiKeyId, { includeValue: true });
    return { ...key, value: ports.secrets.decrypt(row.valueSealed) };
  },
);

/** The value is shown only where asked for, to editors and above. */
export const getApiKey =
  (context: ControlContext): Control['apiKeys']['get'] =>
  (actor, apiKeyId, options) =>
    (options?.includeValue ? withValue : withoutValue)(context)(actor, apiKeyId);
