import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { userPools } from '@/db/schema';
import type { ResourceServer } from '@/lib/model/userPool';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { findUserPool, lockUserPool } from './findUserPool';
import { permitPool } from './permitPool';

/** RFC 6749's scope characters; `/` divides identifier and name, so that a name has none. */
const identifier = z
  .string()
  .regex(
    /^[\x21\x23-\x5B\x5D-\x7E]{1,256}$/,
    'An identifier is 1 to 256 printable characters without spaces and quotes',
  );
const scope = z.object({
  name: z
    .string()
    .regex(
      /^[\x21\x23-\x2E\x30-\x5B\x5D-\x7E]{1,256}$/,
      'A scope is 1 to 256 printable characters without spaces and /',
    ),
  description: z.string().trim().max(256).default(''),
});
const resourceServers = z
  .array(
    z.object({
      identifier,
      name: z.string().trim().min(1, 'Name is required').max(256),
      scopes: z.array(scope).max(100),
    }),
  )
  .max(25, 'A user pool has at most 25 resource servers');

export const getResourceServers = read(
  { name: 'ListResourceServers', permission: 'viewer' },
  async ({ db }, userPoolId: string) => (await findUserPool(db, userPoolId)).resourceServers,
);

/** Replaces them all. A scope that goes is granted no more; tokens that have it keep it until they end. */
export const putResourceServers = write(
  { name: 'PutResourceServers', permission: 'editor' },
  async ({ actor, db, audit }, userPoolId: string, input: ResourceServer[]) => {
    await permitPool(db, actor, userPoolId, 'PutResourceServers');
    const servers = parse(resourceServers, input);
    refuseTwice(servers);
    await lockUserPool(db, userPoolId);
    await db.update(userPools).set({ resourceServers: servers }).where(eq(userPools.id, userPoolId));
    audit(userPoolId, { resourceServers: servers.map((server) => server.identifier) });
    return servers;
  },
);

function refuseTwice(servers: ResourceServer[]): void {
  for (const [index, server] of servers.entries()) {
    if (servers.findIndex((other) => other.identifier === server.identifier) < index)
      throw badRequest({ field: `${index}.identifier`, message: `${server.identifier} is there twice` });
    const names = server.scopes.map(({ name }) => name);
    const twice = names.findIndex((name, at) => names.indexOf(name) < at);
    if (twice >= 0)
      throw badRequest({ field: `${index}.scopes.${twice}.name`, message: `${names[twice]} is there twice` });
  }
}
