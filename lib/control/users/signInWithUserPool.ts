import { eq, sql } from 'drizzle-orm';
import { users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Role } from '@/lib/model/role';
import { poolAccountId, userPoolProvider } from '@/lib/model/userPoolSignIn';
import type { ControlContext, WriteCall } from '../ControlContext';
import type { Control } from '../control';
import { runWrite } from '../operation';
import type { FailedSignIns } from './failedSignIns';
import { openSession } from './openSession';
import type { StoredUser } from './readUser';
import { poolAddress, poolPerson } from './signInPool';
import { findByIdentity, makeAccount, noteRefusal } from './signInWithProvider';

/**
 * Sign-in by the user pool that an administrator chose. The account's role is what the pool's groups give at this
 * moment, and nothing when they give none: a developer. The rule of signInWithProvider holds: an e-mail address
 * opens no account that exists.
 */
export function signInWithUserPool(
  context: ControlContext,
  failures: FailedSignIns,
): Control['users']['signInWithUserPool'] {
  return async ({ userPoolId, poolUserId, sourceIp }) => {
    const accountId = poolAccountId(String(userPoolId), String(poolUserId));
    let account = accountId;
    return runWrite(context, { kind: 'visitor' }, 'SignInWithUserPool', async (call) => {
      account = (await poolAddress(call.db, { userPoolId, poolUserId })) ?? account;
      const person = await poolPerson(call.db, { userPoolId, poolUserId });
      if (!person) throw new ControlError('UnauthorizedException', 'This account cannot sign in');
      const found = await accountOf(call, accountId, person);
      if (found.row.disabled) throw new ControlError('UnauthorizedException', 'This account cannot sign in');
      const { role } = person;
      await call.db.update(users).set({ lastSignInAt: call.now }).where(eq(users.id, found.row.id));
      call.audit(found.row.id, { provider: userPoolProvider, userPoolId, role });
      return openSession(call, { ...found, row: { ...found.row, lastSignInAt: call.now } });
    }).catch((error: unknown) => noteRefusal(failures, error, { account, sourceIp }));
  };
}

/** Found by pool and sub. Whoever was given a console role by its groups needs no open sign-up. */
async function accountOf(
  call: WriteCall,
  providerAccountId: string,
  person: { email: string; name: string; role: Role },
): Promise<StoredUser> {
  const identity = { provider: userPoolProvider, providerAccountId };
  const found = await findByIdentity(call.db, identity);
  if (!found) return makeAccount(call, { ...identity, ...person });
  return found.row.role === person.role ? found : withRole(call, found, person.role);
}

/** Ends the sessions that were opened with the other role. */
async function withRole({ db }: WriteCall, found: StoredUser, role: Role): Promise<StoredUser> {
  const [row] = await db
    .update(users)
    .set({ role, sessionVersion: sql`${users.sessionVersion} + 1` })
    .where(eq(users.id, found.row.id))
    .returning();
  return { ...found, row: row ?? found.row };
}
