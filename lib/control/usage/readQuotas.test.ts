import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { apiKeys, usagePlanKeys, usagePlans } from '@/db/schema';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { QuotaSettings } from '@/lib/model/throttle';
import { ingest } from '../ingest/ingest';
import { createTestContext, type TestContext } from '../testing';
import { quotaCounts, readQuotas } from './readQuotas';
import { noon, usageBatch } from './testing';

const DAY = 86_400_000;
let database: TestDatabase;
let context: TestContext;
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  context = createTestContext(database);
});

/** A plan with a key that joined it `joined`; both have the plan's name. */
async function plan(id: string, quota: QuotaSettings | null, joined = noon - 60 * DAY): Promise<void> {
  const at = new Date(joined);
  const key = { name: id, enabled: true, valueSealed: '', hint: '', createdDate: at, lastUpdatedDate: at };
  const row = { id, name: id, offeredInPortal: false, approvalRequired: false, createdDate: at, quota };
  await database.db.insert(usagePlans).values(row);
  await database.db.insert(apiKeys).values({ ...key, id, valueHash: id });
  await database.db.insert(usagePlanKeys).values({ usagePlanId: id, apiKeyId: id, createdDate: at });
}
/** `count` calls at noon, so many days before Thursday 15 January. */
const used = (id: string, count: number, daysAgo: number) =>
  ingest(
    context,
    usageBatch({ usagePlanId: id, apiKeyId: id, minute: noon - daysAgo * DAY, quotaCounted: count }),
  );

test.each([
  ['DAY', 1, '2026-01-16T00:00:00Z', '2026-01-15T00:00:00Z'],
  ['WEEK', 11, '2026-01-19T00:00:00Z', '2026-01-12T00:00:00Z'],
  ['MONTH', 1_111, '2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z'],
] as const)('a quota by %s has used %d', async (period, expected, end, start) => {
  await plan('plan', { limit: 5_000, offset: 0, period });
  await used('plan', 1, 0);
  await used('plan', 10, 3);
  await used('plan', 100, 4);
  await used('plan', 1_000, 14);
  await used('plan', 10_000, 15);
  expect(await readQuotas(context.ports.db, new Date(noon), {})).toEqual([
    {
      usagePlanId: 'plan',
      usagePlanName: 'plan',
      quotaOwnerId: 'plan',
      limit: 5_000,
      used: expected,
      period,
      resetsAt: Date.parse(end),
    },
  ]);
  expect(await quotaCounts(context)).toMatchObject([{ used: expected, periodStart: Date.parse(start) }]);
});

test('the offset counts in the period in which the key joined, and in no other', async () => {
  const quota: QuotaSettings = { limit: 10, offset: 4, period: 'WEEK' };
  await plan('new', quota, noon);
  await plan('old', quota, noon - 7 * DAY);
  const states = await readQuotas(context.ports.db, new Date(noon), {});
  expect(states.map((state) => [state.quotaOwnerId, state.limit])).toEqual([
    ['new', 6],
    ['old', 10],
  ]);
  // The new key stands where any new counter stands; the old one must not be taken for new.
  expect(await quotaCounts(context)).toEqual([
    {
      usagePlanId: 'old',
      quotaOwnerId: 'old',
      periodStart: Date.UTC(2026, 0, 12),
      used: 0,
      firstPeriodStart: Date.UTC(2026, 0, 5),
    },
  ]);
});

test('plans without a quota and other plans and keys are left out', async () => {
  const quota: QuotaSettings = { limit: 10, offset: 0, period: 'DAY' };
  await plan('free', null);
  await plan('a', quota);
  await plan('b', quota);
  await used('free', 1, 0);
  await used('b', 2, 0);
  const read = async (filter: Parameters<typeof readQuotas>[2]) =>
    (await readQuotas(context.ports.db, new Date(noon), filter)).map((state) => [
      state.quotaOwnerId,
      state.used,
    ]);
  expect(await read({})).toEqual([
    ['b', 2],
    ['a', 0],
  ]);
  expect(await read({ usagePlanId: 'a' })).toEqual([['a', 0]]);
  expect(await read({ quotaOwnerIds: ['b', 'free'] })).toEqual([['b', 2]]);
  expect(await read({ quotaOwnerIds: [] })).toEqual([]);
  expect((await quotaCounts(context)).map((count) => count.quotaOwnerId)).toEqual(['b']);
});
