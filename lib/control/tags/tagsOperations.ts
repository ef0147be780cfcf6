import { and, eq, inArray, sql } from 'drizzle-orm';
import { tags } from '@/db/schema';
import { type Tags, tags as tagsInput } from '@/lib/model/tag';
import type { ControlContext } from '../ControlContext';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { findTagged } from './findTagged';
import { byArn, readTags, tagsBelow } from './readTags';
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
  return readTags(call, resourceArn);
});

const allTags = read({ name: 'GetTags', permission: 'viewer' }, (call, arnPrefix: string) =>
  tagsBelow(call, arnPrefix),
);

const tagsOfMany = read({ name: 'GetTags', permission: 'viewer' }, async ({ db }, resourceArns: string[]) => {
  if (resourceArns.length === 0) return {};
  return byArn(await db.select().from(tags).where(inArray(tags.resourceArn, resourceArns)));
});

const tagResource = write(
  { name: 'TagResource', permission: 'editor' },
  async (call, resourceArn: string, input: Tags) => {
    const wanted = parse(tagsInput, input);
    await findTagged(call, resourceArn, { held: true });
    const next = { ...(await readTags(call, resourceArn)), ...wanted };
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
