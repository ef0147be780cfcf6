import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { iamUsers } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';

export type IamUserRow = typeof iamUsers.$inferSelect;

/** @throws ControlError NotFoundException */
export async function findUser(db: Db, userName: string): Promise<IamUserRow> {
  const [row] = await db.select().from(iamUsers).where(eq(iamUsers.userName, userName));
  return row ?? unknown(userName);
}

/** The same, held until the transaction ends: what was counted (keys, attachments) still holds when it is written. */
export async function lockUser(db: Db, userName: string): Promise<IamUserRow> {
  const [row] = await db.select().from(iamUsers).where(eq(iamUsers.userName, userName)).for('update');
  return row ?? unknown(userName);
}

function unknown(userName: string): never {
  throw new ControlError('NotFoundException', `The user with name ${userName} cannot be found.`);
}
