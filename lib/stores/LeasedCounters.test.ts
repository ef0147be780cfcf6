import type { BucketRequest, QuotaRequest } from '@gatehouse/gateway/ports';
import { afterEach, expect, test } from 'vitest';
import { CounterOwner } from './CounterOwner';
import { LeasedCounters } from './LeasedCounters';
import type { RestoredQuota } from './QuotaLedger';

const clock = { monotonic: 0, now: Date.parse('2026-11-21T10:00:00Z') };
const ports = { now: () => clock.now, monotonic: () => clock.monotonic };
const logged: string[] = [];
const log = { error: (message: string) => void logged.push(message) };
const open: LeasedCounters[] = [];

afterEach(() => {
  for (const counters of open.splice(0)) counters.close();
  clock.monotonic = 0;
  logged.length = 0;
});

/** One owner and its workers, every message a JSON text of its own event-loop turn as between processes. */
function machine(workers: number, restored: RestoredQuota[] | null = []) {
  const owner = new CounterOwner(ports, log, 20);
  const messages = { count: 0 };
  if (restored) owner.restoreQuotas(restored);
  const counters = Array.from({ length: workers }, (_, index) => {
    const made: LeasedCounters = new LeasedCounters(
      (ask) => {
        messages.count += 1;
        setImmediate(() =>
          owner.ask(`${index}`, JSON.parse(JSON.stringify(ask)), (reply) =>
            setImmediate(() => made.receive(reply)),
          ),
        );
      },
      ports,
      log,
    );
    open.push(made);
    return made;
  });
  return { owner, counters, messages };
}

const bucket = (key: string, burstLimit: number, rateLimit = 0): BucketRequest => ({
  key,
  throttle: { burstLimit, rateLimit },
});
const quota = (limit: number): QuotaRequest => ({
  usagePlanId: 'plan',
  quotaOwnerId: 'key',
  quota: { limit, offset: 0, period: 'DAY' },
});

async function count(answers: ({ taken: boolean } | Promise<{ taken: boolean }>)[]): Promise<number> {
  return (await Promise.all(answers)).filter((answer) => answer.taken).length;
}

test.each([
  { burst: 100, workers: 2 },
  { burst: 1, workers: 4 },
  { burst: 999, workers: 3 },
  { burst: 0, workers: 2 },
])('$workers workers let exactly $burst of 1,000 calls through a burst of $burst', async ({
  burst,
  workers,
}) => {
  const { counters } = machine(workers);
  const calls = Array.from({ length: 1_000 }, (_, index) =>
    counters[index % workers]?.takeTokens([bucket('stage', burst)]),
  );
  expect(await count(calls.flatMap((call) => call ?? []))).toBe(burst);
});

test('a generous limit is never exceeded and costs far fewer messages than calls', async () => {
  const { counters, messages } = machine(2);
  let passed = 0;
  for (let call = 0; call < 12_000; call += 1) {
    const answer = await counters[call % 2]?.takeTokens([bucket('account', 10_000)]);
    if (answer?.taken) passed += 1;
  }
  expect(passed).toBeLessThanOrEqual(10_000);
  expect(passed).toBeGreaterThan(9_900);
  expect(messages.count).toBeLessThan(5_000);
});

test('one token of every bucket or of none', async () => {
  const { counters } = machine(1);
  const [one] = counters;
  const both = [bucket('account', 5_000), bucket('plan', 2)];
  expect(await count(Array.from({ length: 5 }, () => one?.takeTokens(both) ?? []).flat())).toBe(2);
  const alone = Array.from({ length: 6_000 }, () => one?.takeTokens([bucket('account', 5_000)]) ?? []).flat();
  expect(await count(alone)).toBe(4_998);
});

test('a refusal names the bucket that was empty', async () => {
  const { counters } = machine(1);
  const both = [bucket('stage', 10), bucket('method', 0)];
  expect(await counters[0]?.takeTokens(both)).toEqual({ taken: false, refused: 'method' });
});

