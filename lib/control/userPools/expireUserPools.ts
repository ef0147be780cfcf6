import { eq } from 'drizzle-orm';
import { userPools } from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import { runWrite } from '../operation';
import { lockUserPool } from './findUserPool';
import { live, openKeys, sealKeys } from './signingKeys';

const actor = { kind: 'system', reason: 'in its hourly sweep' } as const;

/**
 * Takes away the keys whose last token has ended, from the database and from the workers. To be called now and then
 * by the runtime; safe to run on several nodes at once.
 */
export async function expireUserPools(context: ControlContext): Promise<void> {
  const { db, secrets, now } = context.ports;
  for (const { id, keysSealed } of await db.select().from(userPools)) {
    const keys = openKeys(secrets, keysSealed);
    if (live(keys, now()).length === keys.length) continue;
    await runWrite(context, actor, 'RetireKeys', async (call) => {
      const { keysSealed: sealed } = await lockUserPool(call.db, id);
      const kept = live(openKeys(secrets, sealed), now());
      await call.db
        .update(userPools)
        .set({ keysSealed: sealKeys(secrets, kept) })
        .where(eq(userPools.id, id));
      call.audit(id, { verifying: kept.length });
      call.publish();
    });
  }
}
