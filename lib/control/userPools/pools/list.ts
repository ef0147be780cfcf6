import { count, desc } from 'drizzle-orm';
import { poolUsers, userPools } from '@/db/schema';
import { read } from '../../operation';
import { toUserPool } from '../findUserPool';

/** Newest first. */
export const listUserPools = read({ name: 'ListUserPools', permission: 'viewer' }, async ({ db, ports }) => {
  const rows = await db.select().from(userPools).orderBy(desc(userPools.createdDate), desc(userPools.id));
  const counted = await db
    .select({ id: poolUsers.userPoolId, users: count() })
    .from(poolUsers)
    .groupBy(poolUsers.userPoolId);
  const usersById = new Map(counted.map(({ id, users }) => [id, users]));
  return rows.map((row) => toUserPool(ports.config, row, usersById.get(row.id) ?? 0));
});
