import type { UsageFigures } from '@/lib/model/usage';
import type { DashboardApi } from './ConsoleDashboard';

/**
 * Whether a dashboard shows figures of caches: where an API that it is about has one now, or the range holds calls
 * from when one had.
 */
export function isCached(
  apis: readonly DashboardApi[],
  search: URLSearchParams,
  { cacheHits, cacheMisses }: UsageFigures,
): boolean {
  if (cacheHits + cacheMisses > 0) return true;
  const api = search.get('api');
  return apis.some(({ id, cached }) => cached === true && (api === null || api === id));
}
