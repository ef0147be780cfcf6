import { and, count, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { methods, resources, restApis, stages } from '@/db/schema';
import { defaultEndpoint } from '@/lib/model/restApi';
import type { RestApi } from '../control';
import { toMembers } from './restApiRow';

/** APIs as lists show them, newest first. @param ids null for all */
export async function summarize(db: Db, ids: string[] | null): Promise<RestApi[]> {
  const only = (column: typeof restApis.id | typeof resources.restApiId | typeof stages.restApiId) =>
    ids ? inArray(column, ids) : undefined;
  const apis = await db.select().from(restApis).where(only(restApis.id)).orderBy(restApis.createdDate);
  const roots = await rootIds(db, only(resources.restApiId));
  const counts = await methodCounts(db, only(resources.restApiId));
  const stageNames = await stageNamesByApi(db, only(stages.restApiId));
  return apis.reverse().map((api) => ({
    id: api.id,
    binaryMediaTypes: [],
    apiKeySource: 'HEADER',
    endpointConfiguration: defaultEndpoint,
    disableExecuteApiEndpoint: false,
    ...toMembers(api),
    createdDate: api.createdDate.getTime(),
    rootResourceId: roots.get(api.id) ?? '',
    methodCount: counts.get(api.id) ?? 0,
    stageNames: stageNames.get(api.id) ?? [],
  }));
}

async function rootIds(db: Db, where: SQL | undefined): Promise<Map<string, string>> {
  const rows = await db
    .select({ api: resources.restApiId, id: resources.id })
    .from(resources)
    .where(and(where, isNull(resources.parentId)));
  return new Map(rows.map((row) => [row.api, row.id]));
}

async function methodCounts(db: Db, where: SQL | undefined): Promise<Map<string, number>> {
  const rows = await db
    .select({ api: resources.restApiId, methods: count() })
    .from(methods)
    .innerJoin(resources, eq(resources.id, methods.resourceId))
    .where(where)
    .groupBy(resources.restApiId);
  return new Map(rows.map((row) => [row.api, row.methods]));
}

async function stageNamesByApi(db: Db, where: SQL | undefined): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ api: stages.restApiId, name: stages.stageName })
    .from(stages)
    .where(where)
    .orderBy(stages.stageName);
  const names = new Map<string, string[]>();
  for (const { api, name } of rows) names.set(api, [...(names.get(api) ?? []), name]);
  return names;
}

/** One API. The caller has made sure that it is there. */
export async function summarizeOne(db: Db, restApiId: string): Promise<RestApi> {
  const [api] = await summarize(db, [restApiId]);
  if (!api) throw new Error(`API ${restApiId} is gone`);
  return api;
}
