import type { SocketModel, SocketReference, SocketRoute } from '@/lib/model/portal';
import type { ApiDefinition } from '@/lib/model/v2/definition';

type RouteOf = ApiDefinition['routes'][number];

/** What a developer must know to talk to a WebSocket API; nothing of what is behind it. */
export function socketReference(definition: ApiDefinition): SocketReference {
  const { routes, authorizers, routeSelectionExpression } = definition;
  const connect = routes.find(({ routeKey }) => routeKey === '$connect');
  const authorizer = authorizers.find(({ authorizerId }) => authorizerId === connect?.authorizerId);
  const modelOf = modelFinder(definition);
  return {
    routeSelectionExpression,
    connect: {
      authorizationType: connect?.authorizationType ?? 'NONE',
      identitySource: authorizer?.identitySource ?? [],
      apiKeyRequired: connect?.apiKeyRequired ?? false,
    },
    routes: routes
      .filter(({ routeKey }) => routeKey !== '$connect' && routeKey !== '$disconnect')
      .sort(defaultLast)
      .map((route) => toSocketRoute(route, modelOf)),
  };
}

const defaultLast = (a: RouteOf, b: RouteOf) =>
  Number(a.routeKey === '$default') - Number(b.routeKey === '$default') || (a.routeKey < b.routeKey ? -1 : 1);

function toSocketRoute(route: RouteOf, modelOf: (name: string) => SocketModel[]): SocketRoute {
  const { routeKey, operationName, requestModels = {}, routeResponses } = route;
  const answers = routeResponses.flatMap(({ responseModels = {} }) => Object.values(responseModels));
  return {
    routeKey,
    ...(operationName !== undefined && { operationName }),
    requestModels: [...new Set(Object.values(requestModels))].flatMap(modelOf),
    answers: routeResponses.length > 0,
    responseModels: [...new Set(answers)].flatMap(modelOf),
  };
}

/** By name; one that a route names and nobody made is left out. */
function modelFinder({ models }: ApiDefinition): (name: string) => SocketModel[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  return (name) => {
    const model = byName.get(name);
    if (!model) return [];
    const { description, schema } = model;
    return [{ name, ...(description !== undefined && { description }), schema }];
  };
}
