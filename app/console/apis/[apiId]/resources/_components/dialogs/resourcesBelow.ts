import type { Resource } from '@/lib/model/restApi';

/** The resource itself and all below it, by path. */
export function resourcesBelow(resources: readonly Resource[], { path }: Resource): Resource[] {
  const prefix = path === '/' ? '/' : `${path}/`;
  return resources.filter((each) => each.path === path || each.path.startsWith(prefix));
}
