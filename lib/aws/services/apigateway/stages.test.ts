import {
  APIGatewayClient,
  CreateStageCommand,
  type CreateStageCommandInput,
  DeleteStageCommand,
  FlushStageAuthorizersCacheCommand,
  FlushStageCacheCommand,
  GetStageCommand,
  GetStagesCommand,
  type PatchOperation,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, describe, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const flushed: string[] = [];
const kit = testDoor({
  flushCache: async (api, stage) => void flushed.push(`cache ${api}/${stage}`),
  flushAuthorizersCache: async (api, stage) => void flushed.push(`authorizers ${api}/${stage}`),
});
let client: APIGatewayClient;
let restApiId: string;
let deploymentId: string;
let other: string;
beforeEach(async () => {
  flushed.length = 0;
  client = new APIGatewayClient(kit.client());
  restApiId = (await mockApi(kit)).id;
  deploymentId = (await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' })).id;
  other = (await kit.control.deployments.create(editor, restApiId, {})).id;
});
const create = (input: Partial<CreateStageCommandInput> = {}) =>
  client.send(new CreateStageCommand({ restApiId, stageName: 'prod', deploymentId, ...input }));
const get = (stageName = 'dev') => client.send(new GetStageCommand({ restApiId, stageName }));
const patch = (...patchOperations: PatchOperation[]) =>
  client.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations }));
const replace = (path: string, value: string): PatchOperation => ({ op: 'replace', path, value });

test('a new stage is as AWS tells it, and nothing more', async () => {
  const { $metadata, ...made } = await create();
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toEqual({
    deploymentId,
    stageName: 'prod',
    cacheClusterEnabled: false,
    cacheClusterStatus: 'NOT_AVAILABLE',
    methodSettings: {},
    tracingEnabled: false,
    createdDate: expect.any(Date),
    lastUpdatedDate: expect.any(Date),
  });
});

test('made with all members, listed by deployment, deleted', async () => {
  const input = {
    deploymentId: other,
    description: 'Live',
    cacheClusterEnabled: true,
    cacheClusterSize: '1.6' as const,
    variables: { a: '1' },
    tracingEnabled: true,
    tags: { team: 'pets' },
  };
  const made = { ...input, canarySettings: { percentTraffic: 5, deploymentId: other, useStageCache: false } };
  expect(await create({ ...input, canarySettings: { percentTraffic: 5 } })).toMatchObject(made);
  expect(await get('prod')).toMatchObject(made);
  const all = await client.send(new GetStagesCommand({ restApiId }));
  const some = await client.send(new GetStagesCommand({ restApiId, deploymentId: other }));
  expect([all, some].map(({ item = [] }) => item.map(({ stageName }) => stageName))).toEqual([
    ['dev', 'prod'],
    ['prod'],
  ]);
  const { $metadata } = await client.send(new DeleteStageCommand({ restApiId, stageName: 'prod' }));
  expect($metadata.httpStatusCode).toBe(202);
  await expect(get('prod')).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid stage identifier specified',
  });
});

test('both caches are flushed', async () => {
  const at = { restApiId, stageName: 'dev' };
  expect((await client.send(new FlushStageCacheCommand(at))).$metadata.httpStatusCode).toBe(202);
  expect((await client.send(new FlushStageAuthorizersCacheCommand(at))).$metadata.httpStatusCode).toBe(202);
  expect(flushed).toEqual([`cache ${restApiId}/dev`, `authorizers ${restApiId}/dev`]);
});

