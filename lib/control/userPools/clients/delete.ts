import { and, eq, sql } from 'drizzle-orm';
import { oidcRecords, userPoolClients } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { write } from '../../operation';
import { arnOf, lockUserPool } from '../findUserPool';
import { permitPool } from '../permitPool';
import { portalsThatName } from '../portalsThatName';
import { findClient } from './readClients';

/** Its refresh tokens and grants go with it. Refused while a portal's readers sign in with it. */
export const deleteClient = write(
  { name: 'DeleteUserPoolClient', permission: 'editor' },
  async ({ actor, db, ports, audit, publish }, userPoolId: string, clientId: string) => {
    await permitPool(db, actor, userPoolId, 'DeleteUserPoolClient');
    const { settings } = await findClient(db, userPoolId, clientId);
    await lockUserPool(db, userPoolId);
    const portals = await portalsThatName(db, arnOf(ports.config, userPoolId), clientId);
    if (portals.length > 0)
      throw new ControlError(
        'BadRequestException',
        `User pool client ${clientId} is in use by ${portals.join(', ')}.`,
      );
    await db.delete(userPoolClients).where(eq(userPoolClients.clientId, clientId));
    const ofClient = sql`${oidcRecords.payload} ->> 'clientId' = ${clientId}`;
    await db.delete(oidcRecords).where(and(eq(oidcRecords.userPoolId, userPoolId), ofClient));
    audit(clientId, { userPoolId, clientName: settings.clientName });
    publish();
  },
);
