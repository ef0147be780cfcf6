import { eq, like } from 'drizzle-orm';
import { tags } from '@/db/schema';
import type { Tags } from '@/lib/model/tag';
import type { ReadCall } from '../ControlContext';

/** What a resource is tagged with. */
export async function readTags({ db }: ReadCall, resourceArn: string): Promise<Tags> {
  const rows = await db.select().from(tags).where(eq(tags.resourceArn, resourceArn)).orderBy(tags.key);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

/** By ARN, of all whose ARN begins so. */
export async function tagsBelow({ db }: ReadCall, arnPrefix: string): Promise<Record<string, Tags>> {
  const escaped = arnPrefix.replace(/[\\%_]/g, '\\$&');
  return byArn(
    await db
      .select()
      .from(tags)
      .where(like(tags.resourceArn, `${escaped}%`)),
  );
}

export function byArn(rows: (typeof tags.$inferSelect)[]): Record<string, Tags> {
  const all: Record<string, Tags> = {};
  for (const { resourceArn, key, value } of rows) all[resourceArn] = { ...all[resourceArn], [key]: value };
  return all;
}
