import type { RouteInput } from '@/lib/model/v2/route';
import { sortedBy } from '../write/compact';

/** Routes as documents have them: by path, those of one path by their keys. */
export const inOrder = (routes: readonly RouteInput[]): RouteInput[] =>
  sortedBy(routes, ({ routeKey }) => `${pathOf(routeKey)}\n${routeKey}`);

/** `$default` stands as a path of its own. */
export const pathOf = (routeKey: string): string =>
  routeKey === '$default' ? '/$default' : routeKey.slice(routeKey.indexOf(' ') + 1);
