import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { poolUsers, userPools } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { UserPool } from '@/lib/model/userPool';
import type { ControlConfig } from '../ports';

export type UserPoolRow = typeof userPools.$inferSelect;

/** @throws ControlError NotFoundException */
export async function findUserPool(db: Db, id: string): Promise<UserPoolRow> {
  const [row] = await db.select().from(userPools).where(eq(userPools.id, id));
  return row ?? unknown(id);
}

/** The same, held until the transaction ends. */
export async function lockUserPool(db: Db, id: string): Promise<UserPoolRow> {
  const [row] = await db.select().from(userPools).where(eq(userPools.id, id)).for('update');
  return row ?? unknown(id);
}

function unknown(id: string): never {
  throw new ControlError('NotFoundException', `User pool ${id} does not exist.`);
}

type Place = Pick<ControlConfig, 'region' | 'accountId' | 'publicUrl'>;

export const arnOf = ({ region, accountId }: Place, id: string) =>
  `arn:aws:cognito-idp:${region}:${accountId}:userpool/${id}`;

/** Below the console's address, where the pool's provider answers (lib/auth/userPools). */
export const issuerOf = ({ publicUrl }: Place, id: string) =>
  `${publicUrl.replace(/\/+$/, '')}/userpools/${id}`;

export async function readUserPool(db: Db, config: Place, id: string): Promise<UserPool> {
  return toUserPool(
    config,
    await findUserPool(db, id),
    await db.$count(poolUsers, eq(poolUsers.userPoolId, id)),
  );
}

export function toUserPool(config: Place, row: UserPoolRow, userCount: number): UserPool {
  const { id, settings, createdDate } = row;
  return {
    ...settings,
    id,
    arn: arnOf(config, id),
    issuer: issuerOf(config, id),
    createdDate: createdDate.getTime(),
    userCount,
  };
}
