import { eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { apiKeys, usageDays } from '@/db/schema';
import { quotaPeriodStart } from '@/lib/model/quotaPeriod';
import type { DailyUsage } from '@/lib/model/usage';
import type { WriteCall } from '../ControlContext';
import { INGEST_LOCK } from '../ingest/ingest';
import { write } from '../operation';
import { badRequest, parse } from '../parse';
import { readPlanQuota } from '../usagePlans/readPlans';
import { refuseForeignKey } from './daily';
import { readDays } from './readDays';
import { readStandings } from './readQuotas';

const remainingInput = z
  .int('The remaining quota is a whole number')
  .min(0, 'The remaining quota is 0 at least')
  .max(2_147_483_647, 'The remaining quota is at most 2147483647');

/**
 * AWS's UpdateUsage. What is added to the quota, or taken away, is a figure of its own beside what was used: it goes
 * to the database in the order of the usage batches, and as a difference to the machine's counters, which know of
 * calls that no batch has told yet.
 */
export const setRemaining = write(
  { name: 'UpdateUsage', permission: 'editor' },
  async (call, usagePlanId: string, apiKeyId: string, input: number): Promise<DailyUsage> => {
    const remaining = parse(remainingInput, input);
    await call.db.execute(sql`select pg_advisory_xact_lock(${INGEST_LOCK})`);
    const quota = await readPlanQuota(call.db, usagePlanId);
    await refuseForeignKey(call.db, usagePlanId, apiKeyId);
    if (!quota) throw badRequest({ field: 'remaining', message: `Usage Plan ${usagePlanId} has no quota` });
    const day = call.now.toISOString().slice(0, 10);
    const granted = await grant(call, usagePlanId, apiKeyId, remaining, day);
    call.audit(usagePlanId, { apiKeyId, remaining, granted });
    const [today] = await readDays(call.db, { usagePlanId, quota }, [apiKeyId], {
      startDate: day,
      endDate: day,
    });
    return today ?? { apiKeyId, days: [] };
  },
);

async function grant(
  { db, now, ports, afterwards }: WriteCall,
  usagePlanId: string,
  apiKeyId: string,
  remaining: number,
  day: string,
): Promise<number> {
  const { quotaOwnerId, limit, used, quota, joined } = await standingOf(db, now, usagePlanId, apiKeyId);
  const granted = remaining - (limit - used);
  await db
    .insert(usageDays)
    .values({ usagePlanId, apiKeyId, day, quotaOwnerId, used: 0, granted })
    .onConflictDoUpdate({
      target: [usageDays.usagePlanId, usageDays.apiKeyId, usageDays.day],
      set: { granted: sql`${usageDays.granted} + excluded.granted` },
    });
  const periodStart = quotaPeriodStart(quota.period, now.getTime());
  const firstPeriodStart = quotaPeriodStart(quota.period, (joined ?? now).getTime());
  afterwards(async () =>
    ports.grantQuota({ usagePlanId, quotaOwnerId, periodStart, firstPeriodStart, granted }),
  );
  return granted;
}

async function standingOf(db: WriteCall['db'], now: Date, usagePlanId: string, apiKeyId: string) {
  const [row] = await db.select({ appId: apiKeys.appId }).from(apiKeys).where(eq(apiKeys.id, apiKeyId));
  const owner = row?.appId ?? apiKeyId;
  const standings = await readStandings(db, now, { usagePlanId, quotaOwnerIds: [owner] });
  const standing = standings.find(({ quotaOwnerId }) => quotaOwnerId === owner);
  if (!standing) throw new Error(`Key ${apiKeyId} is in plan ${usagePlanId} without a standing`);
  return standing;
}
