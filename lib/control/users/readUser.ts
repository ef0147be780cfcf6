import { eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { userIdentities, users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { User } from '@/lib/model/role';

// Written out: in a select from one table drizzle would drop the table's name from `users.id`.
const firstProvider = sql<
  string | null
>`(select min(i.provider) from ${userIdentities} i where i.user_id = ${users}.id)`;

/** Accounts with all that is stored of them but identities; for this folder only. */
export function selectUsers(db: Db) {
  return db.select({ row: users, provider: firstProvider }).from(users).$dynamic();
}
export type StoredUser = Awaited<ReturnType<typeof selectUsers>>[number];

export async function findUser(db: Db, where: SQL): Promise<StoredUser | undefined> {
  const [found] = await selectUsers(db).where(where).limit(1);
  return found;
}

/** @throws ControlError NotFoundException */
export async function readUser(db: Db, userId: string): Promise<StoredUser> {
  const found = await findUser(db, eq(users.id, userId));
  if (!found) throw new ControlError('NotFoundException', 'Invalid user identifier specified');
  return found;
}

/** The account as doors see it: without hash and session version. */
export function toUser({ row, provider }: StoredUser): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    role: row.role,
    disabled: row.disabled,
    createdDate: row.createdDate.getTime(),
    lastSignInAt: row.lastSignInAt?.getTime(),
    provider: row.passwordHash ? 'credentials' : (provider ?? 'credentials'),
  };
}

/** What a door keeps of who signed in: `sessionId` is what bySession and signOut know the session by. */
export type SignedInUser = User & { sessionId: string };
