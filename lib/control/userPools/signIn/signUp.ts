import { ControlError } from '@/lib/model/ControlError';
import type { ControlContext } from '../../ControlContext';
import { runRead, runWrite } from '../../operation';
import { parse } from '../../parse';
import { addressGroup } from '../../users/addressGroup';
import type { Passwords } from '../../users/createPasswords';
import type { TryLimit } from '../../users/tryLimit';
import { findUserPool } from '../findUserPool';
import { insertPoolUser } from '../users/insertPoolUser';
import { checkPassword, signUpInput } from '../users/poolUserInput';
import { type PoolUserRow, poolUserByName } from '../users/readPoolUsers';

export interface PoolSignUp {
  userPoolId: string;
  username: string;
  email: string;
  password: string;
  attributes?: Record<string, string>;
  sourceIp: string;
}

const visitor = { kind: 'visitor' } as const;

/**
 * Makes an account of one's own, confirmed at once: Gatehouse sends no mail, so no code could be asked for. The
 * e-mail address counts as not verified, and tokens say so. A taken name is said openly, as Cognito does; the limit
 * by address keeps lists of names from being read out quickly.
 * @throws ControlError AccessDeniedException while the pool allows it to nobody, ConflictException,
 *   BadRequestException, TooManyRequestsException
 */
export function poolSignUp(context: ControlContext, passwords: Passwords, addresses: TryLimit) {
  return async ({ userPoolId, sourceIp, ...input }: PoolSignUp): Promise<PoolUserRow> => {
    const pool = await runRead(context, visitor, ({ db }) => findUserPool(db, userPoolId));
    if (!pool.settings.selfSignUp)
      throw new ControlError('AccessDeniedException', 'SignUp is not permitted for this user pool');
    const { username, email, password, attributes } = parse(signUpInput, input);
    checkPassword(password, pool.settings);
    addresses.take(addressGroup(sourceIp));
    await refuseTaken(context, userPoolId, username);
    const passwordHash = await passwords.hash(password);
    return runWrite(context, visitor, 'SignUp', async (call) => {
      const made = { username, email, passwordHash, status: 'CONFIRMED', groups: [] } as const;
      const row = await insertPoolUser(call, userPoolId, {
        ...made,
        groups: [],
        attributes: { ...attributes, email_verified: 'false' },
      });
      call.audit(row.id, { userPoolId, username });
      return row;
    });
  };
}

/** Before the password is hashed, which costs. */
async function refuseTaken(context: ControlContext, userPoolId: string, username: string): Promise<void> {
  if (!(await runRead(context, visitor, ({ db }) => poolUserByName(db, userPoolId, username)))) return;
  const message = 'This user name is taken';
  throw new ControlError('ConflictException', message, [{ field: 'username', message }]);
}
