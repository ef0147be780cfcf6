'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { ModelInput } from '@/lib/model/v2/model';
import { control } from '@/lib/runtime/slot';
import { changeTo } from '../changeTo';

const refresh = (apiId: string) => revalidatePath(`/console/websocket-apis/${apiId}`, 'layout');

/** A new one when no id is given. */
export const saveModel = action(
  async (actor, { apiId, modelId, model }: { apiId: string; modelId?: string; model: ModelInput }) => {
    const saved = await control().together(async ({ apis: { models } }) => {
      if (!modelId) return models.create(actor, apiId, model);
      const { modelId: _id, ...before } = await models.get(actor, apiId, modelId);
      return models.update(actor, apiId, modelId, changeTo(before, model));
    });
    refresh(apiId);
    return saved;
  },
);

/** @returns what it was, for the way back */
export const deleteModel = action(
  async (actor, { apiId, modelId }: { apiId: string; modelId: string }): Promise<ModelInput> => {
    const { models } = control().apis;
    const { modelId: _id, ...model } = await models.get(actor, apiId, modelId);
    await models.delete(actor, apiId, modelId);
    refresh(apiId);
    return model;
  },
);
