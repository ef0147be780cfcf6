'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { UserPoolInput } from '@/lib/model/userPool';
import { control } from '@/lib/runtime/slot';
import { readUserPoolUses } from './readUserPoolUses';

/** Creates the pool, or replaces its settings when `userPoolId` is given. */
export const saveUserPool = action(
  async (actor, { userPoolId, input }: { userPoolId?: string; input: UserPoolInput }) => {
    const { userPools } = control();
    const pool = userPoolId
      ? await userPools.update(actor, userPoolId, input)
      : await userPools.create(actor, input);
    revalidatePath('/console/user-pools', 'layout');
    return pool;
  },
);

/** The page of a pool that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteUserPool = action(async (actor, input: { userPoolId: string }) => {
  await control().userPools.delete(actor, input.userPoolId);
  return input;
});

export const rotateUserPoolKeys = action(async (actor, input: { userPoolId: string }) => {
  await control().userPools.rotateKeys(actor, input.userPoolId);
  return input;
});

/** What deleting the pool would hit. */
export const userPoolUses = action((actor, { userPoolId }: { userPoolId: string }) =>
  readUserPoolUses(actor, userPoolId),
);
