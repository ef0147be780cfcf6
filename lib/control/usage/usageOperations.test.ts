import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiKeys, metricDays, metricHours, metricMinutes, restApis } from '@/db/schema';
import { createTestDb, type TestDatabase } from '@/db/testing';
import { latencyBucket } from '@/lib/model/latencyBuckets';
import type { Control } from '../control';
import { createControl } from '../createControl';
import { ingest } from '../ingest/ingest';
import { createTestContext, type TestContext, testActor } from '../testing';
import { noon, usageBatch } from './testing';
import { usageOperations } from './usageOperations';
import type { MetricTable } from './usageWindow';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const viewer = testActor('viewer');
const lastHour = { from: noon - HOUR, to: noon };
let database: TestDatabase;
let context: TestContext;
let usage: Control['usage'];

beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  context = createTestContext(database);
  usage = usageOperations(context);
});
/** `count` calls of about `ms` each */
const calls = (count: number, ms: number) => ({
  calls: count,
  status2xx: count,
  latency: [[latencyBucket(ms), count]] as [number, number][],
});

describe('report', () => {
  test('without data is a whole series of zeros and nulls', async () => {
    const report = await usage.report(viewer, { range: lastHour });
    const nothing = { p50: null, p90: null, p99: null };
    expect(report).toMatchObject({ ...lastHour, step: MINUTE, total: { calls: 0, latency: nothing } });
    expect(report.series).toHaveLength(60);
    expect(report.series[59]).toEqual({
      time: noon - MINUTE,
      calls: 0,
      status: { '2XX': 0, '3XX': 0, '4XX': 0, '5XX': 0 },
      throttled: 0,
      cacheHits: 0,
      cacheMisses: 0,
      latency: nothing,
      integrationLatency: nothing,
    });
  });

  test('counts what a batch brought, at once', async () => {
    const at = noon - 10 * MINUTE;
    const mixed = { calls: 4, status2xx: 1, status3xx: 1, status4xx: 1, status5xx: 1, throttled: 1 };
    await ingest(context, usageBatch({ minute: at, ...mixed, integrationLatency: [[10, 1]] }));
    const { total, series } = await usage.report(viewer, { range: lastHour });
    const point = series.find(({ time }) => time === at);
    expect(point).toMatchObject({
      calls: 4,
      status: { '2XX': 1, '3XX': 1, '4XX': 1, '5XX': 1 },
      throttled: 1,
    });
    expect(total).toEqual({ ...point, time: undefined });
    expect(series.filter((each) => each.calls > 0)).toHaveLength(1);
  });

  test('percentiles of the total come from all calls, not from the points', async () => {
    await ingest(
      context,
      usageBatch(
        { minute: noon - 5 * MINUTE, ...calls(98, 10) },
        { minute: noon - 4 * MINUTE, ...calls(2, 1_000) },
      ),
    );
    const { total } = await usage.report(viewer, { range: lastHour });
    expect(total.latency.p50).toBeGreaterThan(8);
    expect(total.latency.p50).toBeLessThan(12.5);
    expect(total.latency.p90).toBeLessThan(12.5);
    expect(total.latency.p99).toBeGreaterThan(800);
    expect(total.latency.p99).toBeLessThan(1_250);
  });

  test.each([
    ['1 hour', HOUR, MINUTE, 60],
    ['6 hours', 6 * HOUR, 3 * MINUTE, 120],
    ['a day', DAY, HOUR, 24],
    ['a week', 7 * DAY, 2 * HOUR, 84],
    ['10 days', 10 * DAY, 2 * HOUR, 120],
    // Days begin at midnight: the range of 30 of them to noon touches 31.
    ['30 days', 30 * DAY, DAY, 31],
    ['400 days', 400 * DAY, 4 * DAY, 101],
  ])('%s is drawn in steps that fit', async (_, span, step, points) => {
    const minute = Math.floor((noon - span / 2) / HOUR) * HOUR;
    await ingest(context, usageBatch({ minute, calls: 7 }));
    const report = await usage.report(viewer, { range: { from: noon - span, to: noon } });
    expect(report.step).toBe(step);
    expect(report.series).toHaveLength(points);
    expect(report.total.calls).toBe(7);
    const busy = report.series.filter((point) => point.calls > 0);
    expect(busy.map((point) => point.time)).toEqual([Math.floor(minute / step) * step]);
  });

  test('an hour of long ago is read by the hour: its minutes have expired', async () => {
    const then = noon - 30 * DAY;
    await ingest(context, usageBatch({ minute: then + 30 * MINUTE }));
    const report = await usage.report(viewer, { range: { from: then, to: then + HOUR } });
    expect(report).toMatchObject({ step: HOUR, total: { calls: 1 } });
  });

  test.each([
    ['API', { restApiId: 'api0000001' }, 3],
    ['stage', { restApiId: 'api0000001', stageName: 'test' }, 2],
    ['key', { apiKeyId: 'key1' }, 5],
    ['nothing there', { restApiId: 'none' }, 0],
    ['SQL', { restApiId: "' or 1=1 --" }, 0],
  ])('is narrowed by %s', async (_, filter, expected) => {
    await ingest(
      context,
      usageBatch(
        { minute: noon - MINUTE },
        { minute: noon - MINUTE, stageName: 'test', calls: 2, apiKeyId: 'key1' },
        { minute: noon - MINUTE, restApiId: 'api0000002', calls: 3, apiKeyId: 'key1' },
      ),
    );
    const { total } = await usage.report(viewer, { range: lastHour, ...filter });
    expect(total.calls).toBe(expected);
  });

  test.each([
    ['ends before it begins', { from: noon, to: noon - 1 }],
    ['is empty', { from: noon, to: noon }],
    ['spans more than 400 days', { from: noon - 401 * DAY, to: noon }],
    ['is no number', { from: Number.NaN, to: noon }],
    ['is broken', { from: noon - 0.5, to: noon }],
    ['has no end', { from: noon, to: Number.POSITIVE_INFINITY }],
    ['lies before time', { from: -1, to: noon }],
  ])('a range that %s is refused', async (_, range) => {
    for (const read of [usage.report, usage.topOperations, usage.topConsumers, usage.byApi])
      await expect(read(viewer, { range })).rejects.toMatchObject({ code: 'BadRequestException' });
  });
});

