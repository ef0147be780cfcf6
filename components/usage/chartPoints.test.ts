import { expect, test } from 'vitest';
import type { UsagePoint } from '@/lib/model/usage';
import { chartPoints } from './chartPoints';

const nothing = { p50: null, p90: null, p99: null };
const point = (changes: Partial<UsagePoint>): UsagePoint => ({
  time: 60_000,
  calls: 0,
  status: { '2XX': 0, '3XX': 0, '4XX': 0, '5XX': 0 },
  throttled: 0,
  cacheHits: 0,
  cacheMisses: 0,
  latency: nothing,
  integrationLatency: nothing,
  ...changes,
});

test('a minute without calls is zero calls and a gap in the latency', () => {
  expect(chartPoints([point({})])).toEqual([
    {
      x: 60_000,
      ...{ '2XX': 0, '3XX': 0, '4XX': 0, '5XX': 0, throttled: 0 },
      ...{ cacheHits: 0, cacheMisses: 0 },
      ...{ p50: null, p90: null, p99: null },
      ...{ integrationP50: null, integrationP90: null, integrationP99: null },
    },
  ]);
});

test('latency and integration latency do not mix, and end at microseconds', () => {
  const latency = { p50: 1.234_567, p90: 2, p99: 3 };
  const integrationLatency = { p50: 0.1, p90: 0.2, p99: 0.3 };
  const [drawn] = chartPoints([point({ latency, integrationLatency })]);
  expect(drawn).toMatchObject({ p50: 1.235, p90: 2, p99: 3 });
  expect(drawn).toMatchObject({ integrationP50: 0.1, integrationP90: 0.2, integrationP99: 0.3 });
});
