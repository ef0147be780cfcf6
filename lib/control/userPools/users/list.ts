import { asc, eq } from 'drizzle-orm';
import { poolUsers } from '@/db/schema';
import { read } from '../../operation';
import { findUserPool } from '../findUserPool';
import { toPoolUser } from './readPoolUsers';

/** By name. */
export const listPoolUsers = read(
  { name: 'ListUsers', permission: 'viewer' },
  async ({ db }, userPoolId: string) => {
    await findUserPool(db, userPoolId);
    const rows = await db
      .select()
      .from(poolUsers)
      .where(eq(poolUsers.userPoolId, userPoolId))
      .orderBy(asc(poolUsers.username));
    return rows.map(toPoolUser);
  },
);
