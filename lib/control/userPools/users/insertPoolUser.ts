import { randomUUID } from 'node:crypto';
import { poolUsers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../../ControlContext';
import type { PoolUserRow } from './readPoolUsers';

type NewUser = Pick<PoolUserRow, 'username' | 'email' | 'passwordHash' | 'status' | 'attributes' | 'groups'>;

/** @throws ControlError ConflictException when the name is taken */
export async function insertPoolUser(
  { db, now }: WriteCall,
  userPoolId: string,
  user: NewUser,
): Promise<PoolUserRow> {
  const [row] = await db
    .insert(poolUsers)
    .values({ ...user, id: randomUUID(), userPoolId, enabled: true, createdDate: now })
    .onConflictDoNothing({ target: [poolUsers.userPoolId, poolUsers.username] })
    .returning();
  if (row) return row;
  const message = 'This user name is taken';
  throw new ControlError('ConflictException', message, [{ field: 'username', message }]);
}
