import { and, eq, gt, sql } from 'drizzle-orm';
import { sessions, users } from '@/db/schema';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead, runWrite, write } from '../operation';
import { actorUserId } from './actorUserId';
import { findUser, selectUsers, toUser } from './readUser';
import { roleInPool } from './signInPool';

/**
 * One query by the session's key: every page and every action asks it. An account of the user pool is asked for
 * there too, so that who is disabled in the pool, or leaves a group, has that role no longer.
 */
export function bySession(context: ControlContext): Control['users']['bySession'] {
  return async (sessionId) =>
    runRead(context, { kind: 'visitor' }, async ({ db, now }) => {
      const [found] = await selectUsers(db)
        .innerJoin(
          sessions,
          and(eq(sessions.userId, users.id), eq(sessions.sessionVersion, users.sessionVersion)),
        )
        .where(
          and(eq(sessions.id, String(sessionId)), gt(sessions.expiresAt, now), eq(users.disabled, false)),
        );
      if (!found) return null;
      const { id, role } = found.row;
      if (found.provider === userPoolProvider && (await roleInPool(db, id)) !== role) return null;
      return toUser(found);
    });
}

/** Ends one session. Its id is known to nobody but the server and its browser, so it is all that is asked for. */
export function signOut(context: ControlContext): Control['users']['signOut'] {
  return async (sessionId) => {
    const visitor = { kind: 'visitor' } as const;
    const id = String(sessionId);
    const found = await runRead(context, visitor, ({ db }) =>
      findUser(
        db,
        sql`${users.id} = (select ${sessions.userId} from ${sessions} where ${sessions.id} = ${id})`,
      ),
    );
    // Signed out twice, or over already: nothing to do and nothing to tell.
    if (!found) return;
    const { row } = found;
    const actor = { kind: 'user', userId: row.id, email: row.email, role: row.role } as const;
    await runWrite(context, actor, 'SignOut', async ({ db, audit }) => {
      await db.delete(sessions).where(eq(sessions.id, id));
      audit(row.id);
    });
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
