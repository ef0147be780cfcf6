'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { ControlError } from '@/lib/model/ControlError';
import type { ApiModel, ApiModelInput } from '@/lib/model/restApi';
import { control } from '@/lib/runtime/slot';

type ModelKey = { restApiId: string; name: string };

const refresh = (restApiId: string) => revalidatePath(`/console/apis/${restApiId}`, 'layout');

export const createModel = action(
  async (actor, { restApiId, ...input }: ApiModelInput & { restApiId: string }) => {
    const model = await control().models.create(actor, restApiId, input);
    refresh(restApiId);
    return model;
  },
);

export const updateModel = action(
  async (actor, { restApiId, name, ...input }: ModelKey & { description: string; schema: string }) => {
    const model = await control().models.update(actor, restApiId, name, input);
    refresh(restApiId);
    return model;
  },
);

/**
 * The page of a model that is gone must not be rendered again: who deletes leads away and refreshes there.
 * @returns the model as it was, for the way back
 */
export const deleteModel = action(async (actor, { restApiId, name }: ModelKey): Promise<ApiModel> => {
  const { models } = control();
  const model = (await models.list(actor, restApiId)).find((each) => each.name === name);
  if (!model) throw new ControlError('NotFoundException', `Invalid model name specified: ${name}`);
  await models.delete(actor, restApiId, name);
  return model;
});

/** An example and a mapping template of a stored model. */
export const generateFromModel = action((actor, { restApiId, name }: ModelKey) =>
  control().models.generate(actor, restApiId, name),
);
