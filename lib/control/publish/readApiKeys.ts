import type { ApiKeyDocument } from '@gatehouse/gateway/snapshot';
import { and, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, apps, usagePlanKeys, users } from '@/db/schema';

/** For selects that join usagePlanKeys and group by the key. */
export const usagePlanIds = sql<
  string[]
>`coalesce(array_agg(${usagePlanKeys.usagePlanId} order by ${usagePlanKeys.usagePlanId}) filter (where ${usagePlanKeys.usagePlanId} is not null), '{}')`;

/** Whether the developer whose app has the key is disabled; for selects that join apps and users, grouped by both ids. */
export const ownerDisabled: SQL<boolean> = sql`coalesce(${users.disabled}, false)`;

/**
 * Keys with the plans they are in; those that have expired are left out. A disabled developer's do not open anything.
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
      enabled: sql<boolean>`${apiKeys.enabled} and not ${ownerDisabled}`,
      expiresAt: apiKeys.expiresAt,
      usagePlanIds,
    })
    .from(apiKeys)
    .leftJoin(usagePlanKeys, eq(usagePlanKeys.apiKeyId, apiKeys.id))
    .leftJoin(apps, eq(apps.id, apiKeys.appId))
    .leftJoin(users, eq(users.id, apps.userId))
    .where(ids ? and(inArray(apiKeys.id, ids), alive) : alive)
    .groupBy(apiKeys.id, users.id);
  return rows.map(({ expiresAt, ...key }) => (expiresAt ? { ...key, expiresAt: expiresAt.getTime() } : key));
}
