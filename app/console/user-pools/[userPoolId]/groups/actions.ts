'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

/** Replaces the pool's groups. */
export const putPoolGroups = action(async (actor, input: { userPoolId: string; groups: string[] }) => {
  const groups = await control().userPools.putGroups(actor, input.userPoolId, input.groups);
  revalidatePath(`/console/user-pools/${input.userPoolId}`, 'layout');
  return groups;
});
