import { and, eq, or } from 'drizzle-orm';
import { apiStages as apiStagesTable, apis, stages, usagePlanApiStages, usagePlanStages } from '@/db/schema';
import { ControlError } from '@/lib/model/ControlError';
import type { UsagePlan } from '@/lib/model/usagePlan';
import type { WriteCall } from '../ControlContext';
import { badRequest } from '../parse';

type ApiStages = UsagePlan['apiStages'];

/** Gives the plan these stages and no others. */
export async function putStages({ db }: WriteCall, usagePlanId: string, apiStages: ApiStages): Promise<void> {
  checkThrottleKeys(apiStages);
  const { restApis, webSocketApis } = await findStages(db, usagePlanId, apiStages);
  await db.delete(usagePlanStages).where(eq(usagePlanStages.usagePlanId, usagePlanId));
  await db.delete(usagePlanApiStages).where(eq(usagePlanApiStages.usagePlanId, usagePlanId));
  if (restApis.length > 0)
    await db.insert(usagePlanStages).values(
      restApis.map(({ apiId, stage, throttle }) => ({
        usagePlanId,
        restApiId: apiId,
        stageName: stage,
        throttle,
      })),
    );
  if (webSocketApis.length > 0)
    await db
      .insert(usagePlanApiStages)
      .values(webSocketApis.map(({ apiId, stage }) => ({ usagePlanId, apiId, stageName: stage })));
}

function checkThrottleKeys(apiStages: ApiStages): void {
  const wrong = apiStages.flatMap(({ throttle }, index) =>
    Object.keys(throttle)
      .filter((key) => !/^\/(\S*\/)?[A-Z]+$/.test(key))
      .map((key) => ({ field: `apiStages.${index}.throttle.${key}`, message: 'Use /path/VERB' })),
  );
  if (wrong.length > 0) throw badRequest(...wrong);
}

/** @throws ControlError for a stage that is not there, or twice, or has no keys, as HTTP APIs */
async function findStages(
  db: WriteCall['db'],
  usagePlanId: string,
  apiStages: ApiStages,
): Promise<{ restApis: ApiStages; webSocketApis: ApiStages }> {
  const found = { restApis: [] as ApiStages, webSocketApis: [] as ApiStages };
  if (apiStages.length === 0) return found;
  const rest = await restStages(db, apiStages);
  const webSocket = await webSocketStages(db, apiStages);
  const seen = new Set<string>();
  for (const [index, one] of apiStages.entries()) {
    const name = nameOf(one);
    const field = `apiStages.${index}`;
    if (seen.has(name)) throw badRequest({ field, message: 'Invalid API Stage specified' });
    seen.add(name);
    if (rest.has(name)) found.restApis.push(one);
    else if (!webSocket.has(name)) throw unknownStage(one, usagePlanId, field);
    else if (Object.keys(one.throttle).length > 0) throw badRequest({ field, message: NO_METHODS });
    else found.webSocketApis.push(one);
  }
  return found;
}

const NO_METHODS = 'Method throttles are of REST APIs: a key of a WebSocket API counts at $connect alone';

const nameOf = ({ apiId, stage }: { apiId: string; stage: string }) => `${apiId}:${stage}`;

async function restStages(db: WriteCall['db'], apiStages: ApiStages): Promise<Set<string>> {
  const rows = await db
    .select({ apiId: stages.restApiId, stage: stages.stageName })
    .from(stages)
    .where(
      or(
        ...apiStages.map(({ apiId, stage }) => and(eq(stages.restApiId, apiId), eq(stages.stageName, stage))),
      ),
    );
  return new Set(rows.map(nameOf));
}

async function webSocketStages(db: WriteCall['db'], apiStages: ApiStages): Promise<Set<string>> {
  const { apiId: id, stageName } = apiStagesTable;
  const named = apiStages.map(({ apiId, stage }) => and(eq(id, apiId), eq(stageName, stage)));
  const rows = await db
    .select({ apiId: id, stage: stageName })
    .from(apiStagesTable)
    .innerJoin(apis, and(eq(apis.apiId, id), eq(apis.protocolType, 'WEBSOCKET')))
    .where(or(...named));
  return new Set(rows.map(nameOf));
}

function unknownStage({ apiId, stage }: ApiStages[number], usagePlanId: string, field: string): ControlError {
  const message = `Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${usagePlanId}`;
  return new ControlError('NotFoundException', message, [{ field, message }]);
}
