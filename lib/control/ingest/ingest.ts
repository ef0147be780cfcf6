import { type AnyColumn, and, asc, eq, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import {
  accessKeys,
  apiKeys,
  metricDays,
  metricHours,
  metricMinutes,
  usageBatches,
  usageDays,
} from '@/db/schema';
import type { MetricRow, UsageBatch } from '@/lib/model/usageBatch';
import type { ControlContext } from '../ControlContext';
import type { MetricTable } from '../usage/usageWindow';
import { type MetricInsert, mergeRows } from './mergeRows';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Any number that all processes agree on: batches add to the same rows, so one writes at a time. */
export const INGEST_LOCK = 7_402_004;
/** 21 parameters a row; Postgres takes 65,535 a statement */
const rowsPerStatement = 1_000;
/** How exact api_keys.last_used_at is: a busy key's row is not rewritten with every batch. */
const lastUsedGrain = 10_000;

/**
 * Writes a worker's batch. Resolves when it is committed: only then may it be acknowledged. A batch that was
 * written before changes nothing.
 */
export async function ingest(context: ControlContext, batch: UsageBatch): Promise<void> {
  const now = new Date(context.ports.now());
  await context.ports.db.transaction(async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(${INGEST_LOCK})`);
    const { boot, sequence, rows } = batch;
    const fresh = await db
      .insert(usageBatches)
      .values({ boot, sequence, receivedAt: now })
      .onConflictDoNothing()
      .returning({ boot: usageBatches.boot });
    if (fresh.length === 0) return;
    await addMetrics(db, metricMinutes, mergeRows(rows, MINUTE));
    await addMetrics(db, metricHours, mergeRows(rows, HOUR));
    await addMetrics(db, metricDays, mergeRows(rows, DAY));
    await addUsageDays(db, rows);
    await touchKeys(db, rows, now);
    await touchAccessKeys(db, batch.accessKeys ?? []);
  });
}

async function addMetrics(db: Db, table: MetricTable, rows: MetricInsert[]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsPerStatement)
    await db
      .insert(table)
      .values(rows.slice(from, from + rowsPerStatement))
      .onConflictDoUpdate({
        target: [
          table.start,
          table.restApiId,
          table.stageName,
          table.resourcePath,
          table.httpMethod,
          table.apiKeyId,
          table.usagePlanId,
        ],
        set: {
          calls: added(table.calls),
          status2xx: added(table.status2xx),
          status3xx: added(table.status3xx),
          status4xx: added(table.status4xx),
          status5xx: added(table.status5xx),
          throttled: added(table.throttled),
          cacheHits: added(table.cacheHits),
          cacheMisses: added(table.cacheMisses),
          integrationErrors: added(table.integrationErrors),
          clientErrors: added(table.clientErrors),
          executionErrors: added(table.executionErrors),
          dataProcessed: added(table.dataProcessed),
          latency: addedArrays(table.latency),
          integrationLatency: addedArrays(table.integrationLatency),
        },
      });
}

const excluded = (column: AnyColumn): SQL => sql`excluded.${sql.identifier(column.name)}`;
const added = (column: AnyColumn): SQL => sql`${column} + ${excluded(column)}`;

/** Element by element; the shorter array counts as ending in zeros. */
function addedArrays(column: AnyColumn): SQL {
  return sql`(select coalesce(array_agg(coalesce(a, 0) + coalesce(b, 0) order by i), '{}')
    from unnest(${column}, ${excluded(column)}) with ordinality as sums (a, b, i))`;
}

async function addUsageDays(db: Db, rows: readonly MetricRow[]): Promise<void> {
  const days = new Map<string, Omit<typeof usageDays.$inferInsert, 'quotaOwnerId'>>();
  for (const { usagePlanId, apiKeyId, minute, quotaCounted } of rows) {
    if (quotaCounted === 0) continue;
    const day = new Date(minute).toISOString().slice(0, 10);
    const key = JSON.stringify([usagePlanId, apiKeyId, day]);
    days.set(key, { usagePlanId, apiKeyId, day, used: (days.get(key)?.used ?? 0) + quotaCounted });
  }
  const owners = await appsOfKeys(
    db,
    [...days.values()].map((day) => day.apiKeyId),
  );
  const values = [...days.values()].map((day) => ({
    ...day,
    quotaOwnerId: owners.get(day.apiKeyId) ?? day.apiKeyId,
  }));
  for (let from = 0; from < values.length; from += rowsPerStatement)
    await db
      .insert(usageDays)
      .values(values.slice(from, from + rowsPerStatement))
      .onConflictDoUpdate({
        target: [usageDays.usagePlanId, usageDays.apiKeyId, usageDays.day],
        set: { used: added(usageDays.used) },
      });
}

/** Kept with the count, for the key may be deleted while its app goes on. */
async function appsOfKeys(db: Db, apiKeyIds: string[]): Promise<Map<string, string>> {
  if (apiKeyIds.length === 0) return new Map();
  const rows = await db
    .select({ id: apiKeys.id, appId: apiKeys.appId })
    .from(apiKeys)
    .where(and(inArray(apiKeys.id, [...new Set(apiKeyIds)]), isNotNull(apiKeys.appId)));
  return new Map(rows.map(({ id, appId }) => [id, appId ?? id]));
}

/**
 * Keys that an operation holds at the moment are skipped: this must neither wait for it nor make it wait, and the
 * next batch notes them.
 */
async function touchKeys(db: Db, rows: readonly MetricRow[], now: Date): Promise<void> {
  for (const [usedAt, ids] of lastUses(rows, now.getTime())) {
    const before = new Date(usedAt - lastUsedGrain);
    const older = or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, before));
    const free = db
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .where(and(inArray(apiKeys.id, ids), older))
      .orderBy(asc(apiKeys.id))
      .for('no key update', { skipLocked: true });
    await db
      .update(apiKeys)
      .set({ lastUsedAt: new Date(usedAt) })
      .where(inArray(apiKeys.id, free));
  }
}

/** The same for access keys, to the minute; few sign beside the many who have API keys: a statement each. */
async function touchAccessKeys(db: Db, uses: readonly [id: string, time: number][]): Promise<void> {
  const { accessKeyId, lastUsedAt } = accessKeys;
  // Temporary ones are in no table, and there may be many of them.
  for (const [id, time] of uses.filter(([one]) => !one.startsWith('ASIA'))) {
    const older = or(isNull(lastUsedAt), lt(lastUsedAt, new Date(time - MINUTE)));
    const free = db
      .select({ id: accessKeyId })
      .from(accessKeys)
      .where(and(eq(accessKeyId, id), older))
      .for('no key update', { skipLocked: true });
    await db
      .update(accessKeys)
      .set({ lastUsedAt: new Date(time) })
      .where(inArray(accessKeyId, free));
  }
}

/** Time of the last use -> keys. A row knows its minute only: a late batch must not say "now". */
function lastUses(rows: readonly MetricRow[], now: number): Map<number, string[]> {
  const minutes = new Map<string, number>();
  for (const { apiKeyId, minute } of rows)
    if (apiKeyId !== '') minutes.set(apiKeyId, Math.max(minute, minutes.get(apiKeyId) ?? 0));
  const uses = new Map<number, string[]>();
  for (const [id, minute] of minutes) {
    const usedAt = Math.min(now, minute + MINUTE - 1);
    const ids = uses.get(usedAt);
    if (ids) ids.push(id);
    else uses.set(usedAt, [id]);
  }
  return uses;
}
