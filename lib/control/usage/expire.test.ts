import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  apiKeys,
  auditEntries,
  metricDays,
  metricHours,
  metricMinutes,
  sessions,
  settings,
  usageBatches,
  usageDays,
  usagePlanKeys,
  usagePlans,
  users,
} from '@/db/schema';
import { databases, type TestDatabase } from '@/db/testing';
import { ingest } from '../ingest/ingest';
import { createTestContext, type TestContext } from '../testing';
import { expire } from './expire';
import { noon, usageBatch } from './testing';

const DAY = 86_400_000;

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let context: TestContext;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.clear();
    context = createTestContext(database);
  });
  const daysLeft = async () => {
    const ago = (rows: { start: Date }[]) =>
      rows.map((row) => Math.round((noon - row.start.getTime()) / DAY)).sort((a, b) => a - b);
    const days = await database.db.select().from(usageDays).orderBy(usageDays.day);
    return {
      minutes: ago(await database.db.select({ start: metricMinutes.start }).from(metricMinutes)),
      wholeDays: ago(await database.db.select({ start: metricDays.start }).from(metricDays)).length,
      hours: ago(await database.db.select({ start: metricHours.start }).from(metricHours)),
      days: days.map((row) => Math.round((noon - Date.parse(row.day)) / DAY - 0.5)).reverse(),
    };
  };
  const fill = async (...daysAgo: number[]) => {
    const key = { apiKeyId: 'key', usagePlanId: 'plan', quotaCounted: 1 };
    for (const days of daysAgo) {
      context.clock.now = noon - days * DAY;
      await ingest(context, usageBatch({ ...key, minute: context.clock.now }));
    }
    context.clock.now = noon;
  };

  test('minutes go after a week, hours after the retention, days of quotas not before two months', async () => {
    await fill(0, 6, 8, 61, 89, 91);
    await expire(context);
    expect(await daysLeft()).toEqual({
      minutes: [0, 6],
      hours: [0, 6, 8, 61, 89],
      wholeDays: 5,
      days: [0, 6, 8, 61, 89],
    });
    await database.db.insert(settings).values({ name: 'retentionDays', value: 5 });
    await expire(context);
    expect(await daysLeft()).toEqual({ minutes: [0], hours: [0], wholeDays: 1, days: [0, 6, 8, 61] });
  });

  test('numbers of batches go after two days', async () => {
    await fill(0, 1, 3);
    await expire(context);
    expect(await database.db.select().from(usageBatches)).toHaveLength(2);
  });

  test('keys that are over leave their plans, others stay', async () => {
    const at = new Date(noon);
    const plan = {
      id: 'plan',
      name: 'Plan',
      offeredInPortal: false,
      approvalRequired: false,
      createdDate: at,
    };
    await database.db.insert(usagePlans).values(plan);
    const key = { name: '', enabled: true, valueSealed: '', hint: '', createdDate: at, lastUpdatedDate: at };
    const ends = { over: new Date(noon - 1), soon: new Date(noon + 1), never: null };
    for (const [id, expiresAt] of Object.entries(ends)) {
      await database.db.insert(apiKeys).values({ ...key, id, valueHash: id, expiresAt });
      await database.db.insert(usagePlanKeys).values({ usagePlanId: 'plan', apiKeyId: id });
    }
    expect(await expire(context)).toBe(1);
    const left = await database.db.select().from(usagePlanKeys).orderBy(usagePlanKeys.apiKeyId);
    expect(left.map((row) => row.apiKeyId)).toEqual(['never', 'soon']);
  });

  test('sessions go when they are over', async () => {
    const at = new Date(noon);
    const person = { email: 'ada@example.com', name: 'Ada', role: 'developer', disabled: false } as const;
    await database.db.insert(users).values({ ...person, id: 'ada', sessionVersion: 1, createdDate: at });
    for (const [id, ends] of Object.entries({ over: noon - 1, stands: noon + 1 }))
      await database.db
        .insert(sessions)
        .values({ id, userId: 'ada', sessionVersion: 1, createdDate: at, expiresAt: new Date(ends) });
    expect(await expire(context)).toBe(1);
    expect(await database.db.select({ id: sessions.id }).from(sessions)).toEqual([{ id: 'stands' }]);
  });

  test('failed sign-ins go after a month, what people did stays', async () => {
    const entry = (operation: string, days: number) => ({
      time: new Date(noon - days * DAY),
      actor: 'visitor',
      operation,
      subject: '',
      detail: {},
    });
    const entries = [entry('SignInFailed', 31), entry('SignInFailed', 29), entry('SignUp', 400)];
    await database.db.insert(auditEntries).values(entries);
    expect(await expire(context)).toBe(1);
    const left = await database.db.select().from(auditEntries).orderBy(auditEntries.id);
    expect(left.map((each) => each.operation)).toEqual(['SignInFailed', 'SignUp']);
  });

  test('more than one portion', async () => {
    await database.db.execute(sql`insert into usage_batches
      select 'old', n, ${new Date(noon - 3 * DAY).toISOString()}::timestamptz from generate_series(1, 12001) n`);
    expect(await expire(context)).toBe(12_001);
    expect(await expire(context)).toBe(0);
  });
});
