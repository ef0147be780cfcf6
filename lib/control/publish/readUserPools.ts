import type { UserPoolDocument } from '@gatehouse/gateway/snapshot';
import type { Db } from '@/db/client';
import { userPoolClients, userPools } from '@/db/schema';
import type { ControlPorts } from '../ports';
import { arnOf, issuerOf } from '../userPools/findUserPool';
import { live, openKeys, publicJwks } from '../userPools/signingKeys';

/** All of them, with the public halves of their keys: an authorizer may name any. */
export async function readUserPools(db: Db, ports: ControlPorts): Promise<UserPoolDocument[]> {
  const { config, secrets, now } = ports;
  const rows = await db.select().from(userPools).orderBy(userPools.id);
  if (rows.length === 0) return [];
  const { userPoolId, clientId } = userPoolClients;
  const clients = await db.select({ userPoolId, clientId }).from(userPoolClients).orderBy(clientId);
  return rows.map(({ id, keysSealed }) => ({
    arn: arnOf(config, id),
    issuer: issuerOf(config, id),
    jwks: publicJwks(live(openKeys(secrets, keysSealed), now())),
    clientIds: clients.filter((client) => client.userPoolId === id).map((client) => client.clientId),
  }));
}
