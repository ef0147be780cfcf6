import { expect, test } from 'vitest';
import type { MethodSetting } from '@/lib/model/stage';
import { loggingDraftOf, withLogging } from './loggingDraft';

const settings: Record<string, MethodSetting> = {
  '/a/GET': { loggingLevel: 'ERROR', throttlingRateLimit: 1, throttlingBurstLimit: 2 },
  '/b/GET': { dataTraceEnabled: true },
  '/c/GET': { cachingEnabled: true },
};

test('a draft is what settings say of logs; what one leaves out is every method’s', () => {
  expect(loggingDraftOf({ loggingLevel: 'INFO' }, settings)).toEqual({
    every: { level: 'INFO', dataTrace: false },
    own: { '/a/GET': { level: 'ERROR', dataTrace: false }, '/b/GET': { level: 'INFO', dataTrace: true } },
  });
  expect(loggingDraftOf({}, {})).toEqual({ every: { level: 'OFF', dataTrace: false }, own: {} });
});

test('written back: limits and caching stay, and an entry that says nothing more goes', () => {
  const own = { '/d/GET': { level: 'OFF' as const, dataTrace: false } };
  expect(withLogging(settings, own)).toEqual({
    '/a/GET': { throttlingRateLimit: 1, throttlingBurstLimit: 2 },
    '/c/GET': { cachingEnabled: true },
    '/d/GET': { loggingLevel: 'OFF', dataTraceEnabled: false },
  });
});
