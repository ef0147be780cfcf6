import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, apps, subscriptions } from '@/db/schema';
import type { App, AppKey } from '@/lib/model/portal';
import { alive } from './ownership';
import { readSubscriptions, withoutDeveloper } from './readSubscriptions';

type KeyRow = typeof apiKeys.$inferSelect;

/** Apps with their subscriptions and living keys, newest first everywhere. `where` holds the owner's condition. */
export async function readApps(db: Db, now: Date, where: SQL | undefined): Promise<App[]> {
  const rows = await db.select().from(apps).where(where).orderBy(desc(apps.createdDate), desc(apps.id));
  const ids = rows.map((row) => row.id);
  const subscribed = await readSubscriptions(db, inArray(subscriptions.appId, ids));
  const keys = await db
    .select()
    .from(apiKeys)
    .where(and(inArray(apiKeys.appId, ids), alive(now)))
    .orderBy(desc(apiKeys.createdDate), desc(apiKeys.id));
  return rows.map(({ id, name, description, createdDate }) => ({
    id,
    name,
    description,
    createdDate: createdDate.getTime(),
    subscriptions: subscribed.filter((each) => each.appId === id).map(withoutDeveloper),
    keys: keys.filter((key) => key.appId === id).map((key) => toAppKey(key)),
  }));
}

/** Ids of the app's keys that work now, those in their overlap too. */
export async function livingKeyIds(db: Db, now: Date, appId: string): Promise<string[]> {
  const rows = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .where(and(eq(apiKeys.appId, appId), alive(now)));
  return rows.map((row) => row.id);
}

/** @param value only in the answer that made the key */
export function toAppKey(row: KeyRow, value?: string): AppKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    enabled: row.enabled,
    createdDate: row.createdDate.getTime(),
    ...(row.expiresAt && { expiresAt: row.expiresAt.getTime() }),
    ...(row.lastUsedAt && { lastUsedAt: row.lastUsedAt.getTime() }),
    ...(value !== undefined && { value }),
  };
}
