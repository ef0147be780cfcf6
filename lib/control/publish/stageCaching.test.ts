import { describe, expect, test } from 'vitest';
import type { MethodSetting } from '@/lib/model/stage';
import { stageCaching } from './stageCaching';

const defaults = {
  cachingEnabled: false,
  cacheTtlInSeconds: 300,
  requireAuthorizationForCacheControl: true,
  unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
};
const on = { ...defaults, cachingEnabled: true };
const caching = (methodSettings: Record<string, MethodSetting>) =>
  stageCaching({ cacheClusterEnabled: true, cacheClusterSize: '0.5', methodSettings });

describe('a stage with a cache', () => {
  test.each<[string, Record<string, MethodSetting>, unknown]>([
    ['caches nothing by itself', {}, {}],
    ['caches every GET when the star pair says so', { '*/*': { cachingEnabled: true } }, { caching: on }],
    [
      'takes what the star pair leaves out from AWS',
      { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 60, requireAuthorizationForCacheControl: false } },
      { caching: { ...on, cacheTtlInSeconds: 60, requireAuthorizationForCacheControl: false } },
    ],
    [
      'takes what a method leaves out from the star pair, also where that one does not cache',
      {
        '*/*': { cacheTtlInSeconds: 60, unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' },
        '/pets/GET': { cachingEnabled: true },
      },
      {
        methodCaching: {
          '/pets/GET': {
            ...on,
            cacheTtlInSeconds: 60,
            unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
          },
        },
      },
    ],
    [
      'leaves a GET out that says so, and keeps one that only says how long',
      {
        '*/*': { cachingEnabled: true },
        '/a/GET': { cachingEnabled: false },
        '/GET': { cacheTtlInSeconds: 0 },
      },
      { caching: on, methodCaching: { '/a/GET': defaults, '/GET': { ...on, cacheTtlInSeconds: 0 } } },
    ],
    [
      'caches another verb only where its own entry says so',
      {
        '*/*': { cachingEnabled: true },
        '/a/POST': { cacheTtlInSeconds: 1 },
        '/b/POST': { cachingEnabled: true },
      },
      { caching: on, methodCaching: { '/a/POST': { ...defaults, cacheTtlInSeconds: 1 }, '/b/POST': on } },
    ],
    [
      'takes a path without its slash for the same, and tells the cache of caching alone',
      {
        'a/GET': {
          cachingEnabled: true,
          metricsEnabled: true,
          loggingLevel: 'INFO',
          cacheDataEncrypted: true,
        },
        '/b/GET': { dataTraceEnabled: true },
      },
      { methodCaching: { '/a/GET': on } },
    ],
    [
      "has no entry for a method that only sets its throttle: the star pair's goes for it",
      {
        '*/*': { cachingEnabled: true },
        '/a/POST': { throttlingRateLimit: 1, throttlingBurstLimit: 1 },
      },
      { caching: on },
    ],
  ])('%s', (_name, settings, expected) => {
    expect(caching(settings)).toEqual({ cacheBytes: 536_870_912, ...(expected as object) });
  });

  test.each([
    ['0.5', 536_870_912],
    ['1.6', 1_717_986_918],
    ['237', 254_476_812_288],
    [null, 536_870_912],
  ] as const)('of %s GB holds %i bytes', (cacheClusterSize, cacheBytes) => {
    expect(stageCaching({ cacheClusterEnabled: true, cacheClusterSize, methodSettings: {} })).toEqual({
      cacheBytes,
    });
  });
});

test('a stage without a cache has no caching, whatever its methods say', () => {
  const methodSettings = { '*/*': { cachingEnabled: true }, '/a/GET': { cachingEnabled: true } };
  const stage = { cacheClusterEnabled: false, cacheClusterSize: '6.1', methodSettings } as const;
  expect(stageCaching(stage)).toEqual({});
});
