import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { password } from '@/lib/model/role';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead, runWrite } from '../operation';
import { badRequest, parse } from '../parse';
import { actorUserId } from './actorUserId';
import type { Passwords } from './createPasswords';
import { readUser } from './readUser';
import type { TryLimit } from './tryLimit';

const passwordChange = z
  .object({ current: z.string().max(256), next: password })
  .refine(({ current, next }) => current !== next, {
    path: ['next'],
    message: 'The new password is the current one',
  });

/** Ends every session of the account, the caller's too: its door signs in anew. */
export function changePassword(
  context: ControlContext,
  passwords: Passwords,
  accounts: TryLimit,
): Control['users']['changePassword'] {
  return async (actor, input) => {
    const userId = actorUserId(actor);
    const { current, next } = parse(passwordChange, input);
    const { row } = await runRead(context, actor, ({ db }) => readUser(db, userId));
    const before = row.passwordHash;
    if (!before)
      throw badRequest({ field: 'current', message: 'This account signs in elsewhere and has no password' });
    const giveBack = accounts.take(row.email);
    if (!(await passwords.verify(current, before)).right)
      throw badRequest({ field: 'current', message: 'The current password is wrong' });
    giveBack();
    const passwordHash = await passwords.hash(next);
    await runWrite(context, actor, 'ChangePassword', async ({ db, audit }) => {
      const changed = await db
        .update(users)
        .set({ passwordHash, sessionVersion: sql`${users.sessionVersion} + 1` })
        .where(and(eq(users.id, userId), eq(users.passwordHash, before)))
        .returning({ id: users.id });
      if (changed.length === 0)
        throw new ControlError('ConflictException', 'The password was changed elsewhere at the same time');
      audit(userId);
    });
  };
}
