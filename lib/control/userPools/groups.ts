import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { poolUsers, userPools } from '@/db/schema';
import { read, write } from '../operation';
import { badRequest, parse } from '../parse';
import { findUserPool, lockUserPool } from './findUserPool';
import { permitPool } from './permitPool';

/** Cognito's form of a group's name; a comma would be two groups in $context.authorizer.claims. */
const groupName = z
  .string()
  .regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u, 'A group name is 1 to 128 characters without spaces')
  .refine((name) => !name.includes(','), 'A group name has no comma');
const groupNames = z
  .array(groupName)
  .max(10_000)
  .transform((names) => [...new Set(names)]);

export const getGroups = read(
  { name: 'ListGroups', permission: 'viewer' },
  async ({ db }, userPoolId: string) => (await findUserPool(db, userPoolId)).groups,
);

/** Replaces them all; people leave the groups that go. */
export const putGroups = write(
  { name: 'PutGroups', permission: 'editor' },
  async ({ actor, db, audit }, userPoolId: string, input: string[]) => {
    await permitPool(db, actor, userPoolId, 'PutGroups');
    const groups = parse(groupNames, input);
    const before = await lockUserPool(db, userPoolId);
    await db.update(userPools).set({ groups }).where(eq(userPools.id, userPoolId));
    if (before.groups.some((name) => !groups.includes(name))) {
      const people = await db.select().from(poolUsers).where(eq(poolUsers.userPoolId, userPoolId));
      for (const { id, groups: theirs } of people) {
        const kept = theirs.filter((name) => groups.includes(name));
        if (kept.length < theirs.length)
          await db.update(poolUsers).set({ groups: kept }).where(eq(poolUsers.id, id));
      }
    }
    audit(userPoolId, { groups });
    return groups;
  },
);

/** @throws ControlError BadRequestException for a group that the pool has not */
export function knownGroups(wanted: readonly string[], groups: readonly string[]): string[] {
  const unknown = wanted.find((name) => !groups.includes(name));
  if (unknown !== undefined)
    throw badRequest({ field: 'groups', message: `The pool has no group ${unknown.slice(0, 128)}` });
  return [...new Set(wanted)];
}
