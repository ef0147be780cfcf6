import { eq } from 'drizzle-orm';
import { userPools } from '@/db/schema';
import type { Actor } from '@/lib/model/role';
import type { ControlContext, WriteCall } from '../../ControlContext';
import type { Control } from '../../control';
import { runRead, runWrite } from '../../operation';
import { findUserPool, lockUserPool } from '../findUserPool';
import { permitPool } from '../permitPool';
import { generateSigningKey, openKeys, rotated, type SigningKey, sealKeys } from '../signingKeys';

/** In two steps, so that every worker knows the new key before the first token that it signs. */
export function rotateKeys(context: ControlContext): Control['userPools']['rotateKeys'] {
  return async (actor: Actor, userPoolId) => {
    const { settings } = await runRead(context, actor, async ({ db }) => {
      await permitPool(db, actor, userPoolId, 'RotateKeys');
      return findUserPool(db, userPoolId);
    });
    const fresh = await generateSigningKey(settings);
    const { kid } = fresh.jwk;
    await runWrite(context, actor, 'RotateKeys', async (call) => {
      await changeKeys(call, userPoolId, (keys) => [...keys, fresh]);
      call.audit(userPoolId, { kid, announced: true });
      call.publish();
    });
    await runWrite(context, actor, 'RotateKeys', async (call) => {
      const now = call.now.getTime();
      await changeKeys(call, userPoolId, (keys) => rotated(keys, fresh, now));
      call.audit(userPoolId, { kid, signs: true });
      call.publish();
    });
  };
}

async function changeKeys(
  { db, ports }: WriteCall,
  userPoolId: string,
  change: (keys: SigningKey[]) => SigningKey[],
): Promise<void> {
  const { keysSealed } = await lockUserPool(db, userPoolId);
  const changed = change(openKeys(ports.secrets, keysSealed));
  await db
    .update(userPools)
    .set({ keysSealed: sealKeys(ports.secrets, changed) })
    .where(eq(userPools.id, userPoolId));
}
