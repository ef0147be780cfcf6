'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import type { StageUpdate } from '@/lib/model/v2/stage';
import { control } from '@/lib/runtime/slot';
import { changeTo } from '../changeTo';

type Place = { apiId: string; stageName: string };

const refresh = (apiId: string) => revalidatePath(`/console/websocket-apis/${apiId}`, 'layout');

/** Variables and limits of routes are what is said here: those that are gone go. */
export const updateStage = action(
  async (
    actor,
    { apiId, stageName, routeSettings = {}, stageVariables = {}, ...rest }: Place & StageUpdate,
  ) => {
    const stage = await control().together(async ({ apis: { stages } }) => {
      const before = await stages.get(actor, apiId, stageName);
      for (const routeKey of Object.keys(before.routeSettings))
        if (!(routeKey in routeSettings)) await stages.deleteRouteSettings(actor, apiId, stageName, routeKey);
      const variables = changeTo({ stageVariables: before.stageVariables }, { stageVariables });
      return stages.update(actor, apiId, stageName, { ...rest, ...variables, routeSettings });
    });
    refresh(apiId);
    return stage;
  },
);
