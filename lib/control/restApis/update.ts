import { eq } from 'drizzle-orm';
import { restApis } from '@/db/schema';
import { type RestApiInput, restApiInput } from '@/lib/model/restApi';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from './lockRestApi';
import { summarizeOne } from './summarize';

/** Changes the members that are given. The engine sees a new name with the next deployment. */
export const updateRestApi = write(
  { name: 'UpdateRestApi', permission: 'editor' },
  async (call, restApiId: string, input: Partial<RestApiInput>) => {
    const members = parse(restApiInput.partial(), input);
    await lockRestApi(call, restApiId);
    if (Object.values(members).some((value) => value !== undefined))
      await call.db.update(restApis).set(members).where(eq(restApis.id, restApiId));
    call.audit(restApiId, members);
    return summarizeOne(call.db, restApiId);
  },
);
