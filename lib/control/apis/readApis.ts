import { apis } from '@/db/schema';
import { read } from '../operation';
import { tagsBelow } from '../tags/readTags';
import { findApi } from './findApi';
import { apiArn, toApi, withTags } from './toApi';

/** Oldest first. */
export const listApis = read({ name: 'GetApis', permission: 'viewer' }, async (call) => {
  const { config } = call.ports;
  const rows = await call.db.select().from(apis).orderBy(apis.ordinal);
  const tags = await tagsBelow(call, apiArn(config, ''));
  return rows.map((row) => withTags(row, config, tags[apiArn(config, row.apiId)] ?? {}));
});

export const getApi = read({ name: 'GetApi', permission: 'viewer' }, async (call, apiId: string) =>
  toApi(call, await findApi(call, apiId)),
);
