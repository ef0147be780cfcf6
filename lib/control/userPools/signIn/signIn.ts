import { and, eq } from 'drizzle-orm';
import { poolUsers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { ControlContext } from '../../ControlContext';
import { runRead } from '../../operation';
import { addressGroup } from '../../users/addressGroup';
import type { Passwords } from '../../users/createPasswords';
import type { TryLimit } from '../../users/tryLimit';
import { longestPassword } from '../users/poolUserInput';
import { canonicalName, type PoolUserRow, poolUserByName } from '../users/readPoolUsers';

export interface PoolCredentials {
  userPoolId: string;
  username: string;
  password: string;
  sourceIp: string;
}
export interface SignInLimits {
  accounts: TryLimit;
  addresses: TryLimit;
}
/** Whose name and password these are, whether or not the password must still be changed. */
export type PoolSignIn = (credentials: PoolCredentials) => Promise<PoolUserRow>;

const visitor = { kind: 'visitor' } as const;

/**
 * The one way in by a password: hosted pages and Cognito's calls. An unknown name costs and answers as a wrong
 * password does.
 * @throws ControlError UnauthorizedException, TooManyRequestsException
 */
export function poolSignIn(context: ControlContext, passwords: Passwords, limits: SignInLimits): PoolSignIn {
  return async ({ userPoolId, username, password, sourceIp }) => {
    const name = canonicalName(String(username).slice(0, 256));
    const ofAddress = limits.addresses.take(addressGroup(sourceIp));
    const ofAccount = limits.accounts.take(`${userPoolId} ${name}`);
    const found = await runRead(context, visitor, ({ db }) => poolUserByName(db, userPoolId, name));
    const { right, stale } = await compare(passwords, found?.passwordHash, String(password));
    if (!found || !right) throw wrongPassword();
    ofAddress();
    ofAccount();
    if (!found.enabled) throw new ControlError('UnauthorizedException', 'User is disabled.');
    return stale ? hashedAnew(context, passwords, found, password) : found;
  };
}

export const wrongPassword = () =>
  new ControlError('UnauthorizedException', 'Incorrect username or password.');

function compare(passwords: Passwords, hash: string | null | undefined, password: string) {
  if (password.length > longestPassword || !hash)
    return passwords.verifyNothing(password.slice(0, longestPassword));
  return passwords.verify(password, hash);
}

/** The password is right and its hash of older parameters: only whoever knows it can write it anew. */
async function hashedAnew(
  context: ControlContext,
  passwords: Passwords,
  found: PoolUserRow,
  password: string,
): Promise<PoolUserRow> {
  const before = found.passwordHash;
  if (before === null) return found;
  const passwordHash = await passwords.hash(password);
  await runRead(context, visitor, ({ db }) =>
    db
      .update(poolUsers)
      .set({ passwordHash })
      .where(and(eq(poolUsers.id, found.id), eq(poolUsers.passwordHash, before))),
  );
  return { ...found, passwordHash };
}
