import { expect, test } from 'vitest';
import { TryLimit } from './TryLimit';

const taken = (limit: TryLimit, count: number, now: number) =>
  Array.from({ length: count }, () => limit.take('pets/prod', now)).filter(Boolean).length;

test('ten at once, then three for each second that goes by, and never more than ten', () => {
  const limit = new TryLimit();
  expect(taken(limit, 50, 0)).toBe(10);
  expect(taken(limit, 50, 1_000)).toBe(3);
  expect(taken(limit, 50, 1_250)).toBe(0);
  expect(taken(limit, 50, 2_000)).toBe(3);
  expect(taken(limit, 50, 3_600_000)).toBe(10);
});
