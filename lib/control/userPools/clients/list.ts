import { desc, eq } from 'drizzle-orm';
import { userPoolClients } from '@/db/schema';
import { read } from '../../operation';
import { findUserPool } from '../findUserPool';
import { toClient } from './readClients';

/** Newest first. */
export const listClients = read(
  { name: 'ListUserPoolClients', permission: 'viewer' },
  async ({ db }, userPoolId: string) => {
    await findUserPool(db, userPoolId);
    const rows = await db
      .select()
      .from(userPoolClients)
      .where(eq(userPoolClients.userPoolId, userPoolId))
      .orderBy(desc(userPoolClients.createdDate), userPoolClients.clientId);
    return rows.map(toClient);
  },
);
