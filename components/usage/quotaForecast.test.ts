import { expect, test } from 'vitest';
import type { QuotaState } from '@/lib/model/usage';
import { forecastText, scarcest, usedUpAt } from './quotaForecast';

const at = (text: string) => Date.parse(text);
const day = (limit: number, used: number): QuotaState => ({
  usagePlanId: 'plan',
  usagePlanName: 'Free',
  quotaOwnerId: 'key',
  limit,
  used,
  period: 'DAY',
  resetsAt: at('2026-07-02T00:00:00Z'),
});
const noon = at('2026-07-01T12:00:00Z');

test.each([
  ['half the day used half: it just lasts', day(100, 50), null, "At this period's rate 0 left at the reset"],
  ['a quarter by noon', day(100, 25), null, "At this period's rate 50 left at the reset"],
  [
    'two thirds by noon',
    day(90, 60),
    at('2026-07-01T18:00:00Z'),
    "At this period's rate used up in 6 hours, 1 Jul 2026, 18:00 UTC",
  ],
  ['nothing', day(100, 0), null, 'Nothing used in this period'],
  ['all', day(100, 100), noon, 'Used up: calls get 429 until 2 Jul 2026, 00:00 UTC'],
  [
    'more than all, after the limit was lowered',
    day(50, 80),
    noon,
    'Used up: calls get 429 until 2 Jul 2026, 00:00 UTC',
  ],
  ['a quota of nothing', day(0, 0), noon, 'Used up: calls get 429 until 2 Jul 2026, 00:00 UTC'],
])('%s', (_name, quota, end, text) => {
  expect(usedUpAt(quota, noon)).toBe(end);
  expect(forecastText(quota, noon)).toBe(text);
});

test('a week counts from Monday, UTC', () => {
  const quota: QuotaState = { ...day(300, 100), period: 'WEEK', resetsAt: at('2026-07-06T00:00:00Z') };
  // Wednesday noon: 60 hours of the week took 100, the other 200 take 120 hours more than the week has
  expect(usedUpAt(quota, noon)).toBeNull();
  expect(usedUpAt({ ...quota, used: 200 }, noon)).toBe(at('2026-07-02T18:00:00Z'));
});

test('the quota that is nearest to its end counts, not the smallest', () => {
  expect(scarcest([day(10, 1), day(1_000_000, 900_000), day(100, 50)])?.limit).toBe(1_000_000);
  expect(scarcest([])).toBeUndefined();
});
