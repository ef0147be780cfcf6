import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { poolUsers, settings, userIdentities, userPools } from '@/db/schema';
import type { Role } from '@/lib/model/role';
import { parsePoolAccountId, roleOfGroups, userPoolProvider } from '@/lib/model/userPoolSignIn';

/** The pool that an administrator chose for sign-in to portal and console, while it exists. */
export async function chosenPool(db: Db): Promise<{ userPoolId: string; name: string } | null> {
  const [chosen] = await db.select().from(settings).where(eq(settings.name, 'signInUserPoolId'));
  if (typeof chosen?.value !== 'string') return null;
  const [pool] = await db.select().from(userPools).where(eq(userPools.id, chosen.value));
  return pool ? { userPoolId: pool.id, name: pool.settings.name } : null;
}

interface PoolUserName {
  userPoolId: string;
  poolUserId: string;
}

export interface PoolPerson {
  email: string;
  name: string;
  role: Role;
}

/**
 * Who a pool user is here, as the pool's rows say it now; null for users of another pool than the chosen one, and
 * for those who are disabled, unconfirmed or gone. Tokens are not asked: they say what was true when they were made.
 */
export async function poolPerson(db: Db, named: PoolUserName): Promise<PoolPerson | null> {
  if ((await chosenPool(db))?.userPoolId !== named.userPoolId) return null;
  const user = await findPoolUser(db, named);
  if (!user?.enabled || user.status !== 'CONFIRMED') return null;
  const { email, username, attributes, groups } = user;
  const name = (attributes.name ?? username).slice(0, 120);
  return { email: email.toLowerCase(), name, role: roleOfGroups(groups) };
}

/** For the audit log: whose sign-in it was, let in or not. */
export const poolAddress = async (db: Db, named: PoolUserName): Promise<string | undefined> =>
  (await findPoolUser(db, named))?.email.toLowerCase();

async function findPoolUser(db: Db, { userPoolId, poolUserId }: PoolUserName) {
  const [user] = await db
    .select()
    .from(poolUsers)
    .where(and(eq(poolUsers.userPoolId, userPoolId), eq(poolUsers.id, poolUserId)));
  return user;
}

/** For an account of a pool: the role that its groups give now, or null when it may be here no more. */
export async function roleInPool(db: Db, userId: string): Promise<Role | null> {
  const [identity] = await db
    .select()
    .from(userIdentities)
    .where(and(eq(userIdentities.userId, userId), eq(userIdentities.provider, userPoolProvider)));
  if (!identity) return null;
  return (await poolPerson(db, parsePoolAccountId(identity.providerAccountId)))?.role ?? null;
}
