import { eq } from 'drizzle-orm';
import { poolUsers } from '@/db/schema';
import { write } from '../../operation';
import { revokeAccount } from '../oidcRecords';
import { permitPool } from '../permitPool';
import { findPoolUser } from './readPoolUsers';

export const deletePoolUser = write(
  { name: 'AdminDeleteUser', permission: 'editor' },
  async ({ actor, db, audit }, userPoolId: string, userId: string) => {
    await permitPool(db, actor, userPoolId, 'AdminDeleteUser');
    const { username } = await findPoolUser(db, userPoolId, userId);
    await db.delete(poolUsers).where(eq(poolUsers.id, userId));
    await revokeAccount(db, userPoolId, userId);
    audit(userId, { userPoolId, username });
  },
);
