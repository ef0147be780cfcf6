import { sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import { usagePlanApiStages, usagePlanStages } from '@/db/schema';
import type { ThrottleSettings } from '@/lib/model/throttle';

const NO_THROTTLE = sql<Record<string, ThrottleSettings>>`'{}'::jsonb`.as('throttle');

/** The stages of all usage plans, of REST and of WebSocket APIs alike. */
export function planStages(db: Db) {
  const ofRestApis = db
    .select({
      usagePlanId: usagePlanStages.usagePlanId,
      apiId: usagePlanStages.restApiId,
      stageName: usagePlanStages.stageName,
      throttle: usagePlanStages.throttle,
    })
    .from(usagePlanStages);
  const ofWebSocketApis = db
    .select({
      usagePlanId: usagePlanApiStages.usagePlanId,
      apiId: usagePlanApiStages.apiId,
      stageName: usagePlanApiStages.stageName,
      throttle: NO_THROTTLE,
    })
    .from(usagePlanApiStages);
  return unionAll(ofRestApis, ofWebSocketApis).as('plan_stages');
}
