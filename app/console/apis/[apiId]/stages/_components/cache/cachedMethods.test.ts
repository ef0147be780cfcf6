import { expect, test } from 'vitest';
import type { DeployedMethod } from '@/lib/model/deployment';
import type { MethodSettings } from '../throttleDraft';
import { cachedMethods } from './cachedMethods';

const method = (change: Partial<DeployedMethod>): DeployedMethod => ({
  path: '/pets',
  httpMethod: 'GET',
  cacheKeyParameters: [],
  streams: false,
  ...change,
});
const all = { '*/*': { cachingEnabled: true, cacheTtlInSeconds: 60 } };

test.each<[string, Partial<DeployedMethod>, MethodSettings, object]>([
  ['GET as the stage says', {}, all, { state: 'cached', ttl: 60, overridden: false }],
  ['GET of a stage that says nothing', {}, {}, { state: 'not cached', ttl: 300 }],
  ["POST is not the stage's to cache", { httpMethod: 'POST' }, all, { state: 'not cached' }],
  [
    'POST by its own entry',
    { httpMethod: 'POST' },
    { ...all, '/pets/POST': { cachingEnabled: true } },
    { state: 'cached', ttl: 60, overridden: true },
  ],
  [
    'GET by its own entry not',
    {},
    { ...all, '/pets/GET': { cachingEnabled: false } },
    { state: 'not cached' },
  ],
  ['zero seconds', {}, { ...all, '/pets/GET': { cacheTtlInSeconds: 0 } }, { state: 'not cached', ttl: 0 }],
  ['a stream', { streams: true }, all, { state: 'streams' }],
  [
    'a limit is no override of caching',
    {},
    { ...all, '/pets/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 1 } },
    { state: 'cached', overridden: false },
  ],
  [
    'a level of logging is no override of caching',
    {},
    { ...all, '/pets/GET': { loggingLevel: 'OFF', dataTraceEnabled: false } },
    { state: 'cached', overridden: false },
  ],
  ['the root', { path: '/' }, { '/GET': { cachingEnabled: true } }, { key: '/GET', state: 'cached' }],
])('%s', (_rule, change, settings, expected) => {
  expect(cachedMethods([method(change)], settings)).toMatchObject([expected]);
});

test.each<[string, Partial<DeployedMethod>, string[]]>([
  ['a variable outside of the key', { path: '/pets/{petId}' }, ['petId']],
  ['a variable in the key', { path: '/pets/{petId}', cacheKeyParameters: ['method.request.path.petId'] }, []],
  [
    'one of two',
    { path: '/{kind}/{petId}', cacheKeyParameters: ['integration.request.path.kind'] },
    ['petId'],
  ],
  ['the rest of a path', { path: '/{proxy+}' }, ['proxy']],
  ['a path without variables', {}, []],
])('%s decides which calls share an answer', (_rule, change, collides) => {
  expect(cachedMethods([method(change)], all)).toMatchObject([{ collides }]);
});

test('a method that is not cached shares nothing', () => {
  expect(cachedMethods([method({ path: '/{id}' })], {})).toMatchObject([{ collides: [] }]);
});
