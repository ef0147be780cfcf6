import { expect, test } from 'vitest';
import type { Deployment } from '@/lib/model/deployment';
import { type CanarySettings, type Stage, stageUpdate } from '@/lib/model/stage';
import { type CanaryDraft, draftOf, fieldsOf, settingsOf, withNewVariable } from './canaryDraft';

const deployments: Deployment[] = ['d3', 'd2', 'd1'].map((id) => ({
  id,
  restApiId: 'a1',
  createdDate: 1,
  createdBy: 'ada@example.com',
  stageNames: [],
  canaryStageNames: [],
}));
const canary: CanarySettings = {
  percentTraffic: 2.5,
  deploymentId: 'd3',
  stageVariableOverrides: { host: 'new.example.com', extra: '' },
  useStageCache: true,
};
const stage = (change: Partial<Stage> = {}): Stage => ({
  restApiId: 'a1',
  stageName: 'prod',
  deploymentId: 'd2',
  variables: { host: 'example.com', zone: 'a' },
  methodSettings: {},
  cacheClusterEnabled: false,
  tracingEnabled: false,
  invokeUrl: 'http://localhost:8080/prod',
  createdDate: 1,
  lastUpdatedDate: 1,
  ...change,
});

test('a canary goes through the form unchanged', () => {
  const draft = draftOf(stage({ canarySettings: canary }), deployments);
  expect(stageUpdate.parse({ canarySettings: settingsOf(draft) })).toEqual({ canarySettings: canary });
});

test.each([
  ['the newest', 'd2', 'd3'],
  ['the one before, where the stage serves the newest', 'd3', 'd2'],
])('a new canary begins with %s', (_rule, deploymentId, expected) => {
  const draft = draftOf(stage({ deploymentId }), deployments);
  expect(settingsOf(draft)).toEqual({
    deploymentId: expected,
    percentTraffic: 10,
    stageVariableOverrides: {},
    useStageCache: false,
  });
});

test('of an only deployment the canary is that one', () => {
  expect(draftOf(stage(), deployments.slice(1, 2)).deploymentId).toBe('d2');
});

test("variables stand beside the stage's, by name; one of the canary alone has no value of the stage", () => {
  const { variables } = draftOf(stage({ canarySettings: canary }), deployments);
  expect(
    variables.map(({ name, stageValue, overridden, value }) => [name, stageValue, overridden, value]),
  ).toEqual([
    ['extra', undefined, true, ''],
    ['host', 'example.com', true, 'new.example.com'],
    ['zone', 'a', false, 'a'],
  ]);
});

test('a new line counts once it has a name', () => {
  const draft = draftOf(stage(), deployments);
  const variables = withNewVariable(draft.variables);
  expect(new Set(variables.map(({ id }) => id)).size).toBe(3);
  expect(settingsOf({ ...draft, variables }).stageVariableOverrides).toEqual({});
  const named = variables.map((each) => (each.name === '' ? { ...each, name: ' flag ', value: 'on' } : each));
  expect(settingsOf({ ...draft, variables: named }).stageVariableOverrides).toEqual({ flag: 'on' });
});

test.each<[string, Partial<CanaryDraft>, string]>([
  ['no percentage', { percentTraffic: '' }, 'canarySettings.percentTraffic'],
  ['more than all', { percentTraffic: '101' }, 'canarySettings.percentTraffic'],
  ['less than none', { percentTraffic: '-1' }, 'canarySettings.percentTraffic'],
  [
    'a name that is none',
    { variables: [{ id: 0, name: 'a b', stageValue: undefined, overridden: true, value: '' }] },
    'canarySettings.stageVariableOverrides.a b',
  ],
  [
    'a value that is none',
    { variables: [{ id: 0, name: 'host', stageValue: 'a', overridden: true, value: 'a b' }] },
    'canarySettings.stageVariableOverrides.host',
  ],
])('%s is refused at a field that the form shows', (_rule, change, field) => {
  const draft = { ...draftOf(stage(), deployments), ...change };
  const result = stageUpdate.safeParse({ canarySettings: settingsOf(draft) });
  expect(result.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
  expect(fieldsOf(draft)).toContain(field);
});
