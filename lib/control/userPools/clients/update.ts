import { eq } from 'drizzle-orm';
import { userPoolClients } from '@/db/schema';
import type { UserPoolClientInput } from '@/lib/model/userPool';
import { write } from '../../operation';
import { findUserPool } from '../findUserPool';
import { permitPool } from '../permitPool';
import { clientSettings } from './clientSettings';
import { findClient, toClient } from './readClients';

/** Replaces the client's settings; whether it has a secret was settled when it was made. */
export const updateClient = write(
  { name: 'UpdateUserPoolClient', permission: 'editor' },
  async ({ actor, db, audit }, userPoolId: string, clientId: string, input: UserPoolClientInput) => {
    await permitPool(db, actor, userPoolId, 'UpdateUserPoolClient');
    const row = await findClient(db, userPoolId, clientId);
    const { resourceServers } = await findUserPool(db, userPoolId);
    const { generateSecret } = row.settings;
    const settings = clientSettings({ ...input, generateSecret }, resourceServers);
    await db.update(userPoolClients).set({ settings }).where(eq(userPoolClients.clientId, clientId));
    audit(clientId, { userPoolId, clientName: settings.clientName });
    return toClient({ ...row, settings });
  },
);
