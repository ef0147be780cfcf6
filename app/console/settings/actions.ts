'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { SettingsUpdate } from '@/lib/model/settings';
import { control } from '@/lib/runtime/slot';

export const updateSettings = action(async (actor, input: SettingsUpdate) => {
  const settings = await control().settings.update(actor, input);
  revalidatePath('/console/settings');
  return settings;
});
