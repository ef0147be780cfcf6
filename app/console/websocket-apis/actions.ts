'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { ApiInput, ApiUpdate } from '@/lib/model/v2/api';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

export const createWebSocketApi = action(async (actor, input: Omit<ApiInput, 'protocolType'>) => {
  const api = await control().apis.create(actor, { ...input, protocolType: 'WEBSOCKET' });
  refresh();
  return api;
});

export const updateWebSocketApi = action(
  async (actor, { apiId, ...input }: ApiUpdate & { apiId: string }) => {
    const api = await control().apis.update(actor, apiId, input);
    refresh();
    return api;
  },
);

/** The pages of an API that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteWebSocketApi = action(async (actor, input: { apiId: string }) => {
  await control().apis.delete(actor, input.apiId);
  return input;
});
