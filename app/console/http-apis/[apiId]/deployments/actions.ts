'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

export const deleteDeployment = action(async (actor, input: { apiId: string; deploymentId: string }) => {
  await control().apis.deployments.delete(actor, input.apiId, input.deploymentId);
  revalidatePath('/console', 'layout');
  return input;
});
