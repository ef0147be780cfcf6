import { and, eq, isNull } from 'drizzle-orm';
import { poolUsers } from '@/db/schema';
import type { Actor } from '@/lib/model/role';
import type { ControlContext } from '../../ControlContext';
import { runRead, runWrite } from '../../operation';
import { badRequest } from '../../parse';
import type { Passwords } from '../../users/createPasswords';
import { findUserPool } from '../findUserPool';
import { revokeAccount } from '../oidcRecords';
import { checkPassword } from '../users/poolUserInput';
import type { PoolUserRow } from '../users/readPoolUsers';
import { wrongPassword } from './signIn';

const visitor: Actor = { kind: 'visitor' };

/**
 * A person's own new password, once the old one was right. It ends what was signed in before.
 * @throws ControlError BadRequestException for what the policy refuses, UnauthorizedException when the old
 *   password was changed meanwhile
 */
export async function setOwnPassword(
  context: ControlContext,
  passwords: Passwords,
  before: PoolUserRow,
  next: string,
  actor: Actor = visitor,
): Promise<PoolUserRow> {
  const { userPoolId, id } = before;
  const pool = await runRead(context, visitor, ({ db }) => findUserPool(db, userPoolId));
  checkPassword(next, pool.settings);
  if (before.passwordHash && (await passwords.verify(next, before.passwordHash)).right)
    throw badRequest({ field: 'password', message: 'The new password is the current one' });
  const passwordHash = await passwords.hash(next);
  return runWrite(context, actor, 'ChangePassword', async ({ db, audit }) => {
    const unchanged =
      before.passwordHash === null
        ? isNull(poolUsers.passwordHash)
        : eq(poolUsers.passwordHash, before.passwordHash);
    const [row] = await db
      .update(poolUsers)
      .set({ passwordHash, status: 'CONFIRMED' })
      .where(and(eq(poolUsers.id, id), unchanged))
      .returning();
    if (!row) throw wrongPassword();
    await revokeAccount(db, userPoolId, id);
    audit(id, { userPoolId, username: before.username });
    return row;
  });
}
