import { asc, eq } from 'drizzle-orm';
import { requestValidators } from '@/db/schema';
import { read } from '../operation';
import { findRestApi } from '../restApis/lockRestApi';

export const listRequestValidators = read(
  { name: 'GetRequestValidators', permission: 'viewer' },
  async (call, restApiId: string) => {
    await findRestApi(call, restApiId);
    const { id, name, validateRequestParameters } = requestValidators;
    return call.db
      .select({ id, name, validateRequestParameters })
      .from(requestValidators)
      .where(eq(requestValidators.restApiId, restApiId))
      .orderBy(asc(name));
  },
);
