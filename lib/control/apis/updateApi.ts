import { eq } from 'drizzle-orm';
import { apis } from '@/db/schema';
import { type ApiSettings, type ApiUpdate, apiSettings, apiUpdate } from '@/lib/model/v2/api';
import type { WriteCall } from '../ControlContext';
import { write } from '../operation';
import { parse } from '../parse';
import { apiSettingsOf } from './apiSettingsOf';
import { autoDeploy } from './autoDeploy';
import { type ApiRow, lockApi } from './findApi';
import { mergeMembers } from './mergeMembers';
import { quickUpdate } from './quickCreate';
import { toApi } from './toApi';

export const updateApi = write(
  { name: 'UpdateApi', permission: 'editor' },
  async (call, apiId: string, input: ApiUpdate) => {
    const { target, routeKey, credentialsArn, ...change } = parse(apiUpdate, input);
    const before = await lockApi(call, apiId);
    const settings = apiSettingsOf(
      before.protocolType,
      parse(apiSettings, mergeMembers(before.settings, change)),
    );
    const row = await changeApi(call, before, settings);
    const isChanged = await quickUpdate(call, row, { target, routeKey, credentialsArn });
    if (isChanged || isFrozen(before.settings, settings)) await autoDeploy(call, row);
    return toApi(call, row);
  },
);

/** Of the Api's own members these go into its deployments. */
function isFrozen(before: ApiSettings, after: ApiSettings): boolean {
  const members = [
    'name',
    'routeSelectionExpression',
    'apiKeySelectionExpression',
    'disableSchemaValidation',
  ] as const;
  return members.some((member) => before[member] !== after[member]);
}

export async function changeApi(call: WriteCall, before: ApiRow, settings: ApiSettings): Promise<ApiRow> {
  const { apiId } = before;
  await call.db.update(apis).set({ settings }).where(eq(apis.apiId, apiId));
  call.audit(apiId, { name: settings.name });
  call.publish();
  return { ...before, settings };
}

/** Preflights are then answered by routes, and the backends' own headers pass. */
export const deleteCorsConfiguration = write(
  { name: 'DeleteCorsConfiguration', permission: 'editor' },
  async (call, apiId: string) => {
    const before = await lockApi(call, apiId);
    const { corsConfiguration, ...settings } = before.settings;
    await changeApi(call, before, settings);
  },
);
