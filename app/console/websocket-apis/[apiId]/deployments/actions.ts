'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { control } from '@/lib/runtime/slot';

const refresh = (apiId: string) => revalidatePath(`/console/websocket-apis/${apiId}`, 'layout');

type Place = { apiId: string; deploymentId: string };

/** A stage goes to a deployment that is there: forward, or back. */
export const pointStage = action(
  async (actor, { apiId, deploymentId, stageName }: Place & { stageName: string }) => {
    const stage = await control().apis.stages.update(actor, apiId, stageName, { deploymentId });
    refresh(apiId);
    return stage;
  },
);

export const deleteDeployment = action(async (actor, { apiId, deploymentId }: Place) => {
  await control().apis.deployments.delete(actor, apiId, deploymentId);
  refresh(apiId);
  return deploymentId;
});
