import { eq } from 'drizzle-orm';
import { restApis } from '@/db/schema';
import { type RestApiUpdate, restApiUpdate } from '@/lib/model/restApi';
import { write } from '../operation';
import { parse } from '../parse';
import { lockRestApi } from './lockRestApi';
import { summarizeOne } from './summarize';

/** Changes the members that are given; an empty description or version is none. The engine sees it with the next deployment. */
export const updateRestApi = write(
  { name: 'UpdateRestApi', permission: 'editor' },
  async (call, restApiId: string, input: RestApiUpdate) => {
    const members = parse(restApiUpdate, input);
    await lockRestApi(call, restApiId);
    if (Object.values(members).some((value) => value !== undefined))
      await call.db.update(restApis).set(stored(members)).where(eq(restApis.id, restApiId));
    call.audit(restApiId, members);
    return summarizeOne(call.db, restApiId);
  },
);

function stored({ description, version, ...members }: RestApiUpdate) {
  return { ...members, description: orNull(description), version: orNull(version) };
}

const orNull = (text: string | undefined) => (text === '' ? null : text);
