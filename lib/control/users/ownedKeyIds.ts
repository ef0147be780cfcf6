import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { apiKeys, apps } from '@/db/schema';

/** Ids of the keys of all apps of an account. */
export async function ownedKeyIds(db: Db, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: apiKeys.id })
    .from(apiKeys)
    .innerJoin(apps, eq(apps.id, apiKeys.appId))
    .where(eq(apps.userId, userId));
  return rows.map((row) => row.id);
}
