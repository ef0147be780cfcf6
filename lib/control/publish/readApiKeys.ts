import type { ApiKeyDocument } from '@gatehouse/gateway/snapshot';
import { and, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, usagePlanKeys } from '@/db/schema';

/** For selects that join usagePlanKeys and group by the key. */
export const usagePlanIds = sql<
  string[]
>`coalesce(array_agg(${usagePlanKeys.usagePlanId} order by ${usagePlanKeys.usagePlanId}) filter (where ${usagePlanKeys.usagePlanId} is not null), '{}')`;

/**
 * Keys with the plans they are in; those that have expired are left out.
 * @param ids null for all
 */
export async function readApiKeys(db: Db, ids: string[] | null, now: Date): Promise<ApiKeyDocument[]> {
  if (ids?.length === 0) return [];
  const alive = or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now));
  const rows = await db
    .select({
      id: apiKeys.id,
      valueHash: apiKeys.valueHash,
      name: apiKeys.name,
      enabled: apiKeys.enabled,
      expiresAt: apiKeys.expiresAt,
      usagePlanIds,
    })
    .from(apiKeys)
    .leftJoin(usagePlanKeys, eq(usagePlanKeys.apiKeyId, apiKeys.id))
    .where(ids ? and(inArray(apiKeys.id, ids), alive) : alive)
    .groupBy(apiKeys.id);
  return rows.map(({ expiresAt, ...key }) => (expiresAt ? { ...key, expiresAt: expiresAt.getTime() } : key));
}