test('tokens flow in on monotonic time only', async () => {
  const { counters } = machine(1);
  const take = async () => (await counters[0]?.takeTokens([bucket('slow', 1, 10)]))?.taken;
  expect(await take()).toBe(true);
  clock.now += 86_400_000;
  expect(await take()).toBe(false);
  clock.now -= 86_400_000;
  clock.monotonic += 100;
  expect(await take()).toBe(true);
});

test('leases of a dead worker go back, never above the burst', async () => {
  const { owner, counters } = machine(2);
  await counters[0]?.takeTokens([bucket('shared', 2_000)]);
  owner.holderGone('0');
  const calls = Array.from({ length: 3_000 }, () => counters[1]?.takeTokens([bucket('shared', 2_000)]) ?? []);
  expect(await count(calls.flat())).toBe(1_999);
});

test('a quota is counted exactly over workers, on top of what the database counted', async () => {
  const start = Date.parse('2026-11-21T00:00:00Z');
  const restored = {
    usagePlanId: 'plan',
    quotaOwnerId: 'key',
    periodStart: start,
    firstPeriodStart: 0,
    used: 60,
  };
  const { counters } = machine(2, [restored]);
  const calls = Array.from({ length: 300 }, (_, index) => counters[index % 2]?.takeQuota(quota(100)) ?? []);
  expect(await count(calls.flat())).toBe(40);
});

test('a generous quota is never exceeded, not even over the end of its period', async () => {
  const { counters } = machine(2);
  const take = async (calls: number) => {
    let passed = 0;
    for (let call = 0; call < calls; call += 1)
      if ((await counters[call % 2]?.takeQuota(quota(3_000)))?.taken) passed += 1;
    return passed;
  };
  await take(100);
  clock.now += 86_400_000;
  const passed = await take(4_000);
  clock.now -= 86_400_000;
  expect(passed).toBeLessThanOrEqual(3_000);
  expect(passed).toBeGreaterThan(2_900);
});

test('while the database has not told its counts, calls wait, then pass and are counted', async () => {
  const { owner, counters } = machine(1, null);
  const calls = Array.from({ length: 50 }, () => counters[0]?.takeQuota(quota(10)) ?? []).flat();
  expect(await count(calls)).toBe(50);
  expect(logged).toHaveLength(1);
  owner.restoreQuotas([]);
  expect(await count([counters[0]?.takeQuota(quota(10)) ?? []].flat())).toBe(0);
});

test('a restore that comes in time is what waiting calls are counted against', async () => {
  const { owner, counters } = machine(1, null);
  const calls = Array.from({ length: 5 }, () => counters[0]?.takeQuota(quota(3)) ?? []).flat();
  owner.restoreQuotas([]);
  expect(await count(calls)).toBe(3);
});

test.each([
  { rule: 'nobody has called yet', before: 0 },
  { rule: 'calls have been made', before: 3 },
])('what UpdateUsage grants is let through: $rule', async ({ before }) => {
  const { owner, counters } = machine(2);
  const day = Date.parse('2026-11-21T00:00:00Z');
  const calls = (count: number, limit: number) =>
    Promise.all(
      Array.from({ length: count }, (_, index) => counters[index % 2]?.takeQuota(quota(limit))),
    ).then((answers) => answers.filter((answer) => answer?.taken).length);
  expect(await calls(before, 5)).toBe(before);
  const granted = { usagePlanId: 'plan', quotaOwnerId: 'key', periodStart: day, firstPeriodStart: day };
  owner.grantQuota({ ...granted, granted: 4 });
  owner.grantQuota({ ...granted, granted: -1 });
  expect(await calls(20, 5)).toBe(8 - before);
  // A control process that starts again tells all that the database has: what was lost on the way comes after.
  owner.restoreQuotas([{ ...granted, used: 8, granted: 5 }]);
  expect(await calls(20, 5)).toBe(2);
  owner.restoreQuotas([{ ...granted, used: 10, granted: 5 }]);
  expect(await calls(20, 5)).toBe(0);
});
