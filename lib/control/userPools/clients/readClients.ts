import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { userPoolClients } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { UserPoolClient } from '@/lib/model/userPool';
import type { Secrets } from '../../ports';

export type UserPoolClientRow = typeof userPoolClients.$inferSelect;

/** @throws ControlError NotFoundException, also for another pool's client */
export async function findClient(db: Db, userPoolId: string, clientId: string): Promise<UserPoolClientRow> {
  const [row] = await db
    .select()
    .from(userPoolClients)
    .where(and(eq(userPoolClients.userPoolId, userPoolId), eq(userPoolClients.clientId, clientId)));
  if (row) return row;
  throw new ControlError('NotFoundException', `User pool client ${clientId} does not exist.`);
}

export const toClient = ({ clientId, settings, createdDate }: UserPoolClientRow): UserPoolClient => ({
  ...settings,
  clientId,
  createdDate: createdDate.getTime(),
});

/** null: a public client. */
export const secretOf = (secrets: Secrets, { secretSealed }: UserPoolClientRow) =>
  secretSealed === null ? null : secrets.decrypt(secretSealed);
