import { and, desc, eq, gte, inArray, isNotNull, min, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, usageDays, usagePlanKeys, usagePlans } from '@/db/schema';
import { quotaPeriodEnd, quotaPeriodStart } from '@/lib/model/quotaPeriod';
import { firstStart } from '@/lib/model/role';
import type { QuotaSettings } from '@/lib/model/throttle';
import type { QuotaState } from '@/lib/model/usage';
import type { ControlContext } from '../ControlContext';
import { runRead } from '../operation';

/** A page of them: the busiest; a plan may have a million keys. */
const most = 1_000;

/** `quotaOwnerIds`: of portal apps, or of keys that belong to none. */
interface QuotaFilter {
  usagePlanId?: string;
  quotaOwnerIds?: string[];
}

/** What each owner has used of its plan's quota in the current UTC period, busiest first. */
export async function readQuotas(db: Db, now: Date, filter: QuotaFilter): Promise<QuotaState[]> {
  const standings = await readStandings(db, now, filter);
  return standings.map(({ quota, joined, ...state }) => ({
    ...state,
    limit: Math.max(0, state.limit),
    period: quota.period,
    resetsAt: quotaPeriodEnd(quota.period, now.getTime()),
  }));
}

/** The same with what it is made of; a limit may be below 0 after the plan's own was lowered. */
export async function readStandings(db: Db, now: Date, filter: QuotaFilter) {
  const members = membersOf(db, filter);
  const used = usedIn(db, now, filter);
  const usedSoFar = sql<number>`coalesce(${used.used}, 0)`.mapWith(Number);
  const granted = sql<number>`coalesce(${used.granted}, 0)`.mapWith(Number);
  const rows = await db
    .select({
      usagePlanId: usagePlans.id,
      usagePlanName: usagePlans.name,
      quotaOwnerId: members.quotaOwnerId,
      quota: sql<QuotaSettings>`${usagePlans.quota}`,
      joined: members.joined,
      used: usedSoFar,
      granted,
    })
    .from(members)
    .innerJoin(usagePlans, and(eq(usagePlans.id, members.usagePlanId), isNotNull(usagePlans.quota)))
    .leftJoin(used, sameOwner(used, members))
    .orderBy(desc(usedSoFar), members.quotaOwnerId)
    .limit(most);
  return rows.map(({ granted, ...row }) => ({
    ...row,
    limit: periodLimit(row.quota, row.joined, now) + granted,
  }));
}

/** What a quota counter goes on from: QuotaState of lib/gateway/limits, with its plan and owner. */
export interface QuotaCount {
  usagePlanId: string;
  quotaOwnerId: string;
  /** ms since the epoch */
  periodStart: number;
  used: number;
  /** start of the period in which the owner joined the plan: the quota's offset counts in it alone */
  firstPeriodStart: number;
  /** what UpdateUsage added to the period; absent: nothing */
  granted?: number;
}

/**
 * For the runtime's counters at start. An owner that is missing here stands where a new counter stands: nothing
 * used, and in its first period or without an offset. One whose keys have left the plan is told too: it may come
 * back with another key.
 */
export function quotaCounts(context: ControlContext): Promise<QuotaCount[]> {
  return runRead(context, firstStart, async ({ db, now }) => {
    const members = membersOf(db, {});
    const used = usedIn(db, now, {});
    const started = sql`(${usagePlans.quota} ->> 'offset')::int > 0 and ${members.joined} < ${periodStarts(now)}`;
    const rows = await db
      .select({
        usagePlanId: usagePlans.id,
        quotaOwnerId: sql<string>`coalesce(${used.quotaOwnerId}, ${members.quotaOwnerId})`,
        quota: sql<QuotaSettings>`${usagePlans.quota}`,
        joined: members.joined,
        used: sql<number>`coalesce(${used.used}, 0)`.mapWith(Number),
        granted: sql<number>`coalesce(${used.granted}, 0)`.mapWith(Number),
      })
      .from(used)
      .fullJoin(members, sameOwner(used, members))
      .innerJoin(usagePlans, sql`${usagePlans.id} = coalesce(${used.usagePlanId}, ${members.usagePlanId})`)
      .where(and(isNotNull(usagePlans.quota), or(sql`${used.used} > 0`, sql`${used.granted} <> 0`, started)));
    return rows.map(({ usagePlanId, quotaOwnerId, quota, used: calls, joined, granted }) => ({
      usagePlanId,
      quotaOwnerId,
      periodStart: quotaPeriodStart(quota.period, now.getTime()),
      used: calls,
      firstPeriodStart: quotaPeriodStart(quota.period, (joined ?? now).getTime()),
      ...(granted !== 0 && { granted }),
    }));
  });
}

