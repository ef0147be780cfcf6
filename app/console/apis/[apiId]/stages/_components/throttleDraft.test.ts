import { expect, test } from 'vitest';
import { stageUpdate } from '@/lib/model/stage';
import { burstField, type MethodSettings, rateField, throttleRows, withThrottles } from './throttleDraft';

const limit = { throttlingRateLimit: 2.5, throttlingBurstLimit: 5 };
const stored: MethodSettings = {
  '*/*': { ...limit, cachingEnabled: true },
  '/pets/GET': { cacheTtlInSeconds: 60 },
  '/pets/POST': limit,
};

test('the lines are those entries that limit', () => {
  expect(throttleRows(stored)).toEqual([
    { key: '*/*', rateLimit: '2.5', burstLimit: '5' },
    { key: '/pets/POST', rateLimit: '2.5', burstLimit: '5' },
  ]);
});

test('untouched lines change nothing', () => {
  expect(withThrottles(stored, throttleRows(stored))).toEqual(stored);
});

test('without lines caching stays, and an entry that says nothing goes', () => {
  expect(withThrottles(stored, [])).toEqual({
    '*/*': { cachingEnabled: true },
    '/pets/GET': { cacheTtlInSeconds: 60 },
  });
});

test('a line for a method that is cached joins its entry', () => {
  const line = { key: '/pets/GET', rateLimit: '1', burstLimit: '2' };
  expect(withThrottles(stored, [line])['/pets/GET']).toEqual({
    cacheTtlInSeconds: 60,
    throttlingRateLimit: 1,
    throttlingBurstLimit: 2,
  });
});

test.each([
  ['an empty rate', { rateLimit: ' ' }, rateField('/pets/GET')],
  ['a rate below -1, which stands for none of its own', { rateLimit: '-2' }, rateField('/pets/GET')],
  ['half a call at once', { burstLimit: '1.5' }, burstField('/pets/GET')],
])('%s is refused at a field of its line', (_rule, change, field) => {
  const line = { key: '/pets/GET', rateLimit: '1', burstLimit: '2', ...change };
  const result = stageUpdate.safeParse({ methodSettings: withThrottles(stored, [line]) });
  expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});
