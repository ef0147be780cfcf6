import { expect, test } from 'vitest';
import { QuotaCounter, quotaPeriodEnd, quotaPeriodStart } from './QuotaCounter';

const at = (text: string) => Date.parse(text);
const noon = at('2026-03-04T12:00:00Z');

test.each([
  ['DAY', '2026-03-04T23:59:59.999Z', '2026-03-04T00:00:00Z', '2026-03-05T00:00:00Z'],
  ['DAY', '2026-03-05T00:00:00Z', '2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z'],
  ['WEEK', '2026-03-01T10:00:00Z', '2026-02-23T00:00:00Z', '2026-03-02T00:00:00Z'],
  ['WEEK', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z'],
  ['MONTH', '2026-12-31T23:59:59Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ['MONTH', '2028-02-29T00:00:00Z', '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z'],
] as const)('the %s of %s runs from %s to %s', (period, now, start, end) => {
  expect(quotaPeriodStart(period, at(now))).toBe(at(start));
  expect(quotaPeriodEnd(period, at(start))).toBe(at(end));
});

test('a quota allows its limit in a period and the whole limit in the next', () => {
  const counter = QuotaCounter.begin({ limit: 3, offset: 0, period: 'DAY' }, noon);
  expect(counter.take(5, noon)).toBe(3);
  expect(counter.take(1, noon + 1)).toBe(0);
  expect(counter.take(1, noon + 86_400_000)).toBe(1);
});

test('the offset is subtracted in the first period only', () => {
  const counter = QuotaCounter.begin({ limit: 10, offset: 4, period: 'WEEK' }, noon);
  expect(counter.remaining(noon)).toBe(6);
  expect(counter.remaining(noon + 7 * 86_400_000)).toBe(10);
});

test('F9: a clock that goes back over midnight and forth again counts the day once', () => {
  const counter = QuotaCounter.begin({ limit: 3, offset: 0, period: 'DAY' }, at('2026-03-04T23:59:59Z'));
  expect(counter.take(3, at('2026-03-04T23:59:59Z'))).toBe(3);
  expect(counter.take(3, at('2026-03-05T00:00:01Z'))).toBe(3);
  expect(counter.take(1, at('2026-03-04T23:59:59Z'))).toBe(0);
  expect(counter.take(1, at('2026-03-05T00:00:02Z'))).toBe(0);
});

test('a lease given back after its period ended changes nothing', () => {
  const counter = QuotaCounter.begin({ limit: 3, offset: 0, period: 'DAY' }, noon);
  counter.take(3, noon);
  const leased = counter.snapshot().periodStart;
  expect(counter.take(2, noon + 86_400_000)).toBe(2);
  counter.giveBack(3, leased);
  expect(counter.remaining(noon + 86_400_000)).toBe(1);
});

test('a counter restored from its state goes on where it stood', () => {
  const quota = { limit: 5, offset: 1, period: 'MONTH' } as const;
  const before = QuotaCounter.begin(quota, noon);
  before.take(2, noon);
  expect(new QuotaCounter(quota, before.snapshot()).remaining(noon)).toBe(2);
});

test('a raised limit counts at once', () => {
  const counter = QuotaCounter.begin({ limit: 1, offset: 0, period: 'DAY' }, noon);
  counter.take(1, noon);
  counter.setQuota({ limit: 2, offset: 0, period: 'DAY' });
  expect(counter.take(5, noon)).toBe(1);
});

test('what is granted counts in its period alone, and survives what a lease gives back', () => {
  const quota = { limit: 3, offset: 0, period: 'DAY' } as const;
  const counter = QuotaCounter.begin(quota, noon);
  const today = counter.snapshot().periodStart;
  counter.grant(2, today);
  expect(counter.take(4, noon)).toBe(4);
  counter.giveBack(4, today);
  expect(counter.remaining(noon)).toBe(5);
  counter.grant(-4, today);
  expect(counter.remaining(noon)).toBe(1);
  expect(new QuotaCounter(quota, counter.snapshot()).remaining(noon)).toBe(1);
  counter.grant(7, today - 86_400_000);
  expect(counter.remaining(noon)).toBe(1);
  expect(counter.remaining(noon + 86_400_000)).toBe(3);
});

test('a grant may be the first that a counter hears of a new period', () => {
  const counter = QuotaCounter.begin({ limit: 3, offset: 0, period: 'DAY' }, noon);
  counter.take(3, noon);
  counter.grant(2, counter.snapshot().periodStart + 86_400_000);
  expect(counter.remaining(noon + 86_400_000)).toBe(5);
});
