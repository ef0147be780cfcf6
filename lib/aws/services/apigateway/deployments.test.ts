import {
  APIGatewayClient,
  CreateDeploymentCommand,
  type CreateDeploymentCommandInput,
  DeleteDeploymentCommand,
  GetDeploymentCommand,
  GetDeploymentsCommand,
  GetStageCommand,
  UpdateDeploymentCommand,
  UpdateStageCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
let restApiId: string;
beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  restApiId = (await mockApi(kit)).id;
});
const deploy = (input: Omit<CreateDeploymentCommandInput, 'restApiId'> = {}) =>
  client.send(new CreateDeploymentCommand({ restApiId, ...input }));
const stage = (stageName = 'dev') => client.send(new GetStageCommand({ restApiId, stageName }));

test('made, read, described and deleted by AWS’s client', async () => {
  const { $metadata, ...made } = await deploy({ description: 'first' });
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6}$/),
    description: 'first',
    createdDate: expect.any(Date),
  });
  const at = { restApiId, deploymentId: made.id };
  const patchOperations = [{ op: 'replace' as const, path: '/description', value: 'better' }];
  expect(await client.send(new UpdateDeploymentCommand({ ...at, patchOperations }))).toMatchObject({
    description: 'better',
  });
  expect(await client.send(new GetDeploymentCommand(at))).toMatchObject({ ...made, description: 'better' });
  const { $metadata: deleted } = await client.send(new DeleteDeploymentCommand(at));
  expect(deleted.httpStatusCode).toBe(202);
  await expect(client.send(new GetDeploymentCommand(at))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Deployment identifier specified',
  });
});

test('embed=apisummary tells who may call what it serves', async () => {
  const { id: deploymentId } = await deploy();
  const at = { restApiId, deploymentId };
  expect(await client.send(new GetDeploymentCommand({ ...at, embed: ['apisummary'] }))).toMatchObject({
    apiSummary: { '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } } },
  });
  expect(await client.send(new GetDeploymentCommand(at))).not.toHaveProperty('apiSummary');
});

test('without a stage none is made; the CLI’s empty name is none', async () => {
  await deploy({ stageName: '' });
  expect(await kit.control.stages.list(editor, restApiId)).toEqual([]);
});

test('a stage is made, and changed by a later deployment, with what is said of it', async () => {
  const { id } = await deploy({
    stageName: 'dev',
    stageDescription: 'Development',
    variables: { a: '1' },
    cacheClusterEnabled: true,
    tracingEnabled: true,
  });
  const made = {
    deploymentId: id,
    description: 'Development',
    variables: { a: '1' },
    cacheClusterEnabled: true,
    cacheClusterSize: '0.5',
    cacheClusterStatus: 'AVAILABLE',
    tracingEnabled: true,
  };
  expect(await stage()).toMatchObject(made);
  const second = await deploy({ stageName: 'dev', cacheClusterSize: '1.6' });
  expect(await stage()).toMatchObject({ ...made, deploymentId: second.id, cacheClusterSize: '1.6' });
});

test('newest first, by pages', async () => {
  const made = [await deploy(), await deploy(), await deploy()].map(({ id }) => id);
  const first = await client.send(new GetDeploymentsCommand({ restApiId, limit: 2 }));
  const second = await client.send(
    new GetDeploymentsCommand({ restApiId, limit: 2, position: first.position }),
  );
  expect([...(first.items ?? []), ...(second.items ?? [])].map(({ id }) => id).sort()).toEqual(made.sort());
  expect(first.items).toHaveLength(2);
});

test('one that a stage or its canary serves is not deleted', async () => {
  const first = await deploy({ stageName: 'dev' });
  const canary = await deploy({ stageName: 'dev', canarySettings: { percentTraffic: 10 } });
  expect(await stage()).toMatchObject({
    deploymentId: first.id,
    canarySettings: { deploymentId: canary.id, percentTraffic: 10, useStageCache: false },
  });
  for (const { id } of [first, canary])
    await expect(
      client.send(new DeleteDeploymentCommand({ restApiId, deploymentId: id })),
    ).rejects.toMatchObject({
      name: 'BadRequestException',
      message: 'Active stages pointing to this deployment must be moved or deleted',
    });
  const patchOperations = [{ op: 'remove' as const, path: '/canarySettings' }];
  await client.send(new UpdateStageCommand({ restApiId, stageName: 'dev', patchOperations }));
  await client.send(new DeleteDeploymentCommand({ restApiId, deploymentId: canary.id }));
});

test.each<[string, Omit<CreateDeploymentCommandInput, 'restApiId'>, string]>([
  [
    'a canary without a stage',
    { canarySettings: { percentTraffic: 1 } },
    'Invalid deployment content specified.Non null and non empty stageName must be provided for canary deployment. Provided value is null',
  ],
  [
    'a canary of a stage that is not there',
    { stageName: 'S', canarySettings: {} },
    'Invalid deployment content specified.Stage S must already be created before making a canary release deployment',
  ],
])('refused: %s', async (_rule, input, message) => {
  await expect(deploy(input)).rejects.toMatchObject({ name: 'BadRequestException', message });
});

test('refused: an API without methods, an API that is not there, another member', async () => {
  const { id } = await kit.control.restApis.create(editor, { name: 'empty' });
  await expect(client.send(new CreateDeploymentCommand({ restApiId: id }))).rejects.toMatchObject({
    name: 'BadRequestException',
    message: "The REST API doesn't contain any methods",
  });
  await expect(client.send(new CreateDeploymentCommand({ restApiId: 'none' }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
  const { id: deploymentId } = await deploy();
  const patchOperations = [{ op: 'replace' as const, path: '/id', value: 'x' }];
  await expect(
    client.send(new UpdateDeploymentCommand({ restApiId, deploymentId, patchOperations })),
  ).rejects.toMatchObject({ name: 'BadRequestException', message: 'Invalid patch path /id' });
});
