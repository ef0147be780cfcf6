import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { userPools } from '@/db/schema';
import type { FieldError } from '@/lib/model/ControlError';
import type { SettingsUpdate } from '@/lib/model/settings';

/** A pool that is not there. One that is there stays until the transaction ends. */
export async function refuseSignInPool(
  db: Db,
  { signInUserPoolId: id }: SettingsUpdate,
): Promise<FieldError[]> {
  if (!id) return [];
  const [pool] = await db
    .select({ id: userPools.id })
    .from(userPools)
    .where(eq(userPools.id, id))
    .for('key share');
  return pool ? [] : [{ field: 'signInUserPoolId', message: `There is no user pool ${id}` }];
}
