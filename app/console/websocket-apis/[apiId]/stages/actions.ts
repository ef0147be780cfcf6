'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import {
  type LoggingDraft,
  settingOf,
  withLogging,
  withoutLogging,
} from '@/app/console/_components/executionLog/loggingDraft';
import type { RouteSettings, Stage, StageUpdate } from '@/lib/model/v2/stage';
import { control } from '@/lib/runtime/slot';
import { changeTo } from '../changeTo';

type Place = { apiId: string; stageName: string };

const refresh = (apiId: string) => revalidatePath(`/console/websocket-apis/${apiId}`, 'layout');

/** Variables and limits of routes are what is said here: those that are gone go. */
export const updateStage = action(
  async (
    actor,
    { apiId, stageName, stageVariables = {}, description = '', ...limits }: Place & StageUpdate,
  ) => {
    const stage = await control().together(async ({ apis: { stages } }) => {
      const before = await stages.get(actor, apiId, stageName);
      const variables = changeTo({ stageVariables: before.stageVariables }, { stageVariables });
      await stages.update(actor, apiId, stageName, { description, ...variables });
      return stages.replaceRouteSettings(actor, apiId, stageName, limitsIn(before, limits));
    });
    refresh(apiId);
    return stage;
  },
);

/** What is logged of routes is what is said here; all else that settings say of them stays. */
export const saveExecutionLog = action(
  async (actor, { apiId, stageName, every, own }: Place & LoggingDraft) => {
    const stage = await control().together(async ({ apis: { stages } }) => {
      const { defaultRouteSettings, routeSettings } = await stages.get(actor, apiId, stageName);
      return stages.replaceRouteSettings(actor, apiId, stageName, {
        defaultRouteSettings: { ...withoutLogging(defaultRouteSettings), ...settingOf(every) },
        routeSettings: withLogging(routeSettings, own),
      });
    });
    refresh(apiId);
    return stage;
  },
);

/** Limits alone are replaced: what else settings say of a route stays. */
function limitsIn(before: Stage, { defaultRouteSettings = {}, routeSettings = {} }: StageUpdate) {
  const keys = new Set([...Object.keys(before.routeSettings), ...Object.keys(routeSettings)]);
  const routes = [...keys].map(
    (key) => [key, { ...bare(before.routeSettings[key]), ...routeSettings[key] }] as const,
  );
  return {
    defaultRouteSettings: { ...bare(before.defaultRouteSettings), ...defaultRouteSettings },
    routeSettings: Object.fromEntries(routes.filter(([, value]) => Object.keys(value).length > 0)),
  };
}

function bare(settings: RouteSettings = {}): RouteSettings {
  const { throttlingRateLimit: _rate, throttlingBurstLimit: _burst, ...others } = settings;
  return others;
}
