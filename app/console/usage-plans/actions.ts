'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { UsagePlanInput } from '@/lib/model/usagePlan';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

/** Creates the plan, or replaces it when `usagePlanId` is given. */
export const saveUsagePlan = action(
  async (actor, { usagePlanId, input }: { usagePlanId?: string; input: UsagePlanInput }) => {
    const { usagePlans } = control();
    const plan = usagePlanId
      ? await usagePlans.update(actor, usagePlanId, input)
      : await usagePlans.create(actor, input);
    refresh();
    return plan;
  },
);

/** The page of a plan that is gone must not be rendered again: its button leads away and refreshes there. */
export const deleteUsagePlan = action(async (actor, input: { usagePlanId: string }) => {
  await control().usagePlans.delete(actor, input.usagePlanId);
  return input;
});

export const addPlanKey = action(async (actor, input: { usagePlanId: string; apiKeyId: string }) => {
  await control().usagePlans.addKey(actor, input.usagePlanId, input.apiKeyId);
  refresh();
  return input;
});

export const removePlanKey = action(async (actor, input: { usagePlanId: string; apiKeyId: string }) => {
  await control().usagePlans.removeKey(actor, input.usagePlanId, input.apiKeyId);
  refresh();
  return input;
});

/** Keys that are not in the plan yet, newest first. */
export const addableKeys = action(async (actor, { usagePlanId }: { usagePlanId: string }) => {
  const keys = await control().apiKeys.list(actor);
  return keys.filter((key) => !key.usagePlanIds.includes(usagePlanId));
});

/** The API's methods as a plan's throttle names them: `/path/VERB`. */
export const throttleableMethods = action(async (actor, { restApiId }: { restApiId: string }) => {
  const resources = await control().resources.list(actor, restApiId);
  return resources.flatMap(({ path, resourceMethods }) =>
    Object.keys(resourceMethods).map((verb) => `${path === '/' ? '' : path}/${verb}`),
  );
});
