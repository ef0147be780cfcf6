import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { poolUsers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { PoolUser } from '@/lib/model/userPool';

export type PoolUserRow = typeof poolUsers.$inferSelect;

/** @throws ControlError NotFoundException, also for another pool's user */
export async function findPoolUser(db: Db, userPoolId: string, userId: string): Promise<PoolUserRow> {
  const row = await poolUserById(db, userPoolId, userId);
  if (row) return row;
  throw new ControlError('NotFoundException', 'User does not exist.');
}

export async function poolUserById(
  db: Db,
  userPoolId: string,
  userId: string,
): Promise<PoolUserRow | undefined> {
  const [row] = await db
    .select()
    .from(poolUsers)
    .where(and(eq(poolUsers.userPoolId, userPoolId), eq(poolUsers.id, userId)));
  return row;
}

export async function poolUserByName(
  db: Db,
  userPoolId: string,
  username: string,
): Promise<PoolUserRow | undefined> {
  const [row] = await db
    .select()
    .from(poolUsers)
    .where(and(eq(poolUsers.userPoolId, userPoolId), eq(poolUsers.username, canonicalName(username))));
  return row;
}

/** One spelling a name: new pools of Cognito's do not tell upper from lower case either. */
export const canonicalName = (username: string) => username.normalize('NFKC').trim().toLowerCase();

export function toPoolUser(row: PoolUserRow): PoolUser {
  const { id, username, email, status, enabled, attributes, groups, createdDate } = row;
  return { id, username, email, status, enabled, attributes, groups, createdDate: createdDate.getTime() };
}
