'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { SettingsUpdate } from '@/lib/model/settings';
import { roleOfGroups } from '@/lib/model/userPoolSignIn';
import { control } from '@/lib/runtime/slot';

export const updateSettings = action(async (actor, input: SettingsUpdate) => {
  const { users, settings: operations } = control();
  if (input.signInUserPoolId) await users.prepareSignInPool(actor, input.signInUserPoolId);
  const settings = await operations.update(actor, input);
  revalidatePath('/console/settings');
  return settings;
});

/** Whom the groups of a pool would make more than developers, were it chosen for sign-in. */
export const consoleMembers = action(async (actor, { userPoolId }: { userPoolId: string }) => {
  const users = await control().userPools.users(actor, userPoolId);
  return users
    .map(({ username, groups }) => ({ username, role: roleOfGroups(groups) }))
    .filter(({ role }) => role !== 'developer');
});
