import { type ApiKey, type ApiKeyInput, apiKeyInput } from '@/lib/model/apiKey';
import { write } from '../operation';
import { parse } from '../parse';
import { checkStageKeys } from './checkStageKeys';
import { insertApiKey } from './insertApiKey';
import { toApiKey } from './readKeys';

/** The answer holds the value. */
export const createApiKey = write(
  { name: 'CreateApiKey', permission: 'editor' },
  async (call, input: ApiKeyInput): Promise<ApiKey> => {
    const members = parse(apiKeyInput, input);
    await checkStageKeys(call.db, members.stageKeys);
    const { row, value } = await insertApiKey(call, members);
    call.audit(row.id, { name: row.name });
    call.publish({ apiKeyIds: [row.id] });
    return { ...toApiKey(row, { usagePlanIds: [], ownerDisabled: false }), value };
  },
);
