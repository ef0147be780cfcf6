import { type ApiKey, type ApiKeyInput, apiKeyInput } from '@/lib/model/apiKey';
import { write } from '../operation';
import { parse } from '../parse';
import { insertApiKey } from './insertApiKey';
import { toApiKey } from './readKeys';

/** The answer holds the value. */
export const createApiKey = write(
  { name: 'CreateApiKey', permission: 'editor' },
  async (call, input: ApiKeyInput): Promise<ApiKey> => {
    const { row, value } = await insertApiKey(call, parse(apiKeyInput, input));
    call.audit(row.id, { name: row.name });
    call.publish({ apiKeyIds: [row.id] });
    return { ...toApiKey(row, { usagePlanIds: [], ownerDisabled: false }), value };
  },
);
