import { and, eq, or } from 'drizzle-orm';
import { stages, usagePlanStages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { UsagePlan } from '@/lib/model/usagePlan';
import type { WriteCall } from '../ControlContext';
import { badRequest } from '../parse';

type ApiStages = UsagePlan['apiStages'];

/** Gives the plan these stages and no others. */
export async function putStages({ db }: WriteCall, usagePlanId: string, apiStages: ApiStages): Promise<void> {
  checkThrottleKeys(apiStages);
  await checkStages(db, usagePlanId, apiStages);
  await db.delete(usagePlanStages).where(eq(usagePlanStages.usagePlanId, usagePlanId));
  if (apiStages.length === 0) return;
  await db.insert(usagePlanStages).values(
    apiStages.map(({ apiId, stage, throttle }) => ({
      usagePlanId,
      restApiId: apiId,
      stageName: stage,
      throttle,
    })),
  );
}

function checkThrottleKeys(apiStages: ApiStages): void {
  const wrong = apiStages.flatMap(({ throttle }, index) =>
    Object.keys(throttle)
      .filter((key) => !/^\/(\S*\/)?[A-Z]+$/.test(key))
      .map((key) => ({ field: `apiStages.${index}.throttle.${key}`, message: 'Use /path/VERB' })),
  );
  if (wrong.length > 0) throw badRequest(...wrong);
}

async function checkStages(db: WriteCall['db'], usagePlanId: string, apiStages: ApiStages): Promise<void> {
  if (apiStages.length === 0) return;
  const rows = await db
    .select({ apiId: stages.restApiId, stage: stages.stageName })
    .from(stages)
    .where(
      or(
        ...apiStages.map(({ apiId, stage }) => and(eq(stages.restApiId, apiId), eq(stages.stageName, stage))),
      ),
    );
  const known = new Set(rows.map(({ apiId, stage }) => `${apiId}:${stage}`));
  const seen = new Set<string>();
  for (const [index, { apiId, stage }] of apiStages.entries()) {
    const name = `${apiId}:${stage}`;
    const field = `apiStages.${index}`;
    if (seen.has(name)) throw badRequest({ field, message: 'Invalid API Stage specified' });
    seen.add(name);
    if (known.has(name)) continue;
    const message = `Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${usagePlanId}`;
    throw new ControlError('NotFoundException', message, [{ field, message }]);
  }
}
