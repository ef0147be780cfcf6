import { expect, test } from 'vitest';
import type { Stage } from '@/lib/model/v2/stage';
import { stageDraftOf, stageFields, stageUpdateOf } from './stageDraft';

const stage: Stage = {
  stageName: 'prod',
  autoDeploy: false,
  description: 'live',
  stageVariables: { lane: 'blue' },
  defaultRouteSettings: { throttlingRateLimit: 100, throttlingBurstLimit: 50 },
  routeSettings: { join: { throttlingRateLimit: 2.5 } },
  createdDate: 1,
  lastUpdatedDate: 1,
  tags: {},
};

test('a stage is what its draft says, untouched', () => {
  const draft = stageDraftOf(stage);
  const { description, stageVariables, defaultRouteSettings, routeSettings } = stage;
  expect(stageUpdateOf(draft)).toEqual({ description, stageVariables, defaultRouteSettings, routeSettings });
  expect(stageFields(draft)).toContain('routeSettings.join.throttlingRateLimit');
});

test('an emptied limit is not said', () => {
  const draft = { ...stageDraftOf(stage), every: { rate: ' ', burst: '7' } };
  expect(stageUpdateOf(draft).defaultRouteSettings).toEqual({ throttlingBurstLimit: 7 });
});
