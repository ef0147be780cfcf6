import type { ApiKeyDocument } from '@gatehouse/gateway/snapshot';
import { and, asc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, apps, usagePlanKeys, users } from '@/db/schema';

/** For selects that join usagePlanKeys and group by the key. */
export const usagePlanIds = sql<
  string[]
>`coalesce(array_agg(${usagePlanKeys.usagePlanId} order by ${usagePlanKeys.usagePlanId}) filter (where ${usagePlanKeys.usagePlanId} is not null), '{}')`;

/** Whether the developer whose app has the key is disabled; for selects that join apps and users, grouped by both ids. */
export const ownerDisabled: SQL<boolean> = sql`coalesce(${users.disabled}, false)`;

const columns = {
  id: apiKeys.id,
  valueHash: apiKeys.valueHash,
  enabled: sql<boolean>`${apiKeys.enabled} and not ${ownerDisabled}`,
  expiresAt: apiKeys.expiresAt,
  appId: apiKeys.appId,
};
const alive = (now: Date) => or(isNull(apiKeys.expiresAt), gt(apiKeys.expiresAt, now));

/**
 * Keys with the plans they are in; those that have expired are left out. A disabled developer's do not open anything.
 * @param ids null for all
 */
export async function readApiKeys(db: Db, ids: string[] | null, now: Date): Promise<ApiKeyDocument[]> {
  if (ids?.length === 0) return [];
  const rows = await db
    .select({ ...columns, usagePlanIds })
    .from(apiKeys)
    .leftJoin(usagePlanKeys, eq(usagePlanKeys.apiKeyId, apiKeys.id))
    .leftJoin(apps, eq(apps.id, apiKeys.appId))
    .leftJoin(users, eq(users.id, apps.userId))
    .where(ids ? and(inArray(apiKeys.id, ids), alive(now)) : alive(now))
    .groupBy(apiKeys.id, users.id);
  return rows.map(document);
}

/**
 * All keys in the order of their ids, some at a time. Others have their turn between two pages, so that what
 * changes meanwhile may be missing: it is to be read again as a change since before the first page.
 */
export async function* readApiKeyPages(db: Db, now: Date, size: number): AsyncGenerator<ApiKeyDocument[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .select(columns)
      .from(apiKeys)
      .leftJoin(apps, eq(apps.id, apiKeys.appId))
      .leftJoin(users, eq(users.id, apps.userId))
      .where(and(gt(apiKeys.id, after), alive(now)))
      .orderBy(asc(apiKeys.id))
      .limit(size);
    const last = rows.at(-1);
    if (!last) return;
    const plans = await plansOfRange(db, after, last.id);
    yield rows.map((row) => document({ ...row, usagePlanIds: plans.get(row.id) ?? [] }));
    after = last.id;
  }
}

/** A join would read the index of all plans from its beginning for every page. */
async function plansOfRange(db: Db, after: string, last: string): Promise<Map<string, string[]>> {
  const { usagePlanId, apiKeyId } = usagePlanKeys;
  const rows = await db
    .select({ usagePlanId, apiKeyId })
    .from(usagePlanKeys)
    .where(and(gt(apiKeyId, after), lte(apiKeyId, last)));
  const plans = new Map<string, string[]>();
  for (const row of rows) {
    const ids = plans.get(row.apiKeyId);
    if (ids) ids.push(row.usagePlanId);
    else plans.set(row.apiKeyId, [row.usagePlanId]);
  }
  for (const ids of plans.values()) ids.sort();
  return plans;
}

type Row = Omit<ApiKeyDocument, 'expiresAt' | 'quotaOwnerId'> & {
  expiresAt: Date | null;
  appId: string | null;
};

/** The keys of an app share its quota: neither rotating a key nor making another one starts a new count. */
function document({ expiresAt, appId, ...key }: Row): ApiKeyDocument {
  return {
    ...key,
    ...(expiresAt && { expiresAt: expiresAt.getTime() }),
    ...(appId !== null && { quotaOwnerId: appId }),
  };
}
