import { count, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { usagePlanKeys, usagePlans } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { QuotaSettings } from '@/lib/model/throttle';
import type { UsagePlan } from '@/lib/model/usagePlan';
import { planStages } from './planStages';

type PlanRow = typeof usagePlans.$inferSelect;
interface StageRow {
  usagePlanId: string;
  apiId: string;
  stageName: string;
  throttle: UsagePlan['apiStages'][number]['throttle'];
}

export async function readPlans(db: Db): Promise<UsagePlan[]> {
  const rows = await db.select().from(usagePlans).orderBy(usagePlans.name, usagePlans.id);
  const stages = await db.select().from(planStages(db));
  const counts = await db
    .select({ id: usagePlanKeys.usagePlanId, keys: count() })
    .from(usagePlanKeys)
    .groupBy(usagePlanKeys.usagePlanId);
  const keys = new Map(counts.map((row) => [row.id, row.keys]));
  return rows.map((row) =>
    toUsagePlan(
      row,
      stages.filter((stage) => stage.usagePlanId === row.id),
      keys.get(row.id) ?? 0,
    ),
  );
}

/** @throws ControlError NotFoundException */
export async function readPlan(db: Db, usagePlanId: string): Promise<UsagePlan> {
  const [row] = await db.select().from(usagePlans).where(eq(usagePlans.id, usagePlanId));
  if (!row) throw new ControlError('NotFoundException', 'Invalid Usage Plan ID specified');
  const all = planStages(db);
  const stages = await db.select().from(all).where(eq(all.usagePlanId, usagePlanId));
  const [counted] = await db
    .select({ keys: count() })
    .from(usagePlanKeys)
    .where(eq(usagePlanKeys.usagePlanId, usagePlanId));
  return toUsagePlan(row, stages, counted?.keys ?? 0);
}

/** The quota alone, without a count of the keys. @throws ControlError NotFoundException */
export async function readPlanQuota(db: Db, usagePlanId: string): Promise<QuotaSettings | null> {
  const [row] = await db
    .select({ quota: usagePlans.quota })
    .from(usagePlans)
    .where(eq(usagePlans.id, usagePlanId));
  if (!row) throw new ControlError('NotFoundException', 'Invalid Usage Plan ID specified');
  return row.quota;
}

function toUsagePlan(row: PlanRow, stages: StageRow[], keyCount: number): UsagePlan {
  const { id, name, offeredInPortal, approvalRequired } = row;
  return {
    id,
    name,
    ...(row.description !== null && { description: row.description }),
    ...(row.throttle && { throttle: row.throttle }),
    ...(row.quota && { quota: row.quota }),
    ...(row.productCode !== null && { productCode: row.productCode }),
    apiStages: stages
      .map(({ apiId, stageName, throttle }) => ({ apiId, stage: stageName, throttle }))
      .sort((a, b) => (`${a.apiId}:${a.stage}` < `${b.apiId}:${b.stage}` ? -1 : 1)),
    offeredInPortal,
    approvalRequired,
    createdDate: row.createdDate.getTime(),
    keyCount,
  };
}
