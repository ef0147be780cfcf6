import type { Account } from 'oidc-provider';
import type { ControlPorts } from '@/lib/control/ports';
import { claimsOf } from '@/lib/control/userPools/tokens/signTokens';
import { type PoolUserRow, poolUserById } from '@/lib/control/userPools/users/readPoolUsers';

export interface PoolAccount extends Account {
  user: PoolUserRow;
}

/** undefined for who is gone, disabled or has a password still to change: every flow then refuses. */
export async function findPoolAccount(
  { db }: ControlPorts,
  userPoolId: string,
  sub: string,
): Promise<PoolAccount | undefined> {
  const user = await poolUserById(db, userPoolId, sub);
  if (!user?.enabled || user.status !== 'CONFIRMED') return undefined;
  const claims = async (_use: string, scope: string) => ({
    ...claimsOf(user, scope.split(' ')),
    username: user.username,
  });
  return { accountId: sub, claims, user };
}
