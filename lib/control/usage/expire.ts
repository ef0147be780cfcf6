import { and, eq, inArray, lt, notExists, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '@/db/client';
import {
  accessLogs,
  apiKeys,
  auditEntries,
  functionLogs,
  logGroups,
  metricDays,
  metricHours,
  metricMinutes,
  oidcRecords,
  sessions,
  usageBatches,
  usageDays,
  usagePlanKeys,
} from '@/db/schema';
import type { ControlContext } from '../ControlContext';
import { readSettings } from '../storedSettings';
import { failedSignInOperation } from '../users/failedSignIns';
import { minuteDays } from './usageWindow';

const DAY = 86_400_000;
/** Rows a statement: short enough that the embedded database's one connection is soon free again. */
const batchRows = 5_000;
/** A quota counts at most a month; its days outlive a shorter retention. */
const quotaDays = 62;
/** Batches are sent again for minutes at most, after an outage for hours. */
const batchDays = 2;
/** Anybody can make entries of failed sign-ins; all others are kept for good. */
const failedSignInDays = 30;

/**
 * Deletes what is older than the settings keep (usage and logs), sessions, what user pools keep
 * and failed sign-ins that are over, and from their plans keys that are over, in
 * small batches between which others have their turn. To be called now and then by the runtime; safe to run on
 * several nodes at once.
 * @returns rows deleted
 */
export async function expire({ ports }: ControlContext): Promise<number> {
  const { db } = ports;
  const { retentionDays } = await readSettings(db);
  const before = (days: number) => new Date(ports.now() - days * DAY);
  const over = db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(lt(apiKeys.expiresAt, before(0)));
  const oldestDay = before(Math.max(retentionDays, quotaDays)).toISOString().slice(0, 10);
  return (
    (await deleteAll(
      db,
      metricMinutes,
      lt(metricMinutes.start, before(Math.min(retentionDays, minuteDays))),
    )) +
    (await deleteAll(db, metricHours, lt(metricHours.start, before(retentionDays)))) +
    (await deleteAll(db, metricDays, lt(metricDays.start, before(retentionDays)))) +
    (await deleteAll(db, functionLogs, lt(functionLogs.time, before(retentionDays)))) +
    (await deleteAll(db, accessLogs, lt(accessLogs.time, before(retentionDays)))) +
    (await deleteAll(db, logGroups, and(eq(logGroups.stays, false), notExists(linesOfGroup(db))))) +
    (await deleteAll(db, usageDays, lt(usageDays.day, oldestDay))) +
    (await deleteAll(db, usageBatches, lt(usageBatches.receivedAt, before(batchDays)))) +
    (await deleteAll(db, sessions, lt(sessions.expiresAt, before(0)))) +
    (await deleteAll(db, oidcRecords, lt(oidcRecords.expiresAt, before(0)))) +
    (await deleteAll(db, auditEntries, oldFailures(before(failedSignInDays)))) +
    (await deleteAll(db, usagePlanKeys, inArray(usagePlanKeys.apiKeyId, over)))
  );
}

const linesOfGroup = (db: Db) =>
  db.select({ one: sql`1` }).from(accessLogs).where(eq(accessLogs.logGroupName, logGroups.logGroupName));

function oldFailures(before: Date): SQL | undefined {
  return and(eq(auditEntries.operation, failedSignInOperation), lt(auditEntries.time, before));
}

async function deleteAll(db: Db, table: PgTable, old: SQL | undefined): Promise<number> {
  let deleted = 0;
  for (;;) {
    const some = db.select({ row: sql`ctid` }).from(table).where(old).limit(batchRows);
    const gone = await db.delete(table).where(sql`ctid = any(array(${some}))`).returning({ row: sql`1` });
    deleted += gone.length;
    if (gone.length < batchRows) return deleted;
  }
}