describe('a stage with a canary', () => {
  beforeEach(() =>
    ingest(
      context,
      usageBatch(
        { minute: noon - MINUTE, ...calls(9, 10), cacheHits: 4, cacheMisses: 5 },
        { minute: noon - MINUTE, ...calls(1, 1_000), stageName: 'prod/Canary', cacheMisses: 1 },
      ),
    ),
  );

  test.each([
    ['the stage alone', { restApiId: 'api0000001', stageName: 'prod' }, 9, 4, 5],
    ['the canary alone', { restApiId: 'api0000001', stageName: 'prod/Canary' }, 1, 0, 1],
    ['both in a report of the API', { restApiId: 'api0000001' }, 10, 4, 6],
    ['both in a report of everything', {}, 10, 4, 6],
  ])('is counted: %s', async (_name, filter, count, cacheHits, cacheMisses) => {
    const { total, series } = await usage.report(viewer, { range: lastHour, ...filter });
    expect(total).toMatchObject({ calls: count, cacheHits, cacheMisses });
    expect(series.at(-1)).toMatchObject({ calls: count, cacheHits, cacheMisses });
  });

  test('has a line of its own for it', async () => {
    const rows = await usage.byApi(viewer, { range: lastHour });
    expect(rows.map(({ key, calls: count }) => [key, count])).toEqual([
      ['api0000001/prod', 9],
      ['api0000001/prod/Canary', 1],
    ]);
    const [operation] = await usage.topOperations(viewer, { range: lastHour });
    expect(operation).toMatchObject({ calls: 10, cacheHits: 4, cacheMisses: 6 });
  });

  test('counts with both in what the last week brought to the API', async () => {
    const week = await usage.lastWeek(viewer, { restApiId: 'api0000001' });
    expect(week).toMatchObject({ calls: 10 });
  });
});

