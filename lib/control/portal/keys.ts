import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { apiKeys, usagePlanKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { type AppKey, appKeyInput } from '@/lib/model/portal';
import { insertApiKey } from '../apiKeys/insertApiKey';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { parse } from '../parse';
import { lockMembership } from '../usagePlans/membership';
import { ownApp, ownKey } from './ownership';
import { activePlanIds, joinKeys } from './planMembership';
import { livingKeyIds, toAppKey } from './readApps';

/** Sign-up is open: nobody fills the engine's tables alone. The keys of an app share its quota (publish/readApiKeys). */
const mostKeys = 10;
const rotation = z.object({
  overlapSeconds: z
    .int('The overlap is a whole number of seconds')
    .min(0)
    .max(30 * 86_400, 'An old key works at most 30 days longer'),
});

/** In the plans of the app's active subscriptions; with none it waits for the first. */
export const createKey = write(
  { name: 'CreateKey', permission: 'signedIn' },
  async (call, appId: string, input: { name: string }): Promise<AppKey> => {
    const { name } = parse(appKeyInput, input);
    await lockMembership(call.db);
    const app = await ownApp(call.db, call.actor, appId);
    return insertKey(call, app.id, name, await activePlanIds(call.db, app.id));
  },
);

async function insertKey(call: WriteCall, appId: string, name: string, planIds: string[]): Promise<AppKey> {
  const living = await livingKeyIds(call.db, call.now, appId);
  if (living.length >= mostKeys)
    throw new ControlError(
      'LimitExceededException',
      `An app has at most ${mostKeys} keys. Revoke one first.`,
    );
  const { row, value } = await insertApiKey(call, { name, enabled: true, appId });
  for (const planId of planIds) await joinKeys(call, appId, planId, [row.id]);
  call.audit(row.id, { appId, name });
  call.publish({ apiKeyIds: [row.id] });
  return toAppKey(row, value);
}

/** A new key in the old one's plans; the old one works `overlapSeconds` longer, with 0 no longer at all. */
export const rotateKey = write(
  { name: 'RotateKey', permission: 'signedIn' },
  async (call, appId: string, apiKeyId: string, input: { overlapSeconds: number }): Promise<AppKey> => {
    const { overlapSeconds } = parse(rotation, input);
    const { db, actor, now } = call;
    await lockMembership(db);
    const old = await ownKey(db, actor, now, apiKeyId, appId);
    if (old.expiresAt) throw new ControlError('ConflictException', 'This key has been rotated already');
    // Or a developer would undo what an editor did.
    if (!old.enabled)
      throw new ControlError('ConflictException', 'This key is disabled: it cannot be rotated');
    const plans = await db
      .select({ id: usagePlanKeys.usagePlanId })
      .from(usagePlanKeys)
      .where(eq(usagePlanKeys.apiKeyId, old.id));
    await endKey(call, old.id, new Date(now.getTime() + overlapSeconds * 1000));
    const planIds = plans.map((plan) => plan.id);
    return insertKey(call, appId, old.name, planIds);
  },
);

/** The row stays, so that its calls keep their owner; the engine forgets it before this resolves. */
export const revokeKey = write(
  { name: 'RevokeKey', permission: 'signedIn' },
  async (call, appId: string, apiKeyId: string): Promise<void> => {
    const key = await ownKey(call.db, call.actor, call.now, apiKeyId, appId);
    await endKey(call, key.id, call.now);
    call.audit(key.id, { appId, name: key.name });
  },
);

async function endKey({ db, now, publish }: WriteCall, apiKeyId: string, expiresAt: Date): Promise<void> {
  await db.update(apiKeys).set({ expiresAt, lastUpdatedDate: now }).where(eq(apiKeys.id, apiKeyId));
  publish({ apiKeyIds: [apiKeyId] });
}
