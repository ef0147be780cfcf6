import { eq } from 'drizzle-orm';
import { apiKeys } from '@/db/schema';
import { write } from '../operation';
import { dropTags } from '../tags/dropTags';
import { readKey } from './readKeys';

export const deleteApiKey = write(
  { name: 'DeleteApiKey', permission: 'editor' },
  async (call, apiKeyId: string) => {
    const { key } = await readKey(call.db, apiKeyId);
    await call.db.delete(apiKeys).where(eq(apiKeys.id, apiKeyId));
    await dropTags(call, `/apikeys/${apiKeyId}`);
    call.audit(apiKeyId, { name: key.name });
    call.publish({ apiKeyIds: [apiKeyId] });
  },
);
