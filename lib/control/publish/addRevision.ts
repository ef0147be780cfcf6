import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { revisions } from '@/db/schema';

/** Any number that all processes agree on. */
const REVISION_LOCK = 7_402_002;

/**
 * Last in its transaction and under a lock that the commit frees: revisions become visible in the order of their
 * numbers, so "all after N" never misses one that was numbered early and committed late.
 */
export async function addRevision(
  db: Db,
  now: Date,
  touched: { apiKeyIds: string[]; deploymentIds: string[] },
): Promise<void> {
  await db.execute(sql`select pg_advisory_xact_lock(${REVISION_LOCK})`);
  const { apiKeyIds, deploymentIds } = touched;
  await db.insert(revisions).values({ createdAt: now, apiKeyIds, deploymentIds });
}
