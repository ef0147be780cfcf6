'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { StageInput, StageUpdate } from '@/lib/model/v2/stage';
import { control } from '@/lib/runtime/slot';

type StageKey = { apiId: string; stageName: string };
const refresh = () => revalidatePath('/console', 'layout');

export const createStage = action(async (actor, { apiId, ...input }: StageInput & { apiId: string }) => {
  const stage = await control().apis.stages.create(actor, apiId, input);
  refresh();
  return stage;
});

export const updateStage = action(async (actor, { apiId, stageName, ...changes }: StageKey & StageUpdate) => {
  const stage = await control().apis.stages.update(actor, apiId, stageName, changes);
  refresh();
  return stage;
});

/** Limits are what is said here: those that are not named any more are taken away. */
export const saveThrottling = action(
  async (actor, input: StageKey & Required<Pick<StageUpdate, 'defaultRouteSettings' | 'routeSettings'>>) => {
    const { apiId, stageName, ...settings } = input;
    const stage = await control().apis.stages.replaceRouteSettings(actor, apiId, stageName, settings);
    refresh();
    return stage;
  },
);

export const resetAuthorizersCache = action(async (actor, { apiId, stageName }: StageKey) => {
  await control().apis.stages.resetAuthorizersCache(actor, apiId, stageName);
  return { stageName };
});
