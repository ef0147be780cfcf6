'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { RequestValidator } from '@/lib/model/restApi';
import { control } from '@/lib/runtime/slot';

type ValidatorInput = {
  restApiId: string;
  name: string;
  validateRequestParameters: boolean;
  validateRequestBody: boolean;
};

const refresh = (restApiId: string) => revalidatePath(`/console/apis/${restApiId}`, 'layout');

/** A new one, or with `requestValidatorId` that one with these members. */
export const saveRequestValidator = action(
  async (
    actor,
    { restApiId, requestValidatorId, ...input }: ValidatorInput & { requestValidatorId?: string },
  ): Promise<RequestValidator> => {
    const { requestValidators } = control();
    const saved = requestValidatorId
      ? await requestValidators.update(actor, restApiId, requestValidatorId, input)
      : await requestValidators.create(actor, restApiId, input);
    refresh(restApiId);
    return saved;
  },
);

export const deleteRequestValidator = action(
  async (actor, input: { restApiId: string; requestValidatorId: string }) => {
    await control().requestValidators.delete(actor, input.restApiId, input.requestValidatorId);
    refresh(input.restApiId);
    return input;
  },
);
