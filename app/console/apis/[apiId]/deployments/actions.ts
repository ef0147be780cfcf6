'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

export const deleteDeployment = action(async (actor, input: { restApiId: string; deploymentId: string }) => {
  await control().deployments.delete(actor, input.restApiId, input.deploymentId);
  revalidatePath(`/console/apis/${input.restApiId}`, 'layout');
  return input;
});