describe('PATCH', () => {
  test('single members', async () => {
    const format = '{"id":"$context.requestId"}';
    const destinationArn = 'arn:aws:logs:us-east-1:000000000000:log-group:calls';
    const stage = await patch(
      replace('/deploymentId', other),
      replace('/description', 'Live'),
      replace('/cacheClusterEnabled', 'true'),
      replace('/cacheClusterSize', '6.1'),
      replace('/tracingEnabled', 'TRUE'),
      { op: 'add', path: '/accessLogSettings/destinationArn', value: destinationArn },
      replace('/accessLogSettings/format', format),
      replace('/variables/a', 'b'),
      replace('/variables/gone', 'x'),
      { op: 'remove', path: '/variables/gone' },
    );
    expect(stage).toMatchObject({
      deploymentId: other,
      description: 'Live',
      cacheClusterEnabled: true,
      cacheClusterSize: '6.1',
      cacheClusterStatus: 'AVAILABLE',
      tracingEnabled: true,
      accessLogSettings: { destinationArn, format },
      variables: { a: 'b' },
    });
    const bare = await patch(
      { op: 'remove', path: '/accessLogSettings' },
      { op: 'remove', path: '/variables' },
      replace('/description', ''),
    );
    expect(bare).not.toHaveProperty('accessLogSettings');
    expect(bare).not.toHaveProperty('variables');
    expect((await patch(replace('/variables', '{"c":"d"}'))).variables).toEqual({ c: 'd' });
  });

  test('a canary is made by its members, promoted by copies, and removed', async () => {
    const made = await patch(replace('/canarySettings/percentTraffic', '12.5'));
    expect(made.canarySettings).toEqual({ deploymentId, percentTraffic: 12.5, useStageCache: false });
    await patch(
      replace('/variables/a', '1'),
      replace('/variables/b', '1'),
      replace('/canarySettings/deploymentId', other),
      replace('/canarySettings/useStageCache', 'true'),
      replace('/canarySettings/stageVariableOverrides', '{"b":"2"}'),
      replace('/canarySettings/stageVariableOverrides/c', '3'),
    );
    const promoted = await patch(
      { op: 'copy', from: '/canarySettings/stageVariableOverrides', path: '/variables' },
      { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
      replace('/canarySettings/percentTraffic', '0.0'),
    );
    expect(promoted).toMatchObject({
      deploymentId: other,
      variables: { a: '1', b: '2', c: '3' },
      canarySettings: {
        deploymentId: other,
        percentTraffic: 0,
        useStageCache: true,
        stageVariableOverrides: { b: '2', c: '3' },
      },
    });
    expect(await patch({ op: 'remove', path: '/canarySettings' })).not.toHaveProperty('canarySettings');
  });

  test('a method setting is told whole, and its path as it was sent', async () => {
    const defaults = {
      metricsEnabled: false,
      dataTraceEnabled: false,
      throttlingBurstLimit: 5000,
      throttlingRateLimit: 10_000,
      cachingEnabled: false,
      cacheTtlInSeconds: 300,
      cacheDataEncrypted: false,
      requireAuthorizationForCacheControl: true,
      unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITH_RESPONSE_HEADER',
    };
    const one = await patch(replace('/*/*/metrics/enabled', 'true'));
    expect(one.methodSettings).toEqual({ '*/*': { ...defaults, metricsEnabled: true } });
    const { methodSettings } = await patch(
      replace('/~1pets~1{id}/GET/logging/loglevel', 'INFO'),
      replace('/~1pets~1{id}/GET/logging/dataTrace', 'true'),
      replace('/~1pets~1{id}/GET/throttling/rateLimit', '1.5'),
      replace('/~1pets~1{id}/GET/caching/enabled', 'true'),
      replace('/~1pets~1{id}/GET/caching/ttlInSeconds', '10'),
      replace('/~1pets~1{id}/GET/caching/dataEncrypted', 'true'),
      replace('/~1pets~1{id}/GET/caching/requireAuthorizationForCacheControl', 'false'),
      replace('/~1pets~1{id}/GET/caching/unauthorizedCacheControlHeaderStrategy', 'FAIL_WITH_403'),
      replace('/~1/GET/throttling/burstLimit', '7'),
      replace('/pets~1all/POST/throttling/burstLimit', '-1'),
    );
    const all = { ...defaults, metricsEnabled: true };
    expect(methodSettings).toEqual({
      '*/*': all,
      '~1pets~1{id}/GET': {
        ...all,
        loggingLevel: 'INFO',
        dataTraceEnabled: true,
        throttlingRateLimit: 1.5,
        cachingEnabled: true,
        cacheTtlInSeconds: 10,
        cacheDataEncrypted: true,
        requireAuthorizationForCacheControl: false,
        unauthorizedCacheControlHeaderStrategy: 'FAIL_WITH_403',
      },
      '~1/GET': { ...all, throttlingBurstLimit: 7 },
      'pets~1all/POST': { ...all, throttlingBurstLimit: -1 },
    });
  });

  test('what a method setting limits is served, however its path was spelt', async () => {
    await patch(
      replace('/pets/GET/throttling/rateLimit', '2'),
      replace('/~1dogs/GET/throttling/burstLimit', '3'),
      replace('/cats/GET/throttling/rateLimit', '-1'),
      replace('/*/*/throttling/rateLimit', '-1'),
    );
    expect(kit.snapshots.at(-1)?.stages[0]).toMatchObject({
      methodThrottles: {
        '/pets/GET': { rateLimit: 2, burstLimit: 5000 },
        '/dogs/GET': { rateLimit: 10_000, burstLimit: 3 },
      },
    });
    expect(kit.snapshots.at(-1)?.stages[0]).not.toHaveProperty('throttle');
    const { methodSettings = {} } = await patch(replace('/~1pets/GET/throttling/burstLimit', '4'));
    expect(Object.keys(methodSettings).sort()).toEqual(['*/*', 'cats/GET', '~1dogs/GET', '~1pets/GET']);
    const removed = await patch({ op: 'remove', path: '/pets/GET' }, { op: 'remove', path: '/*/*' });
    expect(Object.keys(removed.methodSettings ?? {}).sort()).toEqual(['cats/GET', '~1dogs/GET']);
  });

  test.each<[string, PatchOperation, string | RegExp]>([
    [
      'a path that there is not',
      replace('/x', 'y'),
      /^Invalid method setting path: \/x\. Must be one of: \[\/deploymentId, \/description, \/cacheClusterEnabled, .*, \/tracingEnabled\]$/,
    ],
    [
      'a canary’s path that there is not',
      replace('/canarySettings/x', 'y'),
      /^Invalid method setting path: \/canarySettings\/x\. /,
    ],
    [
      'settings that are not there, removed',
      { op: 'remove', path: '/*/*' },
      'Cannot remove method setting */* because there is no method setting for this method ',
    ],
    [
      'settings of a method that are not there, removed',
      { op: 'remove', path: '/~1pets/GET' },
      'Cannot remove method setting ~1pets/GET because there is no method setting for this method ',
    ],
    [
      'an operation that its path does not take',
      { op: 'add', path: '/canarySettings/deploymentId', value: 'x' },
      'Invalid add operation with path: /canarySettings/deploymentId',
    ],
    [
      'a promotion of nothing',
      { op: 'copy', from: '/canarySettings/deploymentId', path: '/deploymentId' },
      'Promotion not available. Canary does not exist.',
    ],
    [
      'another copy',
      { op: 'copy', from: '/variables', path: '/canarySettings/stageVariableOverrides' },
      'Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]',
    ],
    [
      'an access log’s path that there is not',
      replace('/accessLogSettings/x', 'y'),
      'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
    ],
    [
      'access log settings as a whole',
      replace('/accessLogSettings', 'y'),
      'Invalid accessLogSettings path. Must be one of : [/accessLogSettings/destinationArn, /accessLogSettings/format]',
    ],
    [
      'the removal of every member of the access log',
      { op: 'remove', path: '/accessLogSettings/*' },
      'Cannot remove method setting accessLogSettings/* because there is no method setting for this method ',
    ],
    [
      'a member of the access log removed alone',
      { op: 'remove', path: '/accessLogSettings/destinationArn' },
      'Cannot remove method setting accessLogSettings/destinationArn because there is no method setting for this method ',
    ],
    [
      'an access log to nowhere',
      replace('/accessLogSettings/destinationArn', ''),
      'Access Log value must not be empty',
    ],
    [
      'an access log to no ARN',
      replace('/accessLogSettings/destinationArn', 'calls'),
      'Invalid ARN specified in the request',
    ],
    ['a deployment that there is not', replace('/deploymentId', 'none'), 'Deployment id does not exist'],
    [
      'a canary of a deployment that there is not',
      replace('/canarySettings/deploymentId', 'none'),
      'Deployment id does not exist',
    ],
    ['a number that is none', replace('/*/*/caching/ttlInSeconds', 'long'), /^Invalid number 'long'/],
    ['a level that there is not', replace('/*/*/logging/loglevel', 'LOUD'), /OFF.*ERROR.*INFO/],
    ['a size that there is not', replace('/cacheClusterSize', '7'), /0\.5/],
    ['variables that are no map', replace('/variables', '[1]'), /^Invalid value for \/variables/],
  ])('refused: %s', async (_rule, operation, message) => {
    const before = await get();
    await expect(patch(replace('/description', 'lost'), operation)).rejects.toMatchObject({
      name: 'BadRequestException',
      message: typeof message === 'string' ? message : expect.stringMatching(message),
    });
    expect({ ...(await get()), $metadata: 0 }).toEqual({ ...before, $metadata: 0 });
  });
});
