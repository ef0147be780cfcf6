import { eq, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Actor } from '@/lib/model/role';
import { roleGroups, userPoolProvider } from '@/lib/model/userPoolSignIn';
import type { ControlContext, WriteCall } from '../ControlContext';
import type { Control } from '../control';
import { runWrite } from '../operation';
import { parse } from '../parse';
import { permit } from '../permission';
import type { Passwords } from './createPasswords';
import { keepAnAdministrator } from './keepAnAdministrator';
import { ownedKeyIds } from './ownedKeyIds';
import { readUser, type StoredUser, toUser } from './readUser';
import { userUpdate } from './userInput';

type Update = z.output<typeof userUpdate>;

/** Administrators change anything of anybody; everybody changes their own name. A disabled account's keys stop at once. */
export function updateUser(context: ControlContext, passwords: Passwords): Control['users']['update'] {
  return async (actor, userId, input) => {
    const update = parse(userUpdate, input);
    permit(actor, isOwnName(actor, userId, update) ? 'signedIn' : 'administrator', 'UpdateUser');
    const passwordHash = update.password === undefined ? undefined : await passwords.hash(update.password);
    return runWrite(context, actor, 'UpdateUser', async (call) => {
      const before = await readUser(call.db, userId);
      await change(call, before, update, passwordHash);
      if (update.disabled !== undefined && update.disabled !== before.row.disabled)
        await publishKeys(call, userId);
      const { password, ...shown } = update;
      call.audit(userId, { ...shown, ...(password === undefined ? {} : { password: 'changed' }) });
      return toUser(await readUser(call.db, userId));
    });
  };
}

/** Whether a key opens anything follows from its developer's account too (publish/readApiKeys). */
async function publishKeys({ db, publish }: WriteCall, userId: string): Promise<void> {
  const apiKeyIds = await ownedKeyIds(db, userId);
  if (apiKeyIds.length > 0) publish({ apiKeyIds });
}

function isOwnName(actor: Actor, userId: string, update: Update): boolean {
  const others = [update.role, update.disabled, update.password].some((value) => value !== undefined);
  return actor.kind === 'user' && actor.userId === userId && !others;
}

async function change(
  { db }: WriteCall,
  { row, provider }: StoredUser,
  { name, role, disabled }: Update,
  passwordHash: string | undefined,
): Promise<void> {
  refusePoolRole(provider, role !== undefined && role !== row.role);
  if ((role && role !== 'administrator') || disabled) await keepAnAdministrator(db, row.id);
  const rightsChange =
    passwordHash !== undefined ||
    (role !== undefined && role !== row.role) ||
    (disabled !== undefined && disabled !== row.disabled);
  await db
    .update(users)
    .set({
      name: name ?? row.name,
      role: role ?? row.role,
      disabled: disabled ?? row.disabled,
      passwordHash: passwordHash ?? row.passwordHash,
      // In SQL: two changes at once must not end on one number.
      sessionVersion: rightsChange ? sql`${users.sessionVersion} + 1` : users.sessionVersion,
    })
    .where(eq(users.id, row.id));
}

/** It would last until the next sign-in: an account of the user pool has the role that its groups give. */
function refusePoolRole(provider: string | null, changes: boolean): void {
  if (!changes || provider !== userPoolProvider) return;
  const message = `The role follows the groups of the user pool: ${Object.values(roleGroups).join(', ')}`;
  throw new ControlError('ConflictException', message, [{ field: 'role', message }]);
}
