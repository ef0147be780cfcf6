import { expect, test } from 'vitest';
import { quotaPeriodEnd, quotaPeriodStart } from './quotaPeriod';

test.each([
  ['DAY', '2026-03-04T23:59:59.999Z', '2026-03-04T00:00:00Z', '2026-03-05T00:00:00Z'],
  ['DAY', '2026-03-05T00:00:00Z', '2026-03-05T00:00:00Z', '2026-03-06T00:00:00Z'],
  ['WEEK', '2026-03-01T10:00:00Z', '2026-02-23T00:00:00Z', '2026-03-02T00:00:00Z'],
  ['WEEK', '2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z', '2026-03-09T00:00:00Z'],
  ['MONTH', '2026-12-31T23:59:59Z', '2026-12-01T00:00:00Z', '2027-01-01T00:00:00Z'],
  ['MONTH', '2028-02-29T00:00:00Z', '2028-02-01T00:00:00Z', '2028-03-01T00:00:00Z'],
] as const)('the %s of %s runs from %s to %s', (period, at, start, end) => {
  expect(quotaPeriodStart(period, Date.parse(at))).toBe(Date.parse(start));
  expect(quotaPeriodEnd(period, Date.parse(at))).toBe(Date.parse(end));
});
