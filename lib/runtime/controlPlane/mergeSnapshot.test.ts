import { type ApiKeyDocument, SNAPSHOT_FORMAT } from '@gatehouse/gateway/snapshot';
import { expect, test } from 'vitest';
import type { StoredSnapshot } from '../snapshotFile';
import { mergeSnapshot } from './mergeSnapshot';

const stage = (stageName: string, deploymentId: string) => ({
  restApiId: 'api',
  stageName,
  deploymentId,
  variables: {},
  methodThrottles: {},
});
const deployment = (deploymentId: string) => ({
  deploymentId,
  restApiId: 'api',
  name: deploymentId,
  resources: [],
  requestValidators: [],
});
const key = (id: string, enabled = true): ApiKeyDocument => ({
  id,
  valueHash: `hash-${id}`,
  enabled,
  usagePlanIds: [],
});
const snapshot = (change: Partial<StoredSnapshot>): StoredSnapshot => ({
  format: SNAPSHOT_FORMAT,
  revision: 1,
  revisedAt: 1,
  basis: null,
  account: { accountId: '0', region: 'r', throttle: { rateLimit: 1, burstLimit: 1 }, egressAllowList: [] },
  deployments: [],
  stages: [],
  usagePlans: [],
  apiKeys: [],
  removedApiKeyIds: [],
  stored: null,
  ...change,
});

const before = snapshot({
  revision: 7,
  deployments: [deployment('old'), deployment('kept')],
  stages: [stage('demo', 'old'), stage('prod', 'kept')],
  apiKeys: [key('a'), key('b'), key('c')],
});

test('a change is laid over what was there; what is gone or unused goes', () => {
  const change = snapshot({
    revision: 8,
    basis: 7,
    deployments: [deployment('new')],
    stages: [stage('demo', 'new'), stage('prod', 'kept')],
    apiKeys: [key('b', false), key('d')],
    removedApiKeyIds: ['c'],
  });
  const merged = mergeSnapshot(before, change);
  expect(merged).toMatchObject({ revision: 8, basis: null, removedApiKeyIds: [], stages: change.stages });
  expect(merged.deployments.map(({ deploymentId }) => deploymentId)).toEqual(['kept', 'new']);
  expect(merged.apiKeys).toEqual([key('a'), key('b', false), key('d')]);
});

test("a canary's deployment stays, and goes with the canary", () => {
  const canary = { percentTraffic: 5, deploymentId: 'old', stageVariableOverrides: {}, useStageCache: false };
  const stages = [{ ...stage('demo', 'new'), canary }];
  const with8 = mergeSnapshot(
    before,
    snapshot({ revision: 8, basis: 7, deployments: [deployment('new')], stages }),
  );
  expect(with8.deployments.map(({ deploymentId }) => deploymentId)).toEqual(['old', 'new']);
  const without = mergeSnapshot(with8, snapshot({ revision: 9, basis: 8, stages: [stage('demo', 'new')] }));
  expect(without.deployments.map(({ deploymentId }) => deploymentId)).toEqual(['new']);
});

test('deployments of HTTP and WebSocket APIs come and go with their stages', () => {
  const members = { protocolType: 'HTTP' as const, name: 'api', routeSelectionExpression: '' };
  const parts = { routes: [], integrations: [], authorizers: [], models: [] };
  const apiDeployment = (deploymentId: string) => ({ apiId: 'api', deploymentId, ...members, ...parts });
  const apiStage = (stageName: string, deploymentId?: string) => ({
    apiId: 'api',
    stageName,
    stageVariables: {},
    ...(deploymentId !== undefined && { deploymentId }),
  });
  const with7 = {
    ...before,
    apiStages: [apiStage('demo', 'old'), apiStage('prod', 'kept')],
    apiDeployments: [apiDeployment('old'), apiDeployment('kept')],
  };
  const apiStages = [apiStage('demo', 'new'), apiStage('prod', 'kept'), apiStage('bare')];
  const change = snapshot({ revision: 8, basis: 7, apiStages, apiDeployments: [apiDeployment('new')] });
  const merged = mergeSnapshot(with7, change);
  expect(merged.apiDeployments).toEqual([apiDeployment('kept'), apiDeployment('new')]);
  expect(merged.apiStages).toEqual(apiStages);
  const gone = mergeSnapshot(merged, snapshot({ revision: 9, basis: 8 }));
  expect(gone).not.toHaveProperty('apiDeployments');
});

test('over stored keys those that are gone are named until they come back', () => {
  const stored = { name: 'keys.1', count: 3, bytes: 9, sha256: 'x' };
  const over = { ...before, stored, apiKeys: [key('b')], removedApiKeyIds: ['x', 'y'] };
  const change = snapshot({ revision: 8, basis: 7, apiKeys: [key('x')], removedApiKeyIds: ['b', 'z'] });
  const merged = mergeSnapshot(over, change);
  expect(merged).toMatchObject({ stored, apiKeys: [key('x')], removedApiKeyIds: ['y', 'b', 'z'] });
});

test('a complete snapshot replaces all, stored keys too', () => {
  const complete = snapshot({ revision: 9 });
  const stored = { name: 'keys.2', count: 1, bytes: 3, sha256: 'y' };
  expect(mergeSnapshot(before, complete, stored)).toEqual({ ...complete, stored });
  expect(mergeSnapshot({ ...before, stored }, complete)).toEqual({ ...complete, stored: null });
});

test.each([
  ['nothing', null],
  ['another revision', snapshot({ revision: 6 })],
])('a change over %s is refused', (_name, base) => {
  expect(() => mergeSnapshot(base, snapshot({ revision: 8, basis: 7 }))).toThrow('since revision 7');
});
