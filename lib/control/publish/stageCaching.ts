import type { CachingDocument, StageDocument } from '@gatehouse/gateway/snapshot';
import { type cacheClusterSizes, DEFAULT_CACHE_SIZE, type MethodSetting } from '@/lib/model/stage';
import type { StageRow } from '../stages/findStage';
import { methodSettingsBySlash } from './methodSettingsBySlash';

/** What AWS fills in once any method setting is there (reference/rest-execution.md section 13). */
const awsDefaults: CachingDocument = {
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};

/** The cache's members of a stage's document; a stage without a cache has none. */
export function stageCaching(
  row: Pick<StageRow, 'cacheClusterEnabled' | 'cacheClusterSize' | 'methodSettings'>,
): Pick<StageDocument, 'cacheBytes' | 'caching' | 'methodCaching'> {
  if (!row.cacheClusterEnabled) return {};
  const { '*/*': star = {}, ...methods } = methodSettingsBySlash(row);
  const caching = { ...awsDefaults, ...ownCaching(star) };
  const methodCaching = Object.entries(methods).flatMap(([key, setting]) => {
    const own = ownCaching(setting);
    return Object.keys(own).length > 0 ? [[key, { ...inherited(key, caching), ...own }]] : [];
  });
  return {
    cacheBytes: bytesOf(row.cacheClusterSize ?? DEFAULT_CACHE_SIZE),
    ...(caching.cachingEnabled && { caching }),
    ...(methodCaching.length > 0 && { methodCaching: Object.fromEntries(methodCaching) }),
  };
}

/** Caching for all methods is for GET alone: another verb is cached only where its own entry says so. */
function inherited(key: string, caching: CachingDocument): CachingDocument {
  return key.endsWith('/GET') ? caching : { ...caching, cachingEnabled: false };
}

function ownCaching(setting: MethodSetting): Partial<CachingDocument> {
  const members = Object.entries(setting).filter(
    ([name, value]) => name in awsDefaults && value !== undefined,
  );
  return Object.fromEntries(members);
}

const bytesOf = (gigabytes: (typeof cacheClusterSizes)[number]) => Math.floor(Number(gigabytes) * 1024 ** 3);
