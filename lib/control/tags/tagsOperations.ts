import { and, eq, inArray, like, sql } from 'drizzle-orm';
import { tags } from '@/db/schema';
import { type Tags, tags as tagsInput } from '@/lib/model/tag';
import type { ControlContext, ReadCall } from '../ControlContext';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { findTagged } from './findTagged';
import type { TagsControl } from './TagsControl';

export function tagsOperations(context: ControlContext): TagsControl {
  return {
    get: getTags(context),
    all: allTags(context),
    of: tagsOfMany(context),
    tag: tagResource(context),
    untag: untagResource(context),
  };
}

const getTags = read({ name: 'GetTags', permission: 'viewer' }, async (call, resourceArn: string) => {
  await findTagged(call, resourceArn);
  return tagsOf(call, resourceArn);
});

const allTags = read({ name: 'GetTags', permission: 'viewer' }, async ({ db }, arnPrefix: string) => {
  const escaped = arnPrefix.replace(/[\\%_]/g, '\\$&');
  const rows = await db
    .select()
    .from(tags)
    .where(like(tags.resourceArn, `${escaped}%`));
  return byArn(rows);
});

const tagsOfMany = read({ name: 'GetTags', permission: 'viewer' }, async ({ db }, resourceArns: string[]) => {
  if (resourceArns.length === 0) return {};
  return byArn(await db.select().from(tags).where(inArray(tags.resourceArn, resourceArns)));
});

function byArn(rows: (typeof tags.$inferSelect)[]): Record<string, Tags> {
  const all: Record<string, Tags> = {};
  for (const { resourceArn, key, value } of rows) all[resourceArn] = { ...all[resourceArn], [key]: value };
  return all;
}

const tagResource = write(
  { name: 'TagResource', permission: 'editor' },
  async (call, resourceArn: string, input: Tags) => {
    const wanted = parse(tagsInput, input);
    await findTagged(call, resourceArn);
    const next = { ...(await tagsOf(call, resourceArn)), ...wanted };
    if (Object.keys(next).length > 50)
      throw badRequest({ field: 'tags', message: 'A resource has at most 50 tags' });
    const rows = Object.entries(wanted).map(([key, value]) => ({ resourceArn, key, value }));
    if (rows.length > 0)
      await call.db
        .insert(tags)
        .values(rows)
        .onConflictDoUpdate({ target: [tags.resourceArn, tags.key], set: { value: sql`excluded.value` } });
    call.audit(resourceArn, { tags: wanted });
    return next;
  },
);

const untagResource = write(
  { name: 'UntagResource', permission: 'editor' },
  async (call, resourceArn: string, keys: string[]) => {
    await findTagged(call, resourceArn);
    if (keys.length > 0)
      await call.db.delete(tags).where(and(eq(tags.resourceArn, resourceArn), inArray(tags.key, keys)));
    call.audit(resourceArn, { removedTags: keys });
  },
);

async function tagsOf({ db }: ReadCall, resourceArn: string): Promise<Tags> {
  const rows = await db.select().from(tags).where(eq(tags.resourceArn, resourceArn)).orderBy(tags.key);
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
