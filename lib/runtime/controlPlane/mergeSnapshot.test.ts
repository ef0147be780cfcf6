import { type ApiKeyDocument, SNAPSHOT_FORMAT, type Snapshot } from '@gatehouse/gateway/snapshot';
import { expect, test } from 'vitest';
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
  name: id,
  enabled,
  usagePlanIds: [],
});
const snapshot = (change: Partial<Snapshot>): Snapshot => ({
  format: SNAPSHOT_FORMAT,
  revision: 1,
  basis: null,
  account: { accountId: '0', region: 'r', throttle: { rateLimit: 1, burstLimit: 1 }, egressAllowList: [] },
  deployments: [],
  stages: [],
  usagePlans: [],
  apiKeys: [],
  removedApiKeyIds: [],
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

test('a complete snapshot replaces all', () => {
  const complete = snapshot({ revision: 9 });
  expect(mergeSnapshot(before, complete)).toBe(complete);
});

test.each([
  ['nothing', null],
  ['another revision', snapshot({ revision: 6 })],
])('a change over %s is refused', (_name, base) => {
  expect(() => mergeSnapshot(base, snapshot({ revision: 8, basis: 7 }))).toThrow('since revision 7');
});
