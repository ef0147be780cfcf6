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

export const deleteUsagePlan = action(async (actor, input: { usagePlanId: string }) => {
  await control().usagePlans.delete(actor, input.usagePlanId);
  refresh();
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
