import type { CallRecord } from '@gatehouse/gateway/ports';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { UsageBatch } from '@/lib/model/usageBatch';
import { unpackUsage } from '../packedUsage';
import { UsageBuffer } from './UsageBuffer';

const minute = Date.parse('2026-11-21T10:00:00Z');
let sent: UsageBatch[];
let dropped: number;
let buffer: UsageBuffer;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  dropped = 0;
  buffer = new UsageBuffer(
    'boot',
    (batch) => sent.push(unpackUsage(batch)),
    (calls) => {
      dropped += calls;
    },
  );
});
afterEach(() => vi.useRealTimers());

function call(change: Partial<CallRecord> = {}): CallRecord {
  return {
    time: minute + 1,
    requestId: 'request',
    restApiId: 'api',
    stageName: 'demo',
    resourcePath: '/pets',
    httpMethod: 'GET',
    status: 200,
    latency: 3,
    quotaCounted: false,
    responseLength: 10,
    dataProcessed: 0,
    ...change,
  };
}
const callsOf = (batches: UsageBatch[]) =>
  batches.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.calls, 0);

test('access keys that signed are named once, with their last call, and only in the batch of their calls', () => {
  buffer.record(call({ accessKeyId: 'AKIA1' }));
  buffer.record(call({ accessKeyId: 'AKIA2', time: minute + 2 }));
  buffer.record(call({ accessKeyId: 'AKIA1', time: minute + 3, status: 403 }));
  vi.advanceTimersByTime(250);
  buffer.outbox.written('boot', 1);
  buffer.record(call());
  vi.advanceTimersByTime(250);
  expect(sent.map(({ accessKeys }) => accessKeys)).toEqual([
    [
      ['AKIA1', minute + 3],
      ['AKIA2', minute + 2],
    ],
    undefined,
  ]);
});

test('calls of one minute, operation and key become one row', () => {
  buffer.record(
    call({ latency: 1, integrationLatency: 0.5, apiKeyId: 'key', usagePlanId: 'plan', quotaCounted: true }),
  );
  buffer.record(call({ latency: 1, status: 304, apiKeyId: 'key', usagePlanId: 'plan', cache: 'hit' }));
  buffer.record(
    call({
      latency: 100,
      status: 429,
      responseType: 'THROTTLED',
      apiKeyId: 'key',
      usagePlanId: 'plan',
      cache: 'miss',
    }),
  );
  buffer.record(
    call({
      latency: 100,
      status: 502,
      responseType: 'DEFAULT_5XX',
      apiKeyId: 'key',
      usagePlanId: 'plan',
      cache: 'miss',
    }),
  );
  vi.advanceTimersByTime(250);
  expect(sent).toEqual([
    {
      boot: 'boot',
      sequence: 1,
      rows: [
        {
          minute,
          restApiId: 'api',
          stageName: 'demo',
          resourcePath: '/pets',
          httpMethod: 'GET',
          apiKeyId: 'key',
          usagePlanId: 'plan',
          calls: 4,
          status2xx: 1,
          status3xx: 1,
          status4xx: 1,
          status5xx: 1,
          throttled: 1,
          cacheHits: 1,
          cacheMisses: 2,
          ...{ integrationErrors: 0, clientErrors: 1, executionErrors: 1, dataProcessed: 0 },
          quotaCounted: 1,
          latency: [
            [0, 2],
            [21, 2],
          ],
          integrationLatency: [[0, 1]],
        },
      ],
    },
  ]);
});

test.each<[error: string, part: Partial<CallRecord>, counts: [number, number, number]]>([
  ['none', { backendStatus: 200 }, [0, 0, 0]],
  ['the integration’s, which the caller is told', { status: 404, backendStatus: 404 }, [1, 0, 0]],
  ['the integration’s, which nobody is told', { backendStatus: 500 }, [1, 0, 0]],
  ['the caller’s', { status: 403, responseType: 'FORBIDDEN' }, [0, 1, 0]],
  ['of calling the integration', { status: 504, responseType: 'INTEGRATION_TIMEOUT' }, [0, 0, 1]],
])('whose error it is: %s', (_error, part, counts) => {
  buffer.record(call(part));
  vi.advanceTimersByTime(250);
  const [row] = sent[0]?.rows ?? [];
  expect([row?.integrationErrors, row?.clientErrors, row?.executionErrors]).toEqual(counts);
});

test('bytes are added up', () => {
  buffer.record(call({ dataProcessed: 10 }));
  buffer.record(call({ dataProcessed: 5_000_000_000 }));
  vi.advanceTimersByTime(250);
  expect(sent[0]?.rows[0]?.dataProcessed).toBe(5_000_000_010);
});