/** What a plan's quota allows in the period that `at` lies in: the offset counts in the first one alone. */
export function periodLimit({ period, limit, offset }: QuotaSettings, joined: Date | null, at: Date): number {
  const first = quotaPeriodStart(period, (joined ?? at).getTime());
  return limit - (first >= quotaPeriodStart(period, at.getTime()) ? offset : 0);
}

/** Start of the plan's current period, by the plan's own kind of period. */
function periodStarts(now: Date): SQL {
  const start = (period: QuotaSettings['period']) =>
    sql`${new Date(quotaPeriodStart(period, now.getTime())).toISOString()}::timestamptz`;
  return sql`case ${usagePlans.quota} ->> 'period' when 'DAY' then ${start('DAY')} when 'WEEK' then ${start('WEEK')} else ${start('MONTH')} end`;
}

/** Who has a quota in which plan, since when: the app of a key, or the key itself. */
export function membersOf(db: Db, { usagePlanId, quotaOwnerIds }: QuotaFilter) {
  const owner = sql<string>`coalesce(${apiKeys.appId}, ${apiKeys.id})`;
  return db
    .select({
      usagePlanId: sql<string>`${usagePlanKeys.usagePlanId}`.as('member_plan'),
      quotaOwnerId: owner.as('member_owner'),
      joined: min(usagePlanKeys.createdDate).as('joined'),
    })
    .from(usagePlanKeys)
    .innerJoin(apiKeys, eq(apiKeys.id, usagePlanKeys.apiKeyId))
    .where(
      and(
        usagePlanId === undefined ? undefined : eq(usagePlanKeys.usagePlanId, usagePlanId),
        quotaOwnerIds === undefined
          ? undefined
          : inArray(usagePlanKeys.apiKeyId, keysOfOwners(db, quotaOwnerIds)),
      ),
    )
    .groupBy(usagePlanKeys.usagePlanId, owner)
    .as('members');
}

/** By their indexes: the plan of a few owners may have a million other keys. */
function keysOfOwners(db: Db, ids: string[]) {
  return db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(or(inArray(apiKeys.appId, ids), inArray(apiKeys.id, ids)));
}

/** What was counted in the current periods, also with keys that are gone. */
function usedIn(db: Db, now: Date, { usagePlanId, quotaOwnerIds }: QuotaFilter) {
  return db
    .select({
      usagePlanId: sql<string>`${usageDays.usagePlanId}`.as('used_plan'),
      quotaOwnerId: sql<string>`${usageDays.quotaOwnerId}`.as('used_owner'),
      used: sql<number>`sum(${usageDays.used})`.as('used_calls'),
      granted: sql<number>`sum(${usageDays.granted})`.as('granted_calls'),
    })
    .from(usageDays)
    .innerJoin(usagePlans, and(eq(usagePlans.id, usageDays.usagePlanId), isNotNull(usagePlans.quota)))
    .where(
      and(
        gte(usageDays.day, sql`(${periodStarts(now)} at time zone 'UTC')::date`),
        usagePlanId === undefined ? undefined : eq(usageDays.usagePlanId, usagePlanId),
        quotaOwnerIds === undefined ? undefined : inArray(usageDays.quotaOwnerId, quotaOwnerIds),
      ),
    )
    .groupBy(usageDays.usagePlanId, usageDays.quotaOwnerId)
    .as('used');
}

type Owned = Pick<ReturnType<typeof usedIn> & ReturnType<typeof membersOf>, 'usagePlanId' | 'quotaOwnerId'>;

function sameOwner(used: Owned, members: Owned): SQL | undefined {
  return and(eq(used.usagePlanId, members.usagePlanId), eq(used.quotaOwnerId, members.quotaOwnerId));
}
