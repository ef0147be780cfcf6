'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitDefinition } from '@/app/console/_components/permissions/permitSaved';
import type { RestApiInput, RestApiUpdate } from '@/lib/model/restApi';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

export const createRestApi = action(async (actor, input: RestApiInput) => {
  const api = await control().restApis.create(actor, input);
  refresh();
  return api;
});

export const createSampleApi = action(async (actor, _input: Record<string, never>) => {
  const api = await control().restApis.createSample(actor);
  refresh();
  return api;
});

export const cloneRestApi = action(
  async (actor, { restApiId, ...input }: RestApiInput & { restApiId: string }) => {
    const api = await control().restApis.clone(actor, restApiId, input);
    await permitDefinition(actor, api.id);
    refresh();
    return api;
  },
);

export interface ImportInput {
  document: string;
  restApiId?: string;
  mode?: 'merge' | 'overwrite';
  basepath?: 'ignore' | 'prepend' | 'split';
  dryRun?: boolean;
  /** lets the API invoke the functions of this installation that the document names */
  permit?: boolean;
}
export const importRestApi = action(async (actor, { permit, ...input }: ImportInput) => {
  const report = await control().restApis.import(actor, input);
  if (permit && report.restApi) await permitDefinition(actor, report.restApi.id);
  if (!input.dryRun) refresh();
  return report;
});

export const updateRestApi = action(
  async (actor, { restApiId, ...input }: RestApiUpdate & { restApiId: string }) => {
    const api = await control().restApis.update(actor, restApiId, input);
    refresh();
    return api;
  },
);

/** The pages of an API that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteRestApi = action(async (actor, input: { restApiId: string }) => {
  await control().restApis.delete(actor, input.restApiId);
  return input;
});

export const deploy = action(
  async (
    actor,
    {
      restApiId,
      ...input
    }: {
      restApiId: string;
      stageName: string;
      description?: string;
      /** the deployment becomes the stage's canary */
      canarySettings?: { percentTraffic: number };
    },
  ) => {
    const deployment = await control().deployments.create(actor, restApiId, input);
    refresh();
    return deployment;
  },
);
