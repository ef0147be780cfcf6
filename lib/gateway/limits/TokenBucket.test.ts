import { expect, test } from 'vitest';
import { TokenBucket } from './TokenBucket';

const drain = (bucket: TokenBucket, now: number) => bucket.take(1_000_000, now);

test('a new bucket holds its burst and not one token more', () => {
  const bucket = new TokenBucket({ rateLimit: 1, burstLimit: 5 }, 0);
  expect(drain(bucket, 0)).toBe(5);
  expect(bucket.take(1, 0)).toBe(0);
});

test.each([
  { name: 'one token after a tenth of a second at 10/s', rate: 10, burst: 5, after: 100, expected: 1 },
  { name: 'nothing before a whole token has flowed in', rate: 10, burst: 5, after: 99, expected: 0 },
  { name: 'never more than the burst', rate: 10, burst: 5, after: 86_400_000, expected: 5 },
  { name: 'fractions of a token a second', rate: 0.5, burst: 1, after: 2_000, expected: 1 },
  { name: 'rate 0 never refills', rate: 0, burst: 3, after: 1e9, expected: 0 },
  { name: 'burst 0 never gives', rate: 100, burst: 0, after: 1_000, expected: 0 },
])('refill: $name', ({ rate, burst, after, expected }) => {
  const bucket = new TokenBucket({ rateLimit: rate, burstLimit: burst }, 0);
  drain(bucket, 0);
  expect(drain(bucket, after)).toBe(expected);
});

test('many small refills add up to whole tokens', () => {
  const bucket = new TokenBucket({ rateLimit: 100, burstLimit: 10 }, 0);
  drain(bucket, 0);
  for (let now = 1; now <= 10; now += 1) bucket.available(now);
  expect(bucket.take(1, 10)).toBe(1);
});

test('F9: a clock that jumps back gives nothing and sticks nothing', () => {
  const bucket = new TokenBucket({ rateLimit: 10, burstLimit: 5 }, 1_000_000);
  drain(bucket, 1_000_000);
  expect(bucket.take(1, 0)).toBe(0);
  expect(bucket.take(1, 999_999)).toBe(0);
  expect(bucket.take(1, 1_000_100)).toBe(1);
});

test('F9: back a second every ten seconds never lets more than burst + rate x time through', () => {
  const bucket = new TokenBucket({ rateLimit: 10, burstLimit: 5 }, 0);
  let taken = 0;
  let latest = 0;
  for (let step = 0; step < 1_000; step += 1) {
    const now = step * 50 - Math.floor(step / 200) * 1_000;
    latest = Math.max(latest, now);
    taken += drain(bucket, now);
  }
  expect(taken).toBeLessThanOrEqual(5 + (latest * 10) / 1_000);
  expect(taken).toBeGreaterThan((latest * 10) / 1_000 - 15);
});

test('tokens of a lease come back, up to the burst', () => {
  const bucket = new TokenBucket({ rateLimit: 0, burstLimit: 5 }, 0);
  expect(bucket.take(4, 0)).toBe(4);
  bucket.giveBack(3, 0);
  expect(bucket.available(0)).toBe(4);
  bucket.giveBack(9, 0);
  expect(bucket.available(0)).toBe(5);
  expect(bucket.isFull(0)).toBe(true);
});

test('a smaller burst takes effect at once, a bigger one gives no tokens of its own', () => {
  const bucket = new TokenBucket({ rateLimit: 0, burstLimit: 10 }, 0);
  bucket.setThrottle({ rateLimit: 0, burstLimit: 3 }, 0);
  expect(bucket.available(0)).toBe(3);
  bucket.setThrottle({ rateLimit: 0, burstLimit: 50 }, 0);
  expect(bucket.available(0)).toBe(3);
});
