import { expect, test } from 'vitest';
import type { Stage } from '@/lib/model/v2/stage';
import { EVERY_ROUTE, settingsOfThrottles, throttleRows } from './routeThrottles';

const stage: Stage = {
  stageName: 'prod',
  autoDeploy: false,
  defaultRouteSettings: { detailedMetricsEnabled: true, throttlingRateLimit: 10 },
  routeSettings: {
    'GET /pets': { throttlingRateLimit: 5, throttlingBurstLimit: 2 },
    'PUT /pets': { detailedMetricsEnabled: true },
  },
  stageVariables: {},
  createdDate: 0,
  lastUpdatedDate: 0,
  tags: {},
};

test('a row for each limit, the stage’s own first', () => {
  expect(throttleRows(stage)).toEqual([
    { key: EVERY_ROUTE, rate: '10', burst: '' },
    { key: 'GET /pets', rate: '5', burst: '2' },
  ]);
});

test('a limit that went is not said any more; what is no limit stays', () => {
  const rows = [
    { key: EVERY_ROUTE, rate: '20', burst: '' },
    { key: 'POST /pets', rate: '1', burst: '1' },
  ];
  expect(settingsOfThrottles(stage, rows)).toEqual({
    defaultRouteSettings: { detailedMetricsEnabled: true, throttlingRateLimit: 20 },
    routeSettings: {
      'PUT /pets': { detailedMetricsEnabled: true },
      'POST /pets': { throttlingRateLimit: 1, throttlingBurstLimit: 1 },
    },
  });
});
