'use server';

import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

export const changePassword = action(async (actor, input: { current: string; next: string }) => {
  await control().users.changePassword(actor, input);
  return { changed: true };
});

export const signOutEverywhere = action(async (actor, _input: Record<string, never>) => {
  await control().users.signOutEverywhere(actor);
  return { ended: true };
});
