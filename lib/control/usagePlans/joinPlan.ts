import { usagePlanKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { WriteCall } from '../ControlContext';
import { checkOnePlan, lockMembership } from './membership';

/**
 * Puts a key into a plan. The caller has made sure that both exist, audits and publishes the key.
 * @throws ControlError ConflictException when it is in already, or in another plan for one of the stages
 */
export async function joinPlan({ db, now }: WriteCall, usagePlanId: string, apiKeyId: string): Promise<void> {
  await lockMembership(db);
  const joined = await db
    .insert(usagePlanKeys)
    .values({ usagePlanId, apiKeyId, createdDate: now })
    .onConflictDoNothing()
    .returning();
  if (joined.length === 0)
    throw new ControlError(
      'ConflictException',
      `API key ${apiKeyId} is already in usage plan ${usagePlanId}`,
    );
  await checkOnePlan(db, usagePlanId, apiKeyId);
}
