import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { usageDays, usagePlanKeys, usagePlans } from '@/db/schema';
import { quotaPeriodEnd, quotaPeriodStart } from '@/lib/model/quotaPeriod';
import type { QuotaSettings } from '@/lib/model/throttle';
import type { QuotaState } from '@/lib/model/usage';
import type { ControlContext } from '../ControlContext';
import { runRead } from '../operation';

/** A page of them: the busiest; a plan may have a million keys. */
const most = 1_000;

/** What each key has used of its plan's quota in the current UTC period, busiest first. */
export async function readQuotas(
  db: Db,
  now: Date,
  filter: { usagePlanId?: string; apiKeyIds?: string[] },
): Promise<QuotaState[]> {
  const where = and(
    filter.usagePlanId === undefined ? undefined : eq(usagePlans.id, filter.usagePlanId),
    filter.apiKeyIds === undefined ? undefined : inArray(usagePlanKeys.apiKeyId, filter.apiKeyIds),
  );
  const rows = await selectUsed(db, now, where).orderBy(desc(usedSum), usagePlanKeys.apiKeyId).limit(most);
  return rows.map(({ usagePlanId, usagePlanName, apiKeyId, quota, used, joined }) => ({
    usagePlanId,
    usagePlanName,
    apiKeyId,
    limit: quota.limit - (isFirstPeriod(quota, joined, now) ? quota.offset : 0),
    used,
    period: quota.period,
    resetsAt: quotaPeriodEnd(quota.period, now.getTime()),
  }));
}

/** What a quota counter goes on from: QuotaState of lib/gateway/limits, with its plan and key. */
export interface QuotaCount {
  usagePlanId: string;
  apiKeyId: string;
  /** ms since the epoch */
  periodStart: number;
  used: number;
  /** start of the period in which the key joined the plan: the quota's offset counts in it alone */
  firstPeriodStart: number;
}

/**
 * For the runtime's counters at start. A key that is missing here stands where a new counter stands: nothing
 * used, and in its first period or without an offset.
 */
export function quotaCounts(context: ControlContext): Promise<QuotaCount[]> {
  return runRead(context, { kind: 'system', reason: 'start' }, async ({ db, now }) => {
    const differs = sql`${usedSum} > 0 or ((${usagePlans.quota} ->> 'offset')::int > 0 and min(${usagePlanKeys.createdDate}) < ${periodStarts(now)})`;
    const rows = await selectUsed(db, now, undefined).having(differs);
    return rows.map(({ usagePlanId, apiKeyId, quota, used, joined }) => ({
      usagePlanId,
      apiKeyId,
      periodStart: quotaPeriodStart(quota.period, now.getTime()),
      used,
      firstPeriodStart: quotaPeriodStart(quota.period, joined.getTime()),
    }));
  });
}

function isFirstPeriod({ period }: QuotaSettings, joined: Date, now: Date): boolean {
  return quotaPeriodStart(period, joined.getTime()) >= quotaPeriodStart(period, now.getTime());
}

/** Start of the plan's current period, by the plan's own kind of period. */
function periodStarts(now: Date): SQL {
  const start = (period: QuotaSettings['period']) =>
    sql`${new Date(quotaPeriodStart(period, now.getTime())).toISOString()}::timestamptz`;
  return sql`case ${usagePlans.quota} ->> 'period' when 'DAY' then ${start('DAY')} when 'WEEK' then ${start('WEEK')} else ${start('MONTH')} end`;
}

const usedSum = sql<number>`coalesce(sum(${usageDays.used}), 0)`.mapWith(Number);

function selectUsed(db: Db, now: Date, where: SQL | undefined) {
  return db
    .select({
      usagePlanId: usagePlans.id,
      usagePlanName: usagePlans.name,
      apiKeyId: usagePlanKeys.apiKeyId,
      quota: sql<QuotaSettings>`${usagePlans.quota}`,
      joined: usagePlanKeys.createdDate,
      used: usedSum,
    })
    .from(usagePlanKeys)
    .innerJoin(usagePlans, eq(usagePlans.id, usagePlanKeys.usagePlanId))
    .leftJoin(
      usageDays,
      and(
        eq(usageDays.usagePlanId, usagePlanKeys.usagePlanId),
        eq(usageDays.apiKeyId, usagePlanKeys.apiKeyId),
        sql`${usageDays.day} >= (${periodStarts(now)} at time zone 'UTC')::date`,
      ),
    )
    .where(and(sql`${usagePlans.quota} is not null`, where))
    .groupBy(usagePlans.id, usagePlanKeys.usagePlanId, usagePlanKeys.apiKeyId)
    .$dynamic();
}
