import { and, eq, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { usagePlanKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import { planStages } from './planStages';

/** Any number that all processes agree on. */
const MEMBERSHIP_LOCK = 7_402_003;

/**
 * Held until the transaction ends by everything that changes which keys or stages a plan has: "one plan for each
 * key and stage" is a rule over both, which no index can hold.
 */
export async function lockMembership(db: Db): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${MEMBERSHIP_LOCK})`);
}

/**
 * AWS allows a key one plan for each stage (reference/rest-execution.md section 13).
 * @param apiKeyId the key that joins; absent: all keys of the plan
 * @throws ControlError ConflictException naming key, stage and the other plan
 */
export async function checkOnePlan(db: Db, usagePlanId: string, apiKeyId?: string): Promise<void> {
  const all = planStages(db);
  const own = db
    .select({ apiId: all.apiId, stageName: all.stageName })
    .from(all)
    .where(eq(all.usagePlanId, usagePlanId))
    .as('own');
  const keys = sql`select ${usagePlanKeys.apiKeyId} from ${usagePlanKeys} where ${usagePlanKeys.usagePlanId} = ${usagePlanId}`;
  const [conflict] = await db
    .select({
      apiKeyId: usagePlanKeys.apiKeyId,
      other: all.usagePlanId,
      apiId: all.apiId,
      stageName: all.stageName,
    })
    .from(usagePlanKeys)
    .innerJoin(all, eq(all.usagePlanId, usagePlanKeys.usagePlanId))
    .innerJoin(own, and(eq(own.apiId, all.apiId), eq(own.stageName, all.stageName)))
    .where(
      and(
        ne(usagePlanKeys.usagePlanId, usagePlanId),
        apiKeyId === undefined
          ? sql`${usagePlanKeys.apiKeyId} in (${keys})`
          : eq(usagePlanKeys.apiKeyId, apiKeyId),
      ),
    )
    .limit(1);
  if (!conflict) return;
  const stage = `${conflict.apiId}:${conflict.stageName}`;
  const message = `API key ${conflict.apiKeyId} is already in usage plan ${conflict.other} for the API stage ${stage}`;
  throw new ControlError('ConflictException', message, [{ field: 'apiStages', message }]);
}
