import { and, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { addToBucket, emptyTally, type Tally } from './figures';
import type { MetricTable, UsageWindow } from './usageWindow';

export interface UsageFilter {
  restApiId?: string;
  stageName?: string;
  resourcePath?: string;
  httpMethod?: string;
  /** absent: every caller, those without a key too */
  apiKeyIds?: string[];
}

/** By what the rows are added up. The first of `groups` is a text or a number in each tally's key. */
export interface Grouping {
  by(table: MetricTable): SQL[];
  /** the busiest so many, of groups by text columns; absent: all */
  most?: number;
}

/** Tallies by the JSON text of their group's values, busiest first where `most` is given. */
export async function readTallies(
  db: Db,
  window: UsageWindow,
  filter: UsageFilter,
  grouping: Grouping,
): Promise<Map<string, Tally>> {
  const { table } = window;
  const groups = grouping.by(table);
  const group = sql<string>`json_build_array(${sql.join(groups, sql`, `)})::text`;
  const where = [...conditions(window, filter)];
  const tallies = await readSums(db, table, group, groups, where, grouping.most);
  if (tallies.size === 0) return tallies;
  if (tallies.size === grouping.most) where.push(oneOf(groups, [...tallies.keys()]));
  for (const row of await readHistograms(db, table, group, groups, where)) {
    const tally = tallies.get(row.group);
    if (!tally) continue;
    addToBucket(tally.latency, row.bucket - 1, row.latency);
    addToBucket(tally.integrationLatency, row.bucket - 1, row.integrationLatency);
  }
  return tallies;
}

/** By the columns themselves: the JSON text of each row's group would take longer than all the rest. */
function oneOf(groups: SQL[], keys: string[]): SQL {
  const rows = keys.map((key) => {
    const values = (JSON.parse(key) as string[]).map((value) => sql`${value}`);
    return sql`(${sql.join(values, sql`, `)})`;
  });
  return sql`(${sql.join(groups, sql`, `)}) in (${sql.join(rows, sql`, `)})`;
}

function conditions({ table, from, to }: UsageWindow, filter: UsageFilter): SQL[] {
  return [
    gte(table.start, new Date(from)),
    lt(table.start, new Date(to)),
    ...(filter.restApiId === undefined ? [] : [eq(table.restApiId, filter.restApiId)]),
    ...(filter.stageName === undefined ? [] : [eq(table.stageName, filter.stageName)]),
    ...(filter.resourcePath === undefined ? [] : [eq(table.resourcePath, filter.resourcePath)]),
    ...(filter.httpMethod === undefined ? [] : [eq(table.httpMethod, filter.httpMethod)]),
    ...(filter.apiKeyIds === undefined ? [] : [inArray(table.apiKeyId, filter.apiKeyIds)]),
  ];
}

const total = (column: unknown) => sql<number>`sum(${column})`.mapWith(Number);

async function readSums(
  db: Db,
  table: MetricTable,
  group: SQL<string>,
  groups: SQL[],
  where: SQL[],
  most: number | undefined,
): Promise<Map<string, Tally>> {
  const query = db
    .select({
      group,
      calls: total(table.calls),
      status2xx: total(table.status2xx),
      status3xx: total(table.status3xx),
      status4xx: total(table.status4xx),
      status5xx: total(table.status5xx),
      throttled: total(table.throttled),
      cacheHits: total(table.cacheHits),
      cacheMisses: total(table.cacheMisses),
      integrationErrors: total(table.integrationErrors),
      clientErrors: total(table.clientErrors),
      executionErrors: total(table.executionErrors),
      dataProcessed: total(table.dataProcessed),
    })
    .from(table)
    .where(and(...where))
    .groupBy(...groups)
    .$dynamic();
  const rows = await (most === undefined
    ? query
    : query.orderBy(sql`sum(${table.calls}) desc`, group).limit(most));
  return new Map(rows.map(({ group: key, ...sums }) => [key, { ...emptyTally(), ...sums }]));
}

/** Only buckets that hold something: a quarter of the time that sums of all 63 columns take. */
function readHistograms(db: Db, table: MetricTable, group: SQL<string>, groups: SQL[], where: SQL[]) {
  const counts = sql`unnest(${table.latency}, ${table.integrationLatency}) with ordinality as counts (n, m, bucket)`;
  return db
    .select({
      group,
      bucket: sql<number>`counts.bucket`.mapWith(Number),
      latency: sql<number>`coalesce(sum(counts.n), 0)`.mapWith(Number),
      integrationLatency: sql<number>`coalesce(sum(counts.m), 0)`.mapWith(Number),
    })
    .from(table)
    .innerJoin(counts, sql`counts.n > 0 or counts.m > 0`)
    .where(and(...where))
    .groupBy(...groups, sql`counts.bucket`);
}
