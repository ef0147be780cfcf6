import { and, eq } from 'drizzle-orm';
import { users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead, runWrite } from '../operation';
import { addressGroup } from './addressGroup';
import type { Passwords } from './createPasswords';
import type { FailedSignIns, SignInFailure } from './failedSignIns';
import { openSession } from './openSession';
import { findUser, type StoredUser } from './readUser';
import type { TryLimit } from './tryLimit';

const longest = 256;

interface Limits {
  accounts: TryLimit;
  addresses: TryLimit;
}

/** Sign-in with a password. Unknown, disabled and password-less accounts cost and answer as a wrong password. */
export function authenticate(
  context: ControlContext,
  passwords: Passwords,
  limits: Limits,
  failures: FailedSignIns,
): Control['users']['authenticate'] {
  return async (input) => {
    const email = String(input.email).trim().toLowerCase().slice(0, longest);
    const password = String(input.password);
    const note = (reason: SignInFailure) =>
      failures.note({ account: email, sourceIp: input.sourceIp, reason });
    const giveBack = await takeTry(limits, email, input.sourceIp, note);
    const found = await runRead(context, { kind: 'visitor' }, ({ db }) =>
      findUser(db, eq(users.email, email)),
    );
    const { right, stale } = await compare(passwords, found, password);
    const failure = failureOf(found, right);
    if (!found || failure) {
      await note(failure ?? 'unknown account');
      throw wrong();
    }
    giveBack();
    return signIn(context, found, stale ? await passwords.hash(password) : found.row.passwordHash);
  };
}

/** @returns gives the try back. @throws TooManyRequestsException when account or address had too many */
async function takeTry(
  limits: Limits,
  email: string,
  sourceIp: string,
  note: (reason: SignInFailure) => Promise<void>,
): Promise<() => void> {
  const noted = (reason: SignInFailure, take: () => () => void) =>
    Promise.resolve()
      .then(take)
      .catch(async (error: unknown) => {
        await note(reason);
        throw error;
      });
  const ofAddress = await noted('too many tries from the address', () =>
    limits.addresses.take(addressGroup(sourceIp)),
  );
  const ofAccount = await noted('too many tries for the account', () => limits.accounts.take(email));
  return () => {
    ofAddress();
    ofAccount();
  };
}

function failureOf(found: StoredUser | undefined, right: boolean): SignInFailure | null {
  if (!found) return 'unknown account';
  if (!found.row.passwordHash) return 'account without a password';
  if (!right) return 'wrong password';
  return found.row.disabled ? 'disabled account' : null;
}

function compare(passwords: Passwords, found: StoredUser | undefined, password: string) {
  const hash = found?.row.passwordHash;
  if (password.length > longest || !hash) return passwords.verifyNothing(password.slice(0, longest));
  return passwords.verify(password, hash);
}

function wrong(): ControlError {
  return new ControlError('UnauthorizedException', 'The e-mail address or the password is wrong');
}

async function signIn(context: ControlContext, { row, provider }: StoredUser, passwordHash: string | null) {
  const actor = { kind: 'user', userId: row.id, email: row.email, role: row.role } as const;
  return runWrite(context, actor, 'SignIn', async (call) => {
    const [signedIn] = await call.db
      .update(users)
      .set({ lastSignInAt: call.now, passwordHash })
      // The password may have been changed, or the account disabled, while scrypt ran.
      .where(and(eq(users.id, row.id), eq(users.sessionVersion, row.sessionVersion)))
      .returning();
    if (!signedIn) throw wrong();
    call.audit(row.id);
    return openSession(call, { row: signedIn, provider });
  });
}
