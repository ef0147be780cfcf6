import { and, asc, eq, gt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { usagePlanKeys } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { Page } from '@/lib/model/page';
import { type DailyUsage, type DailyUsageQuery, dailyUsageQuery } from '@/lib/model/usage';
import { read } from '../operation';
import { parse } from '../parse';
import { readPlanQuota } from '../usagePlans/readPlans';
import { readDays } from './readDays';

/** AWS's GetUsage: what keys used of their plan's quota, by UTC day. */
export const dailyUsage = read(
  { name: 'GetUsage', permission: 'viewer' },
  async ({ db, now }, usagePlanId: string, input: DailyUsageQuery): Promise<Page<DailyUsage>> => {
    const { limit, after, apiKeyId, startDate, endDate } = parse(dailyUsageQuery, input);
    const quota = await readPlanQuota(db, usagePlanId);
    if (apiKeyId !== undefined) await refuseForeignKey(db, usagePlanId, apiKeyId);
    if (!quota) return { items: [], isMore: false };
    const rows = await db
      .select({ id: usagePlanKeys.apiKeyId })
      .from(usagePlanKeys)
      .where(
        and(
          eq(usagePlanKeys.usagePlanId, usagePlanId),
          after === undefined ? undefined : gt(usagePlanKeys.apiKeyId, after),
          apiKeyId === undefined ? undefined : eq(usagePlanKeys.apiKeyId, apiKeyId),
        ),
      )
      .orderBy(asc(usagePlanKeys.apiKeyId))
      .limit(limit + 1);
    const ids = rows.slice(0, limit).map(({ id }) => id);
    const today = now.toISOString().slice(0, 10);
    const range = { startDate, endDate: endDate < today ? endDate : today };
    return { items: await readDays(db, { usagePlanId, quota }, ids, range), isMore: rows.length > limit };
  },
);

/** @throws ControlError NotFoundException */
export async function refuseForeignKey(db: Db, usagePlanId: string, apiKeyId: string): Promise<void> {
  const [row] = await db
    .select({ id: usagePlanKeys.apiKeyId })
    .from(usagePlanKeys)
    .where(and(eq(usagePlanKeys.usagePlanId, usagePlanId), eq(usagePlanKeys.apiKeyId, apiKeyId)));
  if (!row) throw new ControlError('NotFoundException', 'Invalid API Key identifier specified');
}
