import type { ApiDefinition } from '@/lib/model/v2/definition';
import { exportHttpApi } from '@/lib/openapi';
import type { PublishedApi } from './publishedProducts';

type RouteOf = ApiDefinition['routes'][number];

/** What ANY stands for to a reader; a preflight is nobody's call. */
const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'];

/**
 * The OpenAPI document of what an HTTP API's stage serves, for readers. OpenAPI has no word for ANY and `$default`:
 * they are written as the verbs that no other route of their path has.
 */
export function httpReference(
  { api, stage }: PublishedApi,
  definition: ApiDefinition,
  serverUrl: string,
): Record<string, unknown> {
  const { description, version } = api.settings;
  const text = exportHttpApi(
    {
      name: definition.name,
      ...(description !== undefined && { description }),
      ...(version !== undefined && { version }),
      routes: readableRoutes(definition.routes),
      integrations: definition.integrations,
      authorizers: definition.authorizers,
    },
    {
      outputType: 'JSON',
      includeExtensions: false,
      serverUrl,
      version: stage.lastUpdatedDate.toISOString(),
    },
  );
  return JSON.parse(text);
}

function readableRoutes(routes: RouteOf[]): RouteOf[] {
  const placed = routes.map((route) => ({ route, ...placeOf(route.routeKey) }));
  const taken = new Set(placed.map(({ verb, path }) => `${verb} ${path}`));
  return placed.flatMap(({ route, verb, path }) => {
    if (verb !== 'ANY') return [{ ...route, routeKey: `${verb} ${path}` }];
    const free = verbs.filter((each) => !taken.has(`${each} ${path}`));
    for (const each of free) taken.add(`${each} ${path}`);
    // One name for several operations would not be a document.
    const { operationName: _, ...rest } = route;
    return free.map((each) => ({ ...rest, routeKey: `${each} ${path}` }));
  });
}

/** A client fills `{proxy}` in, not AWS's `{proxy+}`. */
function placeOf(routeKey: string): { verb: string; path: string } {
  if (routeKey === '$default') return { verb: 'ANY', path: '/{proxy}' };
  const blank = routeKey.indexOf(' ');
  return { verb: routeKey.slice(0, blank), path: routeKey.slice(blank + 1).replaceAll('+}', '}') };
}
