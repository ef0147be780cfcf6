import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { settings } from '@/db/schema';
import type { Actor } from '@/lib/model/role';
import { permit } from '../permission';

/**
 * Whoever changes the people of a pool that signs in to the console can become any of them, administrators too: so
 * only administrators may. All other pools are editors' work.
 */
export async function permitPool(db: Db, actor: Actor, userPoolId: string, operation: string): Promise<void> {
  permit(actor, 'editor', operation);
  if ((await signInPool(db)) === userPoolId) permit(actor, 'administrator', operation);
}

/** Id of the pool whose people may sign in to portal and console. */
export async function signInPool(db: Db): Promise<unknown> {
  const [row] = await db.select().from(settings).where(eq(settings.name, 'signInUserPoolId'));
  return row?.value;
}
