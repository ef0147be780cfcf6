import { eq, sql } from 'drizzle-orm';
import { users } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead, write } from '../operation';
import { actorUserId } from './actorUserId';
import { findUser, toUser } from './readUser';

export function bySession(context: ControlContext): Control['users']['bySession'] {
  return async (userId, sessionVersion) => {
    if (!Number.isSafeInteger(sessionVersion)) return null;
    const standing = sql`${users.id} = ${String(userId)} and ${users.sessionVersion} = ${sessionVersion} and not ${users.disabled}`;
    const found = await runRead(context, { kind: 'visitor' }, ({ db }) => findUser(db, standing));
    return found ? toUser(found) : null;
  };
}

export const signOutEverywhere = write(
  { name: 'SignOutEverywhere', permission: 'signedIn' },
  async ({ actor, db, audit }): Promise<void> => {
    const userId = actorUserId(actor);
    await db
      .update(users)
      .set({ sessionVersion: sql`${users.sessionVersion} + 1` })
      .where(eq(users.id, userId));
    audit(userId);
  },
);
