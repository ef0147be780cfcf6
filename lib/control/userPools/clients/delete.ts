import { and, eq, sql } from 'drizzle-orm';
import { oidcRecords, userPoolClients } from '@/db/schema';
import { write } from '../../operation';
import { permitPool } from '../permitPool';
import { findClient } from './readClients';

/** Its refresh tokens and grants go with it. */
export const deleteClient = write(
  { name: 'DeleteUserPoolClient', permission: 'editor' },
  async ({ actor, db, audit, publish }, userPoolId: string, clientId: string) => {
    await permitPool(db, actor, userPoolId, 'DeleteUserPoolClient');
    const { settings } = await findClient(db, userPoolId, clientId);
    await db.delete(userPoolClients).where(eq(userPoolClients.clientId, clientId));
    const ofClient = sql`${oidcRecords.payload} ->> 'clientId' = ${clientId}`;
    await db.delete(oidcRecords).where(and(eq(oidcRecords.userPoolId, userPoolId), ofClient));
    audit(clientId, { userPoolId, clientName: settings.clientName });
    publish();
  },
);
