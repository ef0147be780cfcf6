import {
  APIGatewayClient,
  CreateDeploymentCommand,
  CreateRestApiCommand,
  GetIntegrationResponseCommand,
  GetMethodCommand,
  GetMethodResponseCommand,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateMethodResponseCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

// Recorded: AWS tells a map of a response back as empty where it was sent so, and leaves it out where it was not sent.

const kit = testDoor();
let client: APIGatewayClient;
let at = { restApiId: '', resourceId: '', httpMethod: 'GET', statusCode: '200' };
beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  const { id = '', rootResourceId = '' } = await client.send(new CreateRestApiCommand({ name: 'pets' }));
  at = { ...at, restApiId: id, resourceId: rootResourceId };
  await client.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  await client.send(
    new PutIntegrationCommand({
      ...at,
      type: 'MOCK',
      requestTemplates: { 'application/json': '{"statusCode": 200}' },
    }),
  );
});

const plain = <Output extends object>({ $metadata: _m, ...rest }: Output & { $metadata: unknown }) => rest;
const header = { 'method.response.header.X': true };

test.each<[sent: object, told: object]>([
  [{}, {}],
  [{ responseParameters: {} }, { responseParameters: {} }],
  [{ responseModels: {} }, { responseModels: {} }],
  [
    { responseParameters: {}, responseModels: {} },
    { responseParameters: {}, responseModels: {} },
  ],
  [
    { responseParameters: header, responseModels: {} },
    { responseParameters: header, responseModels: {} },
  ],
])('a method response put with %j', async (sent, told) => {
  const expected = { statusCode: '200', ...told };
  expect(plain(await client.send(new PutMethodResponseCommand({ ...at, ...sent })))).toEqual(expected);
  expect(plain(await client.send(new GetMethodResponseCommand(at)))).toEqual(expected);
  expect((await client.send(new GetMethodCommand(at))).methodResponses).toEqual({ 200: expected });
  // Put again without the maps it has none, and says none.
  expect(plain(await client.send(new PutMethodResponseCommand(at)))).toEqual({ statusCode: '200' });
});

test.each<[sent: object, told: object]>([
  [{}, {}],
  [{ responseTemplates: {} }, { responseTemplates: {} }],
  [{ responseParameters: {} }, { responseParameters: {} }],
  [
    { responseParameters: {}, responseTemplates: { 'text/plain': 'x' } },
    { responseParameters: {}, responseTemplates: { 'text/plain': 'x' } },
  ],
])('an integration response put with %j', async (sent, told) => {
  await client.send(new PutMethodResponseCommand(at));
  const expected = { statusCode: '200', ...told };
  expect(plain(await client.send(new PutIntegrationResponseCommand({ ...at, ...sent })))).toEqual(expected);
  expect(plain(await client.send(new GetIntegrationResponseCommand(at)))).toEqual(expected);
  const { methodIntegration } = await client.send(new GetMethodCommand(at));
  expect(methodIntegration?.integrationResponses).toEqual({ 200: expected });
});

test('a patch adds to what was sent empty', async () => {
  await client.send(new PutMethodResponseCommand({ ...at, responseParameters: {}, responseModels: {} }));
  const patchOperations = [
    { op: 'add' as const, path: '/responseParameters/method.response.header.X', value: 'true' },
  ];
  const patched = await client.send(new UpdateMethodResponseCommand({ ...at, patchOperations }));
  expect(plain(patched)).toEqual({ statusCode: '200', responseParameters: header, responseModels: {} });
});

test('how a response was sent is no change to an API, and is in no deployment', async () => {
  const { restApiId } = at;
  await client.send(new PutMethodResponseCommand({ ...at, responseParameters: {} }));
  await client.send(new PutIntegrationResponseCommand({ ...at, responseTemplates: {} }));
  await client.send(new CreateDeploymentCommand({ restApiId, stageName: 'prod' }));
  expect(JSON.stringify(kit.snapshots.at(-1)?.deployments)).not.toContain('sentEmpty');
  await client.send(new PutIntegrationResponseCommand(at));
  await client.send(new PutMethodResponseCommand(at));
  expect(await kit.control.deployments.pending(editor, restApiId, 'prod')).toEqual([]);
});
