import type { CacheKey } from '../cache/compileCacheKey';
import { GatewayError } from '../GatewayError';
import type { Exchange } from '../mapping/Exchange';
import type { Call } from '../pipeline/Call';
import type { CachedAnswer } from '../ports';
import type { MethodCaching } from '../snapshot/compiled';

/** A call to a method that the stage's cache covers. */
export interface CacheLookup {
  key: string;
  caching: MethodCaching;
  cacheKey: CacheKey;
  /** what the cache had; undefined: the backend is asked */
  found: CachedAnswer | undefined;
  /** Warning header for a caller whose wish to invalidate was not granted */
  warning: string | undefined;
}

/**
 * AWS adds a Warning header here and documents no text; the code is RFC 7234 5.5's "miscellaneous", which any
 * client may show.
 */
const WARNING = '199 - "Cache-Control was ignored: not authorized to invalidate the cache"';

/**
 * Looks a call up in its stage's cache.
 * @throws GatewayError ACCESS_DENIED for a stranger's `max-age=0` where the stage refuses those
 */
export async function readCache(
  call: Call,
  caching: MethodCaching,
  cacheKey: CacheKey,
  exchange: Exchange,
): Promise<CacheLookup> {
  const invalidation = wishToInvalidate(call, caching, exchange);
  const body = cacheKey.needsBody ? (await call.request.readBody()).toString() : '';
  const key = cacheKey.read(exchange, body);
  const found = invalidation === 'granted' ? undefined : await call.ports.cache.get(caching.cache, key);
  call.report.cache = found ? 'hit' : 'miss';
  call.trace?.add('readCache', found ? 'The answer is from the cache' : 'Not in the cache');
  return { key, caching, cacheKey, found, warning: invalidation === 'ignored' ? WARNING : undefined };
}

/**
 * `Cache-Control: max-age=0` asks for a fresh answer that replaces the cached one. Where authorization is required
 * it takes an IAM grant of execute-api:InvalidateCache, so a caller who is not signed by IAM has none.
 */
function wishToInvalidate(
  { request }: Call,
  caching: MethodCaching,
  { authorized }: Exchange,
): 'granted' | 'ignored' | undefined {
  const control = request.header('cache-control');
  if (control === undefined || !/(^|,)\s*max-age\s*=\s*"?0+"?\s*(,|$)/i.test(control)) return undefined;
  if (!caching.requireAuthorizationForCacheControl || authorized?.mayInvalidateCache?.()) return 'granted';
  const strategy = caching.unauthorizedCacheControlHeaderStrategy;
  if (strategy === 'FAIL_WITH_403')
    throw new GatewayError('ACCESS_DENIED', 'The caller is not authorized to invalidate the cache');
  return strategy === 'SUCCEED_WITH_RESPONSE_HEADER' ? 'ignored' : undefined;
}
