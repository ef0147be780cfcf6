import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accessKeys, apiKeys, iamUsers, metricHours, metricMinutes, usageDays } from '@/db/schema';
import { databases, type TestDatabase } from '@/db/testing';
import { createTestContext, type TestContext } from '../testing';
import { metricRow, noon, usageBatch } from '../usage/testing';
import { ingest } from './ingest';

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
  const minutes = () => database.db.select().from(metricMinutes).orderBy(metricMinutes.start);

  test('batches add up, histograms element by element, also of different lengths', async () => {
    const cache = { cacheHits: 2, cacheMisses: 1 };
    const errors = { integrationErrors: 3, clientErrors: 4, executionErrors: 5 };
    const figures = {
      calls: 3,
      status2xx: 1,
      status3xx: 0,
      status4xx: 1,
      status5xx: 1,
      throttled: 1,
      ...{ ...cache, ...errors, dataProcessed: 3_000_000_000 },
    };
    await ingest(
      context,
      usageBatch({
        ...figures,
        latency: [
          [0, 1],
          [2, 2],
        ],
        integrationLatency: [],
      }),
    );
    await ingest(context, usageBatch({ ...figures, latency: [[1, 3]], integrationLatency: [[4, 1]] }));
    expect(await minutes()).toMatchObject([
      {
        start: new Date(noon),
        calls: 6,
        status2xx: 2,
        status4xx: 2,
        status5xx: 2,
        throttled: 2,
        cacheHits: 4,
        cacheMisses: 2,
        ...{ integrationErrors: 6, clientErrors: 8, executionErrors: 10, dataProcessed: 6_000_000_000 },
        latency: [1, 3, 2],
        integrationLatency: [0, 0, 0, 0, 1],
      },
    ]);
  });

  test('a batch with nothing measured keeps empty histograms', async () => {
    await ingest(context, usageBatch({}));
    await ingest(context, usageBatch({}));
    expect(await minutes()).toMatchObject([{ calls: 2, latency: [], integrationLatency: [] }]);
  });

  test('a batch sent twice counts once, also at the same time', async () => {
    const key = { apiKeyId: 'key', usagePlanId: 'plan', quotaCounted: 1 };
    const batch = usageBatch(key);
    await Promise.all([ingest(context, batch), ingest(context, batch)]);
    await ingest(context, batch);
    await ingest(context, { ...batch, boot: 'another start' });
    expect(await minutes()).toMatchObject([{ calls: 2 }]);
    expect(await database.db.select().from(usageDays)).toMatchObject([{ used: 2 }]);
  });

  test('rows of one operation within a batch are added, others stay apart', async () => {
    const others = [
      { httpMethod: 'POST' },
      { stageName: 'test' },
      { stageName: 'prod/Canary' },
      { apiKeyId: 'k' },
      { minute: noon + 60_000 },
    ];
    await ingest(context, usageBatch({}, {}, ...others));
    expect((await minutes()).map((row) => row.calls).sort()).toEqual([1, 1, 1, 1, 1, 2]);
  });

  test('minutes are kept by the hour too', async () => {
    await ingest(
      context,
      usageBatch(
        { latency: [[1, 1]], cacheHits: 1 },
        { minute: noon + 59 * 60_000, latency: [[1, 1]], cacheHits: 1, cacheMisses: 1 },
      ),
    );
    await ingest(context, usageBatch({ minute: noon + 60 * 60_000 }));
    const hours = await database.db.select().from(metricHours).orderBy(metricHours.start);
    expect(hours).toMatchObject([
      { start: new Date(noon), calls: 2, cacheHits: 2, cacheMisses: 1, latency: [0, 2] },
      { start: new Date(noon + 3_600_000), calls: 1 },
    ]);
  });

  test('quotas count by UTC day', async () => {
    const key = { apiKeyId: 'key', usagePlanId: 'plan' };
    const midnight = Date.UTC(2026, 0, 16);
    const rows = [
      { ...key, minute: midnight - 60_000, quotaCounted: 2 },
      { ...key, minute: midnight - 60_000, quotaCounted: 1, httpMethod: 'POST' },
      { ...key, minute: midnight, quotaCounted: 5 },
      { ...key, minute: midnight, quotaCounted: 0, httpMethod: 'POST' },
    ];
    await ingest(context, usageBatch(...rows));
    await ingest(context, usageBatch(...rows.slice(0, 1)));
    expect(await database.db.select().from(usageDays).orderBy(usageDays.day)).toEqual([
      { usagePlanId: 'plan', apiKeyId: 'key', quotaOwnerId: 'key', day: '2026-01-15', used: 5, granted: 0 },
      { usagePlanId: 'plan', apiKeyId: 'key', quotaOwnerId: 'key', day: '2026-01-16', used: 5, granted: 0 },
    ]);
  });

  test('a key notes its last use, a late batch by its own time, never backwards', async () => {
    const at = new Date(noon - 86_400_000);
    const key = { name: '', enabled: true, valueSealed: '', hint: '', createdDate: at, lastUpdatedDate: at };
    await database.db.insert(apiKeys).values([
      { ...key, id: 'now', valueHash: '1' },
      { ...key, id: 'late', valueHash: '2' },
      { ...key, id: 'never', valueHash: '3' },
    ]);
    context.clock.now = noon + 5_000;
    await ingest(
      context,
      usageBatch({ apiKeyId: 'now' }, { apiKeyId: 'late', minute: noon - 600_000 }, { apiKeyId: 'gone' }),
    );
    await ingest(context, usageBatch({ apiKeyId: 'now', minute: noon - 600_000 }));
    const rows = await database.db.select().from(apiKeys).orderBy(apiKeys.id);
    expect(rows.map((row) => [row.id, row.lastUsedAt?.getTime()])).toEqual([
      ['late', noon - 600_000 + 59_999],
      ['never', undefined],
      ['now', noon + 5_000],
    ]);
  });

  test('an access key notes its last use to the minute, never backwards; one that is gone hurts nothing', async () => {
    const createdDate = new Date(noon);
    await database.db
      .insert(iamUsers)
      .values({ userName: 'ada', userId: 'AIDA', createdDate, inlinePolicies: {} });
    const key = { userName: 'ada', status: 'Active' as const, secretSealed: '', createdDate };
    await database.db.insert(accessKeys).values([
      { ...key, accessKeyId: 'used' },
      { ...key, accessKeyId: 'never' },
    ]);
    const used = (time: number) =>
      ingest(context, {
        ...usageBatch({}),
        accessKeys: [
          ['used', time],
          ['gone', time],
        ],
      });
    const noted = async () => {
      const rows = await database.db.select().from(accessKeys).orderBy(accessKeys.accessKeyId);
      return rows.map((row) => row.lastUsedAt?.getTime());
    };
    await used(noon);
    expect(await noted()).toEqual([undefined, noon]);
    for (const time of [noon - 600_000, noon + 59_000]) await used(time);
    expect(await noted()).toEqual([undefined, noon]);
    await used(noon + 61_000);
    expect(await noted()).toEqual([undefined, noon + 61_000]);
  });

  test('a batch of 2,500 rows and many batches at once', async () => {
    const rows = Array.from({ length: 2_500 }, (_, index) =>
      metricRow({ resourcePath: `/${index % 2_400}` }),
    );
    await Promise.all(
      [usageBatch(...rows), usageBatch(...[...rows].reverse())].map((batch) => ingest(context, batch)),
    );
    const all = await minutes();
    expect(all).toHaveLength(2_400);
    expect(all.reduce((sum, row) => sum + row.calls, 0)).toBe(5_000);
  });

  test('a batch that cannot be written leaves nothing, and may come again', async () => {
    const batch = usageBatch({}, { httpMethod: 'POST', calls: 2 ** 40 });
    await expect(ingest(context, batch)).rejects.toThrow();
    expect(await minutes()).toEqual([]);
    await ingest(context, { ...batch, rows: batch.rows.slice(0, 1) });
    expect(await minutes()).toHaveLength(1);
  });
});
