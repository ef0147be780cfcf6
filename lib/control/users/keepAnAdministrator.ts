import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { users } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';

/**
 * Refuses to take the last administrator away. The rows stay locked until the transaction ends, so that two who
 * demote each other at the same time do not both succeed.
 */
export async function keepAnAdministrator(db: Db, userId: string): Promise<void> {
  const enabled = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, 'administrator'), eq(users.disabled, false)))
    .orderBy(asc(users.id))
    .for('update');
  if (enabled.some((row) => row.id === userId) && enabled.length === 1)
    throw new ControlError(
      'ConflictException',
      'The last administrator cannot be demoted, disabled or deleted. Make another administrator first.',
    );
}
