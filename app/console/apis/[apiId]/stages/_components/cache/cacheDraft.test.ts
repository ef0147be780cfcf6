import { expect, test } from 'vitest';
import { type Stage, stageUpdate } from '@/lib/model/stage';
import {
  type CacheDraft,
  type CachingDraft,
  cacheDefaults,
  draftOf,
  methodDraftOf,
  ttlField,
  updateOf,
  withMethodCaching,
} from './cacheDraft';

const limit = { throttlingRateLimit: 1, throttlingBurstLimit: 2 };
const stage: Stage = {
  restApiId: 'a1',
  stageName: 'prod',
  deploymentId: 'd1',
  variables: {},
  methodSettings: {
    '*/*': { ...limit, cachingEnabled: true, cacheTtlInSeconds: 60 },
    '/pets/POST': { ...limit, cachingEnabled: true },
  },
  cacheClusterEnabled: true,
  tracingEnabled: false,
  cacheClusterSize: '1.6',
  invokeUrl: 'http://localhost:8080/prod',
  createdDate: 1,
  lastUpdatedDate: 1,
};
const bare: Stage = { ...stage, cacheClusterEnabled: false, methodSettings: {}, cacheClusterSize: undefined };

test('a stage that was never cached begins with what AWS takes: GET, 300 s, authorization, a warning', () => {
  const draft: CacheDraft = { ...draftOf(bare), cacheClusterEnabled: true };
  expect(stageUpdate.parse(updateOf(draft, bare))).toEqual({
    cacheClusterEnabled: true,
    cacheClusterSize: '0.5',
    methodSettings: { '*/*': { ...cacheDefaults, cachingEnabled: true } },
  });
});

test('the form saves what it shows, and leaves limits and methods as they are', () => {
  const update = stageUpdate.parse(updateOf(draftOf(stage), stage));
  expect(update.methodSettings).toEqual({
    '*/*': { ...cacheDefaults, ...stage.methodSettings['*/*'] },
    '/pets/POST': stage.methodSettings['/pets/POST'],
  });
  expect(update.cacheClusterSize).toBe('1.6');
});

test('switched off, all else stays for the day it is switched on', () => {
  const draft = { ...draftOf(stage), cacheClusterEnabled: false, cacheTtlInSeconds: 'long' };
  expect(stageUpdate.parse(updateOf(draft, stage))).toEqual({ cacheClusterEnabled: false });
});

test.each(['', 'long', '-1', '3601', '1.5'])('a time to live of %j is refused at its field', (typed) => {
  const ofStage = updateOf({ ...draftOf(stage), cacheTtlInSeconds: typed }, stage);
  const refused = stageUpdate.safeParse(ofStage).error?.issues.map(({ path }) => path.join('.'));
  expect(refused).toEqual([ttlField('*/*')]);
});

const inherit: CachingDraft = methodDraftOf(undefined);
test.each<[string, Partial<CachingDraft>, object | undefined]>([
  ['nothing', {}, undefined],
  ['on', { cachingEnabled: 'on' }, { cachingEnabled: true }],
  ['off', { cachingEnabled: 'off' }, { cachingEnabled: false }],
  ['a time to live', { cacheTtlInSeconds: '5' }, { cacheTtlInSeconds: 5 }],
  ['anybody', { requireAuthorization: 'off' }, { requireAuthorizationForCacheControl: false }],
  ['403', { strategy: 'FAIL_WITH_403' }, { unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403' }],
])('a method that says %s of its own goes through the form', (_name, change, entry) => {
  const settings = withMethodCaching(stage.methodSettings, '/cats/GET', { ...inherit, ...change });
  expect(settings['/cats/GET']).toEqual(entry);
  expect(methodDraftOf(settings['/cats/GET'])).toEqual({ ...inherit, ...change });
  expect(stageUpdate.parse({ methodSettings: settings }).methodSettings).toEqual(settings);
});

test('what a method inherits again leaves its limits', () => {
  expect(withMethodCaching(stage.methodSettings, '/pets/POST', inherit)['/pets/POST']).toEqual(limit);
});
