import { expect, test } from 'vitest';
import type { UsageFigures, UsageRow } from '@/lib/model/usage';
import type { DashboardApi } from './ConsoleDashboard';
import { dashboardOf } from './dashboardOf';
import { isCached } from './isCached';
import { stageChoices } from './stageChoices';
import { stageRows } from './stageRows';

const none = { p50: null, p90: null, p99: null };
const figures: UsageFigures = {
  calls: 1,
  status: { '2XX': 1, '3XX': 0, '4XX': 0, '5XX': 0 },
  throttled: 0,
  cacheHits: 0,
  cacheMisses: 0,
  latency: none,
  integrationLatency: none,
};
const row = (key: string): UsageRow => ({ ...figures, key, label: key });
const apis: DashboardApi[] = [
  {
    ...{ id: 'a1', name: 'Orders', kind: 'REST' },
    ...{ stageNames: ['prod', 'dev'], canaryStageNames: ['prod'], cached: true },
  },
  { id: 'a2', name: 'Pets', kind: 'REST', stageNames: ['prod'], canaryStageNames: [], cached: false },
  { id: 'h1', name: 'Shop', kind: 'HTTP', stageNames: ['$default'] },
  { id: 'w1', name: 'Chat', kind: 'WEBSOCKET', stageNames: ['live'] },
];

test('a canary can be chosen after its stage', () => {
  const values = stageChoices(apis.slice(0, 2)).map(({ value }) => value);
  expect(values).toEqual(['dev', 'prod', 'prod/Canary']);
});

test.each([
  ['a1/prod', '/console/apis/a1/dashboard?range=6h&stage=prod'],
  ['a1/prod/Canary', '/console/apis/a1/dashboard?range=6h&stage=prod%2FCanary'],
  ['h1/$default', '/console/http-apis/h1/dashboard?range=6h&stage=%24default'],
  ['w1/live', '/console/websocket-apis/w1/dashboard?range=6h&stage=live'],
  ['gone/prod', undefined],
])('the line %s leads to %s', (key, href) => {
  expect(dashboardOf(apis, new URLSearchParams('api=a9&range=6h'))(row(key))).toBe(href);
});

test.each([
  ['an API with a cache', 'api=a1', 0, true],
  ['an API without', 'api=a2', 0, false],
  ['an API without, that had one', 'api=a2', 1, true],
  ['all APIs, of which one has a cache', '', 0, true],
])('%s', (_rule, search, cacheMisses, cached) => {
  expect(isCached(apis, new URLSearchParams(search), { ...figures, cacheMisses })).toBe(cached);
});

test("the lines of one API's stages are called as the stages are", () => {
  const rows = stageRows([row('a1/prod'), row('a1/prod/Canary')]);
  expect(rows.map(({ label }) => label)).toEqual(['prod', 'prod/Canary']);
});
