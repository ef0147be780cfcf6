'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { Settings } from '@/lib/control/control';
import { control } from '@/lib/runtime/slot';

export const updateSettings = action(async (actor, input: Partial<Settings>) => {
  const settings = await control().settings.update(actor, input);
  revalidatePath('/console/settings');
  return settings;
});