test.each([
  ['minute', { time: minute + 60_000 }],
  ['stage', { stageName: 'prod' }],
  ['canary', { stageName: 'demo/Canary' }],
  ['operation', { httpMethod: 'POST' }],
  ['key', { apiKeyId: 'key' }],
])('another %s is another row', (_name, change) => {
  buffer.record(call());
  buffer.record(call(change));
  vi.advanceTimersByTime(250);
  expect(sent[0]?.rows).toHaveLength(2);
});

test('calls of an operation that was counted before begin anew, in their own minute', () => {
  buffer.record(call({ latency: 100, quotaCounted: true, status: 429, responseType: 'THROTTLED' }));
  vi.advanceTimersByTime(250);
  buffer.outbox.written('boot', 1);
  buffer.record(call({ time: minute + 60_001 }));
  vi.advanceTimersByTime(250);
  expect(sent[1]?.rows).toMatchObject([
    {
      minute: minute + 60_000,
      calls: 1,
      status2xx: 1,
      status4xx: 0,
      throttled: 0,
      quotaCounted: 0,
      latency: [[5, 1]],
    },
  ]);
});

test('however many keys and operations, whichever come again: every call is counted once, in its row', () => {
  const counted = new Map<string, number>();
  for (let n = 0; n < 120_000; n += 1) {
    const one = call({ apiKeyId: `key-${(n * 7_919) % 901}`, resourcePath: `/p${(n * 104_729) % 71}` });
    const name = `${one.apiKeyId} ${one.resourcePath}`;
    counted.set(name, (counted.get(name) ?? 0) + 1);
    buffer.record(one);
    if (n % 1_500 !== 0) continue;
    vi.advanceTimersByTime(250);
    buffer.outbox.written('boot', sent.length);
  }
  for (let rest = 0; rest < 40; rest += 1) {
    vi.advanceTimersByTime(250);
    buffer.outbox.written('boot', sent.length);
  }
  const rows = sent.flatMap((batch) => batch.rows);
  for (const { apiKeyId, resourcePath, calls } of rows) {
    const name = `${apiKeyId} ${resourcePath}`;
    counted.set(name, (counted.get(name) ?? 0) - calls);
  }
  expect([...counted.values()].every((left) => left === 0)).toBe(true);
  expect(counted.size).toBeGreaterThan(20_000);
});

test('one batch at a time: what comes meanwhile waits for the acknowledgement', () => {
  buffer.record(call());
  vi.advanceTimersByTime(250);
  buffer.record(call());
  vi.advanceTimersByTime(1_000);
  expect(sent).toHaveLength(1);
  buffer.outbox.written('boot', 1);
  vi.advanceTimersByTime(250);
  expect(sent.map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test('an unanswered batch is sent again as it was, when control is back and every five seconds', () => {
  buffer.record(call());
  vi.advanceTimersByTime(250);
  buffer.record(call());
  buffer.outbox.sendAgain();
  vi.advanceTimersByTime(6_000);
  expect(sent).toHaveLength(3);
  expect(sent[1]).toEqual(sent[0]);
  expect(sent[2]).toEqual(sent[0]);
});

test('an acknowledgement of another boot or batch is not taken for this one', () => {
  buffer.record(call());
  vi.advanceTimersByTime(250);
  buffer.outbox.written('other', 1);
  buffer.outbox.written('boot', 7);
  buffer.outbox.sendAgain();
  expect(sent).toHaveLength(2);
});

test('memory is bounded while control is away, and what was dropped is told', () => {
  for (let key = 0; key < 60_000; key += 1) buffer.record(call({ apiKeyId: `key-${key}` }));
  for (let sequence = 1; sequence <= 40; sequence += 1) {
    vi.advanceTimersByTime(250);
    buffer.outbox.written('boot', sequence);
  }
  expect(callsOf(sent)).toBe(50_000);
  expect(dropped).toBe(10_000);
  expect(Math.max(...sent.map(({ rows }) => rows.length))).toBeLessThanOrEqual(2_000);
});

test('draining sends all that is left and ends when it is written', async () => {
  for (let key = 0; key < 5_000; key += 1) buffer.record(call({ apiKeyId: `key-${key}` }));
  const drained = buffer.outbox.drain(3_000);
  for (let sequence = 1; sequence <= 3; sequence += 1) {
    buffer.outbox.written('boot', sequence);
    await vi.advanceTimersByTimeAsync(10);
  }
  await drained;
  expect(callsOf(sent)).toBe(5_000);
});

test('draining sends at once what had no answer yet', async () => {
  buffer.record(call());
  await vi.advanceTimersByTimeAsync(250);
  expect(sent).toHaveLength(1);
  const drained = buffer.outbox.drain(3_000);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toEqual(sent[0]);
  buffer.outbox.written('boot', 1);
  await drained;
});

test('draining ends without control as well, in time', async () => {
  buffer.record(call());
  const drained = buffer.outbox.drain(3_000);
  await vi.advanceTimersByTimeAsync(3_000);
  await drained;
  expect(sent).toHaveLength(1);
});
