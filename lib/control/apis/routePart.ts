import { type Route, type RouteInput, routeInput } from '@/lib/model/v2/route';
import type { ApiPart } from './ApiPart';
import { checkRoute } from './checkRoute';
import { fault } from './refuse';

export type RouteState = Omit<Route, 'routeId' | 'apiGatewayManaged'>;

/** AWS: 300 routes an API (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html). */
const MOST_ROUTES = 300;

export const routePart: ApiPart<Route, RouteInput, RouteState> = {
  kind: 'route',
  name: 'Route',
  schema: routeInput,
  // Two that differ in the names of their parameters alone would be asked for by the same calls.
  keyOf: ({ routeKey }) => (/^[A-Z]+ \//.test(routeKey) ? routeKey.replace(/\{[^}+]+/g, '{') : routeKey),
  taken: ({ routeKey }) => `Route with key ${routeKey} already exists for this API`,
  limit: MOST_ROUTES,
  children: 'routeResponse',
  async complete(place, input) {
    const authorizationType = input.authorizationType ?? 'NONE';
    const { authorizerId, authorizationScopes, ...rest } = input;
    // What names an authorizer of a type that the route no longer has is ignored, as in V1 (recorded).
    const named = authorizationType === 'CUSTOM' || authorizationType === 'JWT';
    const route = {
      ...rest,
      authorizationType,
      apiKeyRequired: input.apiKeyRequired ?? false,
      ...(named && authorizerId !== undefined && { authorizerId }),
      ...(authorizationType === 'JWT' && authorizationScopes && { authorizationScopes }),
    };
    await checkRoute(place, route);
    return route;
  },
  toItem: (routeId, settings, apiGatewayManaged) => ({
    ...settings,
    routeId,
    ...(apiGatewayManaged && { apiGatewayManaged }),
  }),
  refuseManaged(before, { routeKey }) {
    if (routeKey !== before.routeKey && before.routeKey === '$default')
      throw fault('routeKey', 'The $default route key cannot be modified');
  },
};
