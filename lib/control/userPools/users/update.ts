import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { poolUsers } from '@/db/schema';
import type { ControlContext, WriteCall } from '../../ControlContext';
import type { Control } from '../../control';
import { runRead, runWrite } from '../../operation';
import { parse } from '../../parse';
import type { Passwords } from '../../users/createPasswords';
import { findUserPool, type UserPoolRow } from '../findUserPool';
import { knownGroups } from '../groups';
import { revokeAccount } from '../oidcRecords';
import { permitPool } from '../permitPool';
import { checkPassword, poolUserUpdate } from './poolUserInput';
import { findPoolUser, toPoolUser } from './readPoolUsers';

type Update = z.output<typeof poolUserUpdate>;

/**
 * Changes what is given; `attributes` replaces them all. Who is disabled or gets another password is signed out
 * everywhere; access and id tokens that are out already open methods until they end, as Cognito's do.
 */
export function updatePoolUser(
  context: ControlContext,
  passwords: Passwords,
): Control['userPools']['updateUser'] {
  return async (actor, userPoolId, userId, input) => {
    const pool = await runRead(context, actor, async ({ db }) => {
      await permitPool(db, actor, userPoolId, 'AdminUpdateUser');
      return findUserPool(db, userPoolId);
    });
    const update = parse(poolUserUpdate, input);
    if (update.password !== undefined) checkPassword(update.password, pool.settings);
    const passwordHash = update.password === undefined ? undefined : await passwords.hash(update.password);
    return runWrite(context, actor, 'AdminUpdateUser', async (call) => {
      const row = await change(call, pool, userId, update, passwordHash);
      const { password, ...shown } = update;
      call.audit(userId, {
        userPoolId,
        ...shown,
        ...(password === undefined ? {} : { password: 'changed' }),
      });
      return toPoolUser(row);
    });
  };
}

async function change(
  { db }: WriteCall,
  pool: UserPoolRow,
  userId: string,
  { enabled, permanent, groups, attributes }: Update,
  passwordHash: string | undefined,
) {
  const before = await findPoolUser(db, pool.id, userId);
  const set = {
    enabled: enabled ?? before.enabled,
    groups: groups ? knownGroups(groups, pool.groups) : before.groups,
    attributes: attributes ?? before.attributes,
    ...(passwordHash !== undefined && {
      passwordHash,
      status: permanent ? ('CONFIRMED' as const) : ('FORCE_CHANGE_PASSWORD' as const),
    }),
  };
  await db.update(poolUsers).set(set).where(eq(poolUsers.id, userId));
  if (passwordHash !== undefined || enabled === false) await revokeAccount(db, pool.id, userId);
  return { ...before, ...set };
}
