'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { ApiKeyInput, ApiKeyUpdate } from '@/lib/model/apiKey';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

/** Both or nothing: a key whose plan is gone by now is taken back. */
export const createApiKey = action(async (actor, input: ApiKeyInput & { usagePlanId?: string }) => {
  const { usagePlanId, ...key } = input;
  const { apiKeys, usagePlans } = control();
  const made = await apiKeys.create(actor, key);
  try {
    if (usagePlanId) await usagePlans.addKey(actor, usagePlanId, made.id);
  } catch (error) {
    await apiKeys.delete(actor, made.id);
    throw error;
  }
  refresh();
  return made;
});

export const updateApiKey = action(
  async (actor, { apiKeyId, ...changes }: ApiKeyUpdate & { apiKeyId: string }) => {
    const key = await control().apiKeys.update(actor, apiKeyId, changes);
    refresh();
    return key;
  },
);

export const deleteApiKey = action(async (actor, input: { apiKeyId: string }) => {
  await control().apiKeys.delete(actor, input.apiKeyId);
  refresh();
  return input;
});

/** The value of a key, asked for on purpose: the operation writes who asked into the audit log. */
export const revealApiKey = action(async (actor, input: { apiKeyId: string }) => {
  const { value } = await control().apiKeys.get(actor, input.apiKeyId, { includeValue: true });
  return { value: value ?? '' };
});
