import { eq } from 'drizzle-orm';
import { apiKeys } from '@/db/schema';
import { type ApiKeyUpdate, apiKeyUpdate } from '@/lib/model/apiKey';
import { write } from '../operation';
import { parse } from '../parse';
import { checkStageKeys } from './checkStageKeys';
import { readKey } from './readKeys';

/** Changes the members that are given; the value never changes. */
export const updateApiKey = write(
  { name: 'UpdateApiKey', permission: 'editor' },
  async (call, apiKeyId: string, input: ApiKeyUpdate) => {
    const members = parse(apiKeyUpdate, input);
    await readKey(call.db, apiKeyId);
    await checkStageKeys(call.db, members.stageKeys);
    await call.db
      .update(apiKeys)
      .set({ ...members, lastUpdatedDate: call.now })
      .where(eq(apiKeys.id, apiKeyId));
    call.audit(apiKeyId, members);
    call.publish({ apiKeyIds: [apiKeyId] });
    return (await readKey(call.db, apiKeyId)).key;
  },
);
