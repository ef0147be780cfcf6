import type { ControlContext } from '../../ControlContext';
import type { Control } from '../../control';
import { runRead, runWrite } from '../../operation';
import { parse } from '../../parse';
import type { Passwords } from '../../users/createPasswords';
import { findUserPool } from '../findUserPool';
import { knownGroups } from '../groups';
import { permitPool } from '../permitPool';
import { insertPoolUser } from './insertPoolUser';
import { checkPassword, poolUserInput } from './poolUserInput';
import { toPoolUser } from './readPoolUsers';

/** With a password for the first sign-in, which must then be changed, unless it is `permanent`. */
export function createPoolUser(
  context: ControlContext,
  passwords: Passwords,
): Control['userPools']['createUser'] {
  return async (actor, userPoolId, input) => {
    const pool = await runRead(context, actor, async ({ db }) => {
      await permitPool(db, actor, userPoolId, 'AdminCreateUser');
      return findUserPool(db, userPoolId);
    });
    const { password, permanent, groups, attributes, ...person } = parse(poolUserInput, input);
    checkPassword(password, pool.settings);
    const passwordHash = await passwords.hash(password);
    return runWrite(context, actor, 'AdminCreateUser', async (call) => {
      const row = await insertPoolUser(call, userPoolId, {
        ...person,
        passwordHash,
        status: permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
        // Whoever may make accounts here answers for the address; people's own are never verified, for no mail is sent.
        attributes: { email_verified: 'true', ...attributes },
        groups: knownGroups(groups, pool.groups),
      });
      call.audit(row.id, { userPoolId, username: row.username });
      return toPoolUser(row);
    });
  };
}
