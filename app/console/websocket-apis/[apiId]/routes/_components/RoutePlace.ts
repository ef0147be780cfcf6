import type { FunctionChoice } from '@/components/console/functionChoices';
import type { Integration, IntegrationResponse } from '@/lib/model/v2/integration';
import type { Route } from '@/lib/model/v2/route';

/** What the forms of the Routes tab choose from. */
export interface RouteChoices {
  apiId: string;
  routes: Route[];
  integrations: Integration[];
  authorizers: { authorizerId: string; name: string }[];
  modelNames: string[];
  functions: FunctionChoice[];
  vpcLinks: { id: string; name: string }[];
  editable: boolean;
}

/** The route that is looked at, with what hangs on it. */
export interface RoutePlace extends RouteChoices {
  route: Route;
  integration?: Integration;
  integrationResponses: IntegrationResponse[];
  isTwoWay: boolean;
}

export const routeHref = (apiId: string, routeId?: string): string =>
  `/console/websocket-apis/${apiId}/routes${routeId ? `?route=${routeId}` : ''}`;

/** Keys of routes that have the integration, but not `but`. */
export const routesWith = (
  routes: readonly Route[],
  integrationId: string | undefined,
  but?: string,
): string[] =>
  routes
    .filter(({ target, routeId }) => target === `integrations/${integrationId}` && routeId !== but)
    .map(({ routeKey }) => routeKey);
