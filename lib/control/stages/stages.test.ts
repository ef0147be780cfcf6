import { beforeEach, describe, expect, test } from 'vitest';
import type { StageUpdate } from '@/lib/model/stage';
import { createControl } from '../createControl';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';
import { createTestContext } from '../testing';

const kit = testControl();
let restApiId = '';
let deploymentId = '';

beforeEach(async () => {
  const api = await mockApi(kit);
  restApiId = api.id;
  deploymentId = (await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' })).id;
});
const update = (input: StageUpdate) => kit.control.stages.update(editor, restApiId, 'dev', input);

test('a stage comes back as it was made, with its invoke URL', async () => {
  const made = await kit.control.stages.create(editor, restApiId, {
    stageName: 'prod',
    deploymentId,
    description: 'Live',
    variables: { backend: 'pets.example:8080' },
  });
  expect(made).toEqual({
    restApiId,
    stageName: 'prod',
    deploymentId,
    description: 'Live',
    variables: { backend: 'pets.example:8080' },
    methodSettings: {},
    cacheClusterEnabled: false,
    tracingEnabled: false,
    invokeUrl: `http://${restApiId}.execute-api.localhost:8080/prod`,
    createdDate: kit.clock.now,
    lastUpdatedDate: kit.clock.now,
  });
  expect(await kit.control.stages.get(editor, restApiId, 'prod')).toEqual(made);
  expect((await kit.control.stages.list(editor, restApiId)).map(({ stageName }) => stageName)).toEqual([
    'dev',
    'prod',
  ]);
});

test('behind an address that is not localhost the invoke URL is a path', async () => {
  const context = createTestContext(kit.database);
  context.ports.config.gatewayUrl = 'https://gateway.example';
  const { invokeUrl } = await createControl(context).stages.get(editor, restApiId, 'dev');
  expect(invokeUrl).toBe(`https://gateway.example/_aws/execute-api/${restApiId}/dev`);
});

test('settings are live at once, and a redeployment keeps them', async () => {
  const methodSettings = {
    '*/*': { throttlingRateLimit: 10, throttlingBurstLimit: 20 },
    '/pets/{petId}/GET': { throttlingRateLimit: 1.5, throttlingBurstLimit: 2 },
  };
  await update({ variables: { a: 'b' }, methodSettings });
  const served = {
    stageName: 'dev',
    variables: { a: 'b' },
    throttle: { rateLimit: 10, burstLimit: 20 },
    methodThrottles: { '/pets/{petId}/GET': { rateLimit: 1.5, burstLimit: 2 } },
  };
  expect(kit.snapshots.at(-1)).toMatchObject({ stages: [served], deployments: [] });
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  expect(kit.snapshots.at(-1)?.stages).toMatchObject([served]);
});

test('rolling back is one update, and publishes the old deployment again', async () => {
  const [root] = await kit.control.resources.list(editor, restApiId);
  await mockMethod(kit, restApiId, root?.id ?? '', 'POST');
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  const stage = await update({ deploymentId });
  expect(stage.deploymentId).toBe(deploymentId);
  expect(kit.snapshots.at(-1)).toMatchObject({ deployments: [{ deploymentId }], stages: [{ deploymentId }] });
});

test('a deleted stage is served no more', async () => {
  await kit.control.stages.delete(editor, restApiId, 'dev');
  expect(kit.snapshots.at(-1)?.stages).toEqual([]);
  expect(await refusal(kit, () => update({}))).toMatchObject({
    code: 'NotFoundException',
    message: 'Invalid stage identifier specified',
  });
});

test('a stage that is there is not made again', async () => {
  const create = () => kit.control.stages.create(editor, restApiId, { stageName: 'dev', deploymentId });
  expect(await refusal(kit, create)).toEqual({
    code: 'ConflictException',
    message: 'Stage already exists',
    fields: ['stageName'],
  });
});

describe('bad input', () => {
  test.each<[string, StageUpdate, string, string]>([
    [
      'two spellings of one method',
      { methodSettings: { '/pets/GET': { cachingEnabled: true }, 'pets/GET': { cachingEnabled: false } } },
      'methodSettings',
      'Two entries are for the same method',
    ],
    [
      'an access log that names no request',
      { accessLogSettings: { format: '$context.status' } },
      'accessLogSettings.format',
      'An access log format has $context.requestId or $context.extendedRequestId',
    ],
    [
      'a negative rate',
      { methodSettings: { '*/*': { throttlingRateLimit: -2, throttlingBurstLimit: 1 } } },
      'methodSettings.*/*.throttlingRateLimit',
      'Rate must not be negative',
    ],
    [
      'half a burst',
      { methodSettings: { '*/*': { throttlingRateLimit: 1, throttlingBurstLimit: 0.5 } } },
      'methodSettings.*/*.throttlingBurstLimit',
      'Burst must be a whole number',
    ],
    [
      'settings of no method',
      { methodSettings: { pets: { throttlingRateLimit: 1, throttlingBurstLimit: 1 } } },
      'methodSettings.pets',
      'Use */* or /path/VERB',
    ],
    [
      'a variable name',
      { variables: { 'a-b': '1' } },
      'variables.a-b',
      'Variable names are letters, digits and _ (at most 64)',
    ],
    [
      'a variable value',
      { variables: { a: '<b>' } },
      'variables.a',
      'Variable values allow A-Za-z0-9-._~:/?#&=, (at most 512)',
    ],
    ['an unknown deployment', { deploymentId: 'nosuch' }, 'deploymentId', 'Deployment id does not exist'],
  ])('%s is refused', async (_name, input, field, message) => {
    expect(await refusal(kit, () => update(input))).toEqual({
      code: 'BadRequestException',
      message,
      fields: [field],
    });
  });

  test("another API's deployment is unknown here", async () => {
    const other = await mockApi(kit, 'Other');
    const theirs = await kit.control.deployments.create(editor, other.id, { stageName: 'dev' });
    expect(await refusal(kit, () => update({ deploymentId: theirs.id }))).toMatchObject({
      message: 'Deployment id does not exist',
    });
  });
});
