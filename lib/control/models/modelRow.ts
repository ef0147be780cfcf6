import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { models } from '@/db/schema';
import type { ApiModel } from '@/lib/model/restApi';

/** An API's models, by name. */
export async function readModels(db: Db, restApiId: string): Promise<ApiModel[]> {
  const rows = await db.select().from(models).where(eq(models.restApiId, restApiId)).orderBy(models.name);
  return rows.map(({ name, contentType, description, schema }) => ({
    name,
    contentType,
    schema,
    ...(description !== null && { description }),
  }));
}
