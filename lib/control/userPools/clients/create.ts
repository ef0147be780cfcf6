import { randomBytes } from 'node:crypto';
import { userPoolClients } from '@/db/schema';
import { newId } from '@/lib/model/ids';
import type { UserPoolClientInput } from '@/lib/model/userPool';
import { write } from '../../operation';
import { findUserPool } from '../findUserPool';
import { permitPool } from '../permitPool';
import { clientSettings } from './clientSettings';
import { toClient } from './readClients';

/** The workers take it over too: what an authorizer accepts may depend on the pool's clients. */
export const createClient = write(
  { name: 'CreateUserPoolClient', permission: 'editor' },
  async ({ actor, db, now, ports, audit, publish }, userPoolId: string, input: UserPoolClientInput) => {
    await permitPool(db, actor, userPoolId, 'CreateUserPoolClient');
    const { resourceServers } = await findUserPool(db, userPoolId);
    const settings = clientSettings(input, resourceServers);
    const secret = settings.generateSecret ? randomBytes(39).toString('base64url') : null;
    const row = {
      // 26 small letters and digits, as Cognito's.
      clientId: `${newId(10)}${newId(10)}${newId(6)}`,
      userPoolId,
      settings,
      secretSealed: secret === null ? null : ports.secrets.encrypt(secret),
      createdDate: now,
    };
    await db.insert(userPoolClients).values(row);
    audit(row.clientId, { userPoolId, clientName: settings.clientName });
    publish();
    return { ...toClient(row), ...(secret !== null && { clientSecret: secret }) };
  },
);
