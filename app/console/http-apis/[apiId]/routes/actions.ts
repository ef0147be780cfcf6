'use server';

import { revalidatePath } from 'next/cache';
import { action } from '@/app/action';
import { permitSaved } from '@/app/console/_components/permissions/permitSaved';
import { integrationUpdate } from '@/components/console/v2/integrationUpdate';
import type { IntegrationInput } from '@/lib/model/v2/integration';
import type { Route, RouteInput } from '@/lib/model/v2/route';
import { control } from '@/lib/runtime/slot';

const refresh = () => revalidatePath('/console', 'layout');

interface SavedRoute {
  apiId: string;
  /** absent: a new one is made */
  routeId?: string;
  route: RouteInput;
  /** with an id it is changed for every route that names it; without one it is made */
  integration?: { integrationId?: string; input: IntegrationInput };
}

/** A route with its integration: both or none. */
export const saveRoute = action(async (actor, { apiId, routeId, route, integration }: SavedRoute) => {
  const saved = await control().together(async ({ apis }) => {
    const target = await saveIntegration(apis);
    const members = { ...route, ...(target !== undefined && { target }) };
    if (routeId === undefined) return apis.routes.create(actor, apiId, members);
    return apis.routes.update(actor, apiId, routeId, members);
  });
  const { integrationUri, credentialsArn } = integration?.input ?? {};
  await permitSaved(actor, apiId, { uri: integrationUri, role: credentialsArn });
  refresh();
  return saved;

  async function saveIntegration({ integrations }: ReturnType<typeof control>['apis']) {
    if (!integration) return undefined;
    const { integrationId, input } = integration;
    if (integrationId === undefined)
      return `integrations/${(await integrations.create(actor, apiId, input)).integrationId}`;
    const before = await integrations.get(actor, apiId, integrationId);
    await integrations.update(actor, apiId, integrationId, integrationUpdate(before, input));
    return `integrations/${integrationId}`;
  }
});

/** @returns what was there, to put it back */
export const deleteRoute = action(async (actor, { apiId, routeId }: { apiId: string; routeId: string }) => {
  const gone = await control().together(async ({ apis }) => {
    const route = await apis.routes.get(actor, apiId, routeId);
    await apis.routes.delete(actor, apiId, routeId);
    return route;
  });
  refresh();
  return gone;
});

export const restoreRoute = action(async (actor, { apiId, route }: { apiId: string; route: Route }) => {
  const { routeId: _id, apiGatewayManaged: _managed, apiKeyRequired: _key, ...input } = route;
  const made = await control().apis.routes.create(actor, apiId, input);
  refresh();
  return made;
});
