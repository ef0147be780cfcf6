'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { StageUpdate } from '@/lib/model/stage';
import { control } from '@/lib/runtime/slot';

type StageKey = { restApiId: string; stageName: string };
const refresh = (restApiId: string) => revalidatePath(`/console/apis/${restApiId}`, 'layout');

/** Variables, limits, cache, canary, description; a new deploymentId is a roll back or forward. */
export const updateStage = action(
  async (actor, { restApiId, stageName, ...changes }: StageKey & StageUpdate) => {
    const stage = await control().stages.update(actor, restApiId, stageName, changes);
    refresh(restApiId);
    return stage;
  },
);

export const createStage = action(
  async (actor, { restApiId, ...input }: StageKey & { deploymentId: string; description?: string }) => {
    const stage = await control().stages.create(actor, restApiId, input);
    refresh(restApiId);
    return stage;
  },
);

export const deleteStage = action(async (actor, { restApiId, stageName }: StageKey) => {
  await control().stages.delete(actor, restApiId, stageName);
  refresh(restApiId);
  return { stageName };
});

/** @returns how long it took until no worker answered from the cache any more */
export const flushCache = action(async (actor, { restApiId, stageName }: StageKey) => {
  const begun = performance.now();
  await control().stages.flushCache(actor, restApiId, stageName);
  return { milliseconds: Math.round(performance.now() - begun) };
});

/** @returns how long it took until no worker decided by what an authorizer had said before */
export const flushAuthorizersCache = action(async (actor, { restApiId, stageName }: StageKey) => {
  const begun = performance.now();
  await control().stages.flushAuthorizersCache(actor, restApiId, stageName);
  return { milliseconds: Math.round(performance.now() - begun) };
});

/** A client of what the stage serves, as a zip. `parameters` are the type's configuration properties. */
export const generateSdk = action(
  async (
    actor,
    input: StageKey & { sdkType: string; parameters: Record<string, string> },
  ): Promise<{ fileName: string; body: Uint8Array<ArrayBuffer> }> => {
    const { fileName, body } = await control().restApis.sdk(actor, input);
    // A Buffer would cross to the page as its toJSON, not as bytes.
    return { fileName, body: new Uint8Array(body) };
  },
);

export const promoteCanary = action(async (actor, { restApiId, stageName }: StageKey) => {
  const stage = await control().stages.promoteCanary(actor, restApiId, stageName);
  refresh(restApiId);
  return stage;
});
