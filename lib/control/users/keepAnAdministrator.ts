import { and, asc, eq, not, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { userIdentities, users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';

// Written out: in a select from one table drizzle would drop the table's name from `users.id`.
const ofThePool = sql`exists (select from ${userIdentities} i
  where i.user_id = ${users}.id and i.provider = ${userPoolProvider})`;

/**
 * Refuses to take the last administrator away. The rows stay locked until the transaction ends, so that two who
 * demote each other at the same time do not both succeed. Administrators by a group of the user pool do not count:
 * the pool, or the choice of it, could take them all away at once.
 */
export async function keepAnAdministrator(db: Db, userId: string): Promise<void> {
  const enabled = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'administrator'), eq(users.disabled, false), not(ofThePool)))
    .orderBy(asc(users.id))
    .for('update');
  if (enabled.some((row) => row.id === userId) && enabled.length === 1)
    throw new ControlError(
      'ConflictException',
      'The last administrator cannot be demoted, disabled or deleted. Make another administrator first.',
    );
}
