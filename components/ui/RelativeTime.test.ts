import { expect, test } from 'vitest';
import { relativeTime } from './RelativeTime';

const now = Date.UTC(2026, 5, 1);
test.each([
  [-10_000, 'just now'],
  [-180_000, '3 minutes ago'],
  [-7_200_000, '2 hours ago'],
  [-86_400_000, 'yesterday'],
  [3_600_000, 'in 1 hour'],
])('a distance of %d ms reads %s', (distance, text) => {
  expect(relativeTime(now + distance, now)).toBe(text);
});
