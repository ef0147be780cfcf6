import { and, eq, gte, inArray, lte } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, usageDays } from '@/db/schema';
import { quotaPeriodStart } from '@/lib/model/quotaPeriod';
import type { QuotaSettings } from '@/lib/model/throttle';
import type { DailyUsage } from '@/lib/model/usage';
import { membersOf, periodLimit } from './readQuotas';

const DAY = 86_400_000;
type Row = typeof usageDays.$inferSelect;
interface Plan {
  usagePlanId: string;
  quota: QuotaSettings;
}
interface Range {
  startDate: string;
  endDate: string;
}

/** Each key's usage of each day; what remains is its owner's, by all of the owner's keys. */
export async function readDays(db: Db, plan: Plan, apiKeyIds: string[], range: Range): Promise<DailyUsage[]> {
  if (apiKeyIds.length === 0) return [];
  const { usagePlanId, quota } = plan;
  const owners = await ownersOf(db, apiKeyIds);
  const ids = [...new Set(owners.values())];
  const first = new Date(quotaPeriodStart(quota.period, Date.parse(range.startDate)));
  const rows = await db
    .select()
    .from(usageDays)
    .where(
      and(
        eq(usageDays.usagePlanId, usagePlanId),
        inArray(usageDays.quotaOwnerId, ids),
        gte(usageDays.day, first.toISOString().slice(0, 10)),
        lte(usageDays.day, range.endDate),
      ),
    );
  const members = await db.select().from(membersOf(db, { usagePlanId, quotaOwnerIds: ids }));
  const joined = new Map(members.map((member) => [member.quotaOwnerId, member.joined]));
  const byOwner = grouped(rows, ({ quotaOwnerId }) => quotaOwnerId);
  return apiKeyIds.map((apiKeyId) => {
    const owner = owners.get(apiKeyId) ?? apiKeyId;
    const own = byOwner.get(owner) ?? [];
    return { apiKeyId, days: daysOf(apiKeyId, own, quota, joined.get(owner) ?? null, range) };
  });
}

async function ownersOf(db: Db, ids: string[]): Promise<Map<string, string>> {
  const { id, appId } = apiKeys;
  const rows = await db.select({ id, appId }).from(apiKeys).where(inArray(id, ids));
  return new Map(rows.map((row) => [row.id, row.appId ?? row.id]));
}

/** Day by day from the start of the first day's period, for what remains counts from there. */
function daysOf(
  apiKeyId: string,
  rows: Row[],
  quota: QuotaSettings,
  joined: Date | null,
  { startDate, endDate }: Range,
): DailyUsage['days'] {
  const byDay = grouped(rows, ({ day }) => day);
  const days: DailyUsage['days'] = [];
  let period = quotaPeriodStart(quota.period, Date.parse(startDate));
  let left = 0;
  for (let at = period; at <= Date.parse(endDate); at += DAY) {
    const begin = quotaPeriodStart(quota.period, at);
    if (begin > period) left = 0;
    period = begin;
    const today = byDay.get(new Date(at).toISOString().slice(0, 10)) ?? [];
    for (const { used, granted } of today) left += granted - used;
    if (at < Date.parse(startDate)) continue;
    const own = today.find((row) => row.apiKeyId === apiKeyId)?.used ?? 0;
    days.push([own, Math.max(0, periodLimit(quota, joined, new Date(at)) + left)]);
  }
  return days;
}

function grouped(rows: Row[], nameOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(nameOf(row));
    if (group) group.push(row);
    else groups.set(nameOf(row), [row]);
  }
  return groups;
}
