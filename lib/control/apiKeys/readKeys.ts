import { desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, apps, usagePlanKeys, users } from '@/db/schema';
import type { ApiKey } from '@/lib/model/apiKey';
import { ControlError } from '@/lib/model/ControlError';
import { ownerDisabled, usagePlanIds } from '../publish/readApiKeys';
import type { ApiKeyRow } from './insertApiKey';

/** Keys as lists show them, without values, newest first. */
export async function readKeys(db: Db, filter: { usagePlanId?: string } = {}): Promise<ApiKey[]> {
  const inPlan =
    filter.usagePlanId === undefined
      ? undefined
      : inArray(
          apiKeys.id,
          db
            .select({ id: usagePlanKeys.apiKeyId })
            .from(usagePlanKeys)
            .where(eq(usagePlanKeys.usagePlanId, filter.usagePlanId)),
        );
  const rows = await withPlans(db).where(inPlan).orderBy(desc(apiKeys.createdDate), desc(apiKeys.id));
  return rows.map((found) => toApiKey(found.row, found));
}

/** @throws ControlError NotFoundException */
export async function readKey(db: Db, apiKeyId: string): Promise<{ row: ApiKeyRow; key: ApiKey }> {
  const [found] = await withPlans(db).where(eq(apiKeys.id, apiKeyId));
  if (!found) throw new ControlError('NotFoundException', 'Invalid API Key identifier specified');
  return { row: found.row, key: toApiKey(found.row, found) };
}

/** For what narrows the keys itself: selects them with their plans and whether their owner is disabled. */
export function withPlans(db: Db) {
  return db
    .select({ row: apiKeys, usagePlanIds, ownerDisabled })
    .from(apiKeys)
    .leftJoin(usagePlanKeys, eq(usagePlanKeys.apiKeyId, apiKeys.id))
    .leftJoin(apps, eq(apps.id, apiKeys.appId))
    .leftJoin(users, eq(users.id, apps.userId))
    .groupBy(apiKeys.id, users.id)
    .$dynamic();
}

export function toApiKey(
  row: ApiKeyRow,
  { usagePlanIds, ownerDisabled }: { usagePlanIds: string[]; ownerDisabled: boolean },
): ApiKey {
  return {
    id: row.id,
    name: row.name,
    enabled: row.enabled,
    hint: row.hint,
    createdDate: row.createdDate.getTime(),
    lastUpdatedDate: row.lastUpdatedDate.getTime(),
    usagePlanIds,
    ...(row.description !== null && { description: row.description }),
    ...(row.customerId !== null && { customerId: row.customerId }),
    ...(row.labels.length > 0 && { labels: row.labels }),
    ...(row.stageKeys.length > 0 && { stageKeys: row.stageKeys }),
    ...(row.expiresAt && { expiresAt: row.expiresAt.getTime() }),
    ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.getTime() }),
    ...(row.appId !== null && { appId: row.appId }),
    ...(ownerDisabled && { ownerDisabled }),
  };
}
