import { type ApiPlace, apiHref } from '@/components/console/places';
import type { UsageRow } from '@/lib/model/usage';

/**
 * A line of an API that is still there leads to its own dashboard, in the same range, narrowed to the line's stage.
 * @param row its key is `apiId/stage`, or `apiId/stage/Canary`
 */
export const dashboardOf =
  (apis: readonly Pick<ApiPlace, 'id' | 'kind'>[], search: URLSearchParams) =>
  ({ key }: UsageRow): string | undefined => {
    const slash = key.indexOf('/');
    const restApiId = key.slice(0, slash);
    const api = apis.find(({ id }) => id === restApiId);
    if (!api) return undefined;
    const address = new URLSearchParams(search);
    address.delete('api');
    address.set('stage', key.slice(slash + 1));
    return `${apiHref(api)}/dashboard?${address}`;
  };
