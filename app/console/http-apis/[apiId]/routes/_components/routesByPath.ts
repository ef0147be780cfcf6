import type { Route } from '@/lib/model/v2/route';

export interface PathRoutes {
  /** `$default` for the route that takes what no other does */
  path: string;
  routes: { verb: string; route: Route }[];
}

export const DEFAULT_ROUTE = '$default';

export function readRouteKey(routeKey: string): { verb: string; path: string } {
  if (routeKey === DEFAULT_ROUTE) return { verb: 'ANY', path: DEFAULT_ROUTE };
  const at = routeKey.indexOf(' ');
  return at < 0
    ? { verb: routeKey, path: '' }
    : { verb: routeKey.slice(0, at), path: routeKey.slice(at + 1) };
}

/** Routes by their path in order; `$default` comes last, as it is chosen. */
export function routesByPath(routes: readonly Route[]): PathRoutes[] {
  const paths = new Map<string, PathRoutes['routes']>();
  for (const route of routes) {
    const { verb, path } = readRouteKey(route.routeKey);
    paths.set(path, [...(paths.get(path) ?? []), { verb, route }]);
  }
  return [...paths]
    .map(([path, held]) => ({ path, routes: held.toSorted((a, b) => a.verb.localeCompare(b.verb)) }))
    .toSorted((a, b) => rank(a.path) - rank(b.path) || a.path.localeCompare(b.path));
}

const rank = (path: string): number => (path === DEFAULT_ROUTE ? 1 : 0);
