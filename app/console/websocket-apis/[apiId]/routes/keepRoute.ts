import type { Control } from '@/lib/control/control';
import type { Actor } from '@/lib/model/role';
import type { Integration, IntegrationResponse } from '@/lib/model/v2/integration';
import type { Route } from '@/lib/model/v2/route';

/** A route that was deleted: all that brings it back. */
export interface KeptRoute {
  route: Route;
  isTwoWay: boolean;
  /** its own, which went with it; absent when others have it too */
  integration?: Integration & { integrationResponses: IntegrationResponse[] };
}

export async function keepRoute(
  apis: Control['apis'],
  actor: Actor,
  apiId: string,
  routeId: string,
): Promise<KeptRoute> {
  const routes = await apis.routes.list(actor, apiId);
  const route = await apis.routes.get(actor, apiId, routeId);
  const isTwoWay = (await apis.routeResponses.list(actor, apiId, routeId)).length > 0;
  const integrationId = route.target?.replace('integrations/', '');
  const isOwn = routes.filter(({ target }) => target === route.target).length === 1;
  if (!integrationId || !isOwn) return { route, isTwoWay };
  const integration = await apis.integrations.get(actor, apiId, integrationId);
  const integrationResponses = await apis.integrationResponses.list(actor, apiId, integrationId);
  return { route, isTwoWay, integration: { ...integration, integrationResponses } };
}

export async function remakeRoute(
  apis: Control['apis'],
  actor: Actor,
  apiId: string,
  { route: { routeId: _old, ...input }, isTwoWay, integration }: KeptRoute,
): Promise<Route> {
  const target = integration ? await remakeIntegration(apis, actor, apiId, integration) : input.target;
  const route = await apis.routes.create(actor, apiId, { ...input, ...(target && { target }) });
  if (isTwoWay)
    await apis.routeResponses.create(actor, apiId, route.routeId, { routeResponseKey: '$default' });
  return route;
}

async function remakeIntegration(
  apis: Control['apis'],
  actor: Actor,
  apiId: string,
  kept: NonNullable<KeptRoute['integration']>,
): Promise<string> {
  const { integrationId: _old, integrationResponses, ...input } = kept;
  const { integrationId } = await apis.integrations.create(actor, apiId, input);
  for (const { integrationResponseId: _id, ...response } of integrationResponses)
    await apis.integrationResponses.create(actor, apiId, integrationId, response);
  return `integrations/${integrationId}`;
}
