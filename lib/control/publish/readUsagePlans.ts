import type { UsagePlanDocument } from '@gatehouse/gateway/snapshot';
import type { Db } from '@/db/client';
import { usagePlans } from '@/db/schema';
import { planStages } from '../usagePlans/planStages';

export async function readUsagePlans(db: Db): Promise<UsagePlanDocument[]> {
  const plans = await db.select().from(usagePlans).orderBy(usagePlans.id);
  const stages = await db.select().from(planStages(db));
  return plans.map(({ id, name, throttle, quota }) => ({
    id,
    name,
    apiStages: Object.fromEntries(
      stages
        .filter((stage) => stage.usagePlanId === id)
        .map((stage) => [`${stage.apiId}:${stage.stageName}`, stage.throttle]),
    ),
    ...(throttle && { throttle }),
    ...(quota && { quota }),
  }));
}
