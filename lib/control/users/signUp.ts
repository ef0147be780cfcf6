import type { Db } from '@/db/client';
import { ControlError } from '@/lib/model/ControlError';
import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { runRead, runWrite } from '../operation';
import { parse } from '../parse';
import { readSettings } from '../storedSettings';
import { addressGroup } from './addressGroup';
import type { Passwords } from './createPasswords';
import { insertUser } from './insertUser';
import { toUser } from './readUser';
import type { TryLimit } from './tryLimit';
import { personInput } from './userInput';

const visitor = { kind: 'visitor' } as const;

/**
 * Makes a developer. A taken address is said openly: without mail there is no other way to tell its owner, and
 * the limit by address keeps lists of accounts from being read out quickly.
 */
export function signUp(
  context: ControlContext,
  passwords: Passwords,
  addresses: TryLimit,
): Control['users']['signUp'] {
  return async ({ sourceIp, ...input }) => {
    await runRead(context, visitor, ({ db }) => mustBeOpen(db));
    const { password, ...person } = parse(personInput, input);
    addresses.take(addressGroup(sourceIp));
    const passwordHash = await passwords.hash(password);
    return runWrite(context, visitor, 'SignUp', async ({ db, now, audit }) => {
      await mustBeOpen(db);
      const made = await insertUser(db, now, { ...person, role: 'developer', passwordHash });
      audit(made.row.id, { email: person.email });
      return toUser(made);
    });
  };
}

/** @throws ControlError AccessDeniedException while an administrator has closed sign-up */
export async function mustBeOpen(db: Db): Promise<void> {
  const { signUpOpen } = await readSettings(db);
  if (!signUpOpen)
    throw new ControlError(
      'AccessDeniedException',
      'Sign-up is closed. Ask an administrator for an account.',
    );
}
