import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { functionChoices } from '@/components/console/functionChoices';
import { EmptyState } from '@/components/ui/EmptyState';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { findWebSocketApi } from '../findWebSocketApi';
import { CreateRouteButton } from './_components/CreateRouteButton';
import { RouteList } from './_components/RouteList';
import type { RouteChoices, RoutePlace } from './_components/RoutePlace';
import { RouteView } from './_components/RouteView';

export const metadata: Metadata = { title: 'Routes' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ route?: string }> };

export default async function RoutesPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { route: asked } = await searchParams;
  const { actor, api } = await findWebSocketApi(apiId);
  const choices = await readChoices(actor, apiId);
  const place = await readPlace(actor, choices, asked);
  if (!place)
    return (
      <div className="p-5">
        <EmptyState
          title="No route yet"
          actions={choices.editable && <CreateRouteButton choices={choices} />}
        >
          {`$connect is called when a client connects, $disconnect when it has gone, $default for messages that name no other route; ${api.routeSelectionExpression} chooses.`}
        </EmptyState>
      </div>
    );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start md:grid-cols-[240px_minmax(0,1fr)] md:content-stretch">
      <RouteList choices={choices} selected={place.route.routeId} expression={api.routeSelectionExpression} />
      <RouteView key={place.route.routeId} place={place} />
    </div>
  );
}

async function readChoices(actor: Actor, apiId: string): Promise<RouteChoices> {
  const { apis, functions, vpcLinks } = control();
  const [routes, integrations, authorizers, models, all, links] = await Promise.all([
    apis.routes.list(actor, apiId),
    apis.integrations.list(actor, apiId),
    apis.authorizers.list(actor, apiId),
    apis.models.list(actor, apiId),
    functions.list(actor),
    vpcLinks.list(actor),
  ]);
  return {
    apiId,
    routes,
    integrations,
    authorizers: authorizers.map(({ authorizerId, name }) => ({ authorizerId, name })),
    modelNames: models.map(({ name }) => name),
    functions: functionChoices(all),
    vpcLinks: links.map(({ id, name }) => ({ id, name })),
    editable: canEdit(actor),
  };
}

/** The route of the address, else the first; null when there is none. */
async function readPlace(
  actor: Actor,
  choices: RouteChoices,
  asked: string | undefined,
): Promise<RoutePlace | null> {
  const { apiId, routes, integrations } = choices;
  const route = routes.find(({ routeId }) => routeId === asked) ?? routes[0];
  if (!route) return null;
  const { routeResponses, integrationResponses } = control().apis;
  const integration = integrations.find(({ integrationId }) => route.target?.endsWith(`/${integrationId}`));
  const [responses, ofIntegration] = await Promise.all([
    routeResponses.list(actor, apiId, route.routeId),
    integration ? integrationResponses.list(actor, apiId, integration.integrationId) : [],
  ]);
  return {
    ...choices,
    route,
    ...(integration && { integration }),
    integrationResponses: ofIntegration,
    isTwoWay: responses.length > 0,
  };
}
