import { eq } from 'drizzle-orm';
import { tags } from '@/db/schema';
import type { Tags } from '@/lib/model/tag';
import type { WriteCall } from '../ControlContext';

/** Tags of what is new; they have been parsed. */
export async function putTags({ db }: WriteCall, resourceArn: string, wanted: Tags = {}): Promise<void> {
  const rows = Object.entries(wanted).map(([key, value]) => ({ resourceArn, key, value }));
  if (rows.length > 0) await db.insert(tags).values(rows);
}

/** In place of those that it has. */
export async function replaceTags(call: WriteCall, resourceArn: string, wanted: Tags): Promise<void> {
  await call.db.delete(tags).where(eq(tags.resourceArn, resourceArn));
  await putTags(call, resourceArn, wanted);
}
