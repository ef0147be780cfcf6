import type { ControlContext } from '../ControlContext';
import type { Control } from '../control';
import { authenticate } from './authenticate';
import { changePassword } from './changePassword';
import { createPasswords } from './createPasswords';
import { createUser } from './createUser';
import { deleteUser } from './deleteUser';
import { failedSignIns } from './failedSignIns';
import { listUsers } from './listUsers';
import { bySession, signOut, signOutEverywhere } from './session';
import { createFirstAdministrator, setupPending } from './setup';
import { signInPoolClient } from './signInPoolClient';
import { signInWithProvider } from './signInWithProvider';
import { signInWithUserPool } from './signInWithUserPool';
import { signUp } from './signUp';
import { tryLimit } from './tryLimit';
import { updateUser } from './updateUser';

/** @param options.monotonic ms that only grow: what the limits of tries are measured with */
export function usersOperations(
  context: ControlContext,
  { monotonic = () => performance.now(), passwords = createPasswords() } = {},
): Control['users'] {
  const limits = { accounts: tryLimit(10, monotonic), addresses: tryLimit(30, monotonic) };
  const failures = failedSignIns(context, monotonic);
  return {
    list: listUsers(context),
    setupPending: setupPending(context),
    createFirstAdministrator: createFirstAdministrator(context, passwords),
    create: createUser(context, passwords),
    update: updateUser(context, passwords),
    delete: deleteUser(context),
    signUp: signUp(context, passwords, tryLimit(10, monotonic)),
    authenticate: authenticate(context, passwords, limits, failures),
    signInWithProvider: signInWithProvider(context, failures),
    signInWithUserPool: signInWithUserPool(context, failures),
    ...signInPoolClient(context),
    bySession: bySession(context),
    signOut: signOut(context),
    changePassword: changePassword(context, passwords, limits.accounts),
    signOutEverywhere: signOutEverywhere(context),
  };
}