describe('rankings', () => {
  beforeEach(async () => {
    const at = new Date(noon);
    await database.db.insert(restApis).values({ id: 'api0000001', name: 'Pets', createdDate: at });
    const key = { enabled: true, valueSealed: '', hint: '', createdDate: at, lastUpdatedDate: at };
    await database.db.insert(apiKeys).values({ ...key, id: 'key1', name: 'Phone', valueHash: '1' });
    const minute = noon - MINUTE;
    await ingest(
      context,
      usageBatch(
        { minute, ...calls(5, 10) },
        { minute, ...calls(2, 100), httpMethod: 'POST', apiKeyId: 'key1' },
        { minute, ...calls(9, 10), restApiId: 'api0000002', resourcePath: '', apiKeyId: 'gone' },
        { minute, ...calls(1, 1_000), stageName: 'test', apiKeyId: 'key1' },
      ),
    );
  });
  const lines = async (rows: Promise<{ label: string; calls: number }[]>) =>
    (await rows).map(({ label, calls: count }) => `${count} ${label}`);

  test('operations', async () => {
    expect(await lines(usage.topOperations(viewer, { range: lastHour }))).toEqual([
      '9 Deleted API api0000002: No method matched',
      '6 Pets: GET /pets',
      '2 Pets: POST /pets',
    ]);
    const ofPets = usage.topOperations(viewer, { range: lastHour, restApiId: 'api0000001' });
    expect(await lines(ofPets)).toEqual(['6 GET /pets', '2 POST /pets']);
  });

  test('routes of HTTP and WebSocket APIs, by the name of their API', async () => {
    const { create } = createControl(context).apis;
    const http = await create(testActor('editor'), { name: 'Shop', protocolType: 'HTTP' });
    const socket = await create(testActor('editor'), {
      name: 'Chat',
      protocolType: 'WEBSOCKET',
      routeSelectionExpression: '$request.body.action',
    });
    const minute = noon - MINUTE;
    const chat = { minute, restApiId: socket.apiId, stageName: 'live' };
    await ingest(
      context,
      usageBatch(
        { ...calls(40, 1), ...chat, httpMethod: 'MESSAGE', resourcePath: 'send' },
        { ...calls(30, 1), ...chat, httpMethod: 'CONNECT', resourcePath: '$connect' },
        { ...calls(25, 1), ...chat, httpMethod: 'MESSAGE', resourcePath: '' },
        { ...calls(20, 1), ...chat, httpMethod: 'DISCONNECT', resourcePath: '$disconnect' },
        { ...calls(11, 1), minute, restApiId: http.apiId, stageName: '$default', resourcePath: '$default' },
      ),
    );
    expect((await lines(usage.topOperations(viewer, { range: lastHour }))).slice(0, 5)).toEqual([
      '40 Chat: MESSAGE send',
      '30 Chat: $connect',
      '25 Chat: No route matched',
      '20 Chat: $disconnect',
      '11 Shop: GET $default',
    ]);
    expect((await lines(usage.byApi(viewer, { range: lastHour }))).slice(0, 2)).toEqual([
      '115 Chat · live',
      '11 Shop · $default',
    ]);
  });

  test('consumers', async () => {
    expect(await lines(usage.topConsumers(viewer, { range: lastHour }))).toEqual([
      '9 Deleted key gone',
      '5 Without a key',
      '3 Phone',
    ]);
  });

  test('APIs by stage, each with its own percentiles', async () => {
    const rows = await usage.byApi(viewer, { range: lastHour });
    expect(rows.map((row) => row.key)).toEqual(['api0000002/prod', 'api0000001/prod', 'api0000001/test']);
    expect(rows.map((row) => row.label)).toEqual([
      'Deleted API api0000002 · prod',
      'Pets · prod',
      'Pets · test',
    ]);
    expect(rows[2]?.latency.p50).toBeGreaterThan(800);
    expect(rows[0]?.latency.p50).toBeLessThan(13);
  });

  test('the busiest fifty only, and no more than they are', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      minute: noon - MINUTE,
      ...calls(100 + index, 10),
      resourcePath: `/${index}`,
    }));
    await ingest(context, usageBatch(...many));
    const rows = await usage.topOperations(viewer, { range: lastHour });
    expect(rows.map((row) => row.calls)).toEqual(Array.from({ length: 50 }, (_, index) => 159 - index));
    expect(rows.every((row) => row.latency.p50 !== null)).toBe(true);
  });
});

describe('with up to 100,000 rows', () => {
  /** 278 operations in many minutes, hours or days; operation n is called n + 1 times a row, each in bucket n % 20. */
  const fill = (table: MetricTable, step: string, count: number, end: number) =>
    database.db.execute(sql`insert into ${table}
      select ${new Date(end).toISOString()}::timestamptz - (t * ${step}::interval),
        'api' || n % 3, 'prod', '/' || n, 'GET', 'key' || n % 10, '',
        n + 1, n + 1, 0, 0, 0, 0, array_fill(0, array[n % 20]) || (n + 1), '{}'
      from generate_series(1, ${count}::int) t, generate_series(0, 277) n`);
  const each = Array.from({ length: 278 }, (_, n) => n + 1);
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

  test.each([
    ['minutes', metricMinutes, MINUTE, 360],
    ['hours', metricHours, HOUR, 240],
    ['days', metricDays, DAY, 120],
  ] as const)('by %s', async (name, table, step, count) => {
    const end = noon - 12 * HOUR;
    await fill(table, `1 ${name}`, count, end);
    const range = { from: end - count * step, to: end };
    const report = await usage.report(viewer, { range });
    expect(report.series).toHaveLength(120);
    expect(report.total.calls).toBe(count * sum(each));
    expect(new Set(report.series.map((point) => point.calls)).size).toBe(1);
    const top = await usage.topOperations(viewer, { range, restApiId: 'api1' });
    expect(top.slice(0, 2).map((row) => [row.label, row.calls])).toEqual([
      ['GET /277', 278 * count],
      ['GET /274', 275 * count],
    ]);
    const [busiest] = await usage.topConsumers(viewer, { range });
    expect(busiest?.calls).toBe(count * sum(each.filter((n) => (n - 1) % 10 === 7)));
  });
});

test.each([testActor('developer'), { kind: 'visitor' } as const])('%j sees nothing of it', async (actor) => {
  for (const read of [usage.report, usage.topOperations, usage.topConsumers, usage.byApi])
    await expect(read(actor, { range: lastHour })).rejects.toMatchObject({
      code: actor.kind === 'visitor' ? 'UnauthorizedException' : 'AccessDeniedException',
    });
});
