import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Control } from '../control';
import type { ControlPorts } from '../ports';
import { testActor } from '../testing';
import { type PortalWorld, portalWorld } from './testing';

const editor = testActor('editor');
const visitor = { kind: 'visitor' } as const;
const backend = 'https://secret-backend.example';
let database: TestDatabase;
let world: PortalWorld;
let control: Control;
let sent: Parameters<ControlPorts['callGateway']>[0][];
beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  sent = [];
  world = portalWorld(database, {
    callGateway: async (call) => {
      sent.push(call);
      return { status: 200, headers: [], body: new Uint8Array() };
    },
  });
  control = world.control;
});

/** An HTTP API of these routes, deployed to the stages. */
async function httpApi(routeKeys: string[], stageNames = ['$default']): Promise<string> {
  const { apiId } = await control.apis.create(editor, {
    name: 'internal http',
    protocolType: 'HTTP',
    version: '7',
  });
  const integration = await control.apis.integrations.create(editor, apiId, {
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'ANY',
    integrationUri: backend,
    payloadFormatVersion: '1.0',
  });
  const target = `integrations/${integration.integrationId}`;
  for (const routeKey of routeKeys) await control.apis.routes.create(editor, apiId, { routeKey, target });
  const { deploymentId } = await control.apis.deployments.create(editor, apiId, {});
  for (const stageName of stageNames)
    await control.apis.stages.create(editor, apiId, { stageName, deploymentId });
  return apiId;
}

/** A chat of `send`, whose messages have a model, `$default` and a guarded `$connect`. */
async function socketApi(): Promise<string> {
  const { apiId } = await control.apis.create(editor, {
    name: 'internal chat',
    protocolType: 'WEBSOCKET',
    routeSelectionExpression: '$request.body.action',
  });
  const integration = await control.apis.integrations.create(editor, apiId, {
    integrationType: 'HTTP_PROXY',
    integrationMethod: 'POST',
    integrationUri: backend,
  });
  const target = `integrations/${integration.integrationId}`;
  const schema = '{"type":"object","properties":{"text":{"type":"string"}}}';
  await control.apis.models.create(editor, apiId, { name: 'Said', schema, contentType: 'application/json' });
  for (const routeKey of ['$default', '$connect', '$disconnect'])
    await control.apis.routes.create(editor, apiId, { routeKey, target });
  await control.apis.routes.create(editor, apiId, {
    ...{ routeKey: 'send', target, operationName: 'Says it', modelSelectionExpression: 'said' },
    requestModels: { said: 'Said' },
  });
  await control.apis.deployments.create(editor, apiId, {});
  const [deployment] = await control.apis.deployments.list(editor, apiId);
  await control.apis.stages.create(editor, apiId, {
    stageName: 'live',
    ...(deployment && { deploymentId: deployment.deploymentId }),
  });
  return apiId;
}

const product = (restApiId: string, stageName: string, input = {}) =>
  world.product(restApiId, { stageName, ...input });

describe('an HTTP API', () => {
  test('is in the catalogue with its kind, version and routes', async () => {
    await product(await httpApi(['GET /pets', 'OPTIONS /pets', 'ANY /orders']), '$default');
    expect(await control.portal.catalogue()).toMatchObject([
      { slug: 'pets', kind: 'HTTP', version: '7', operationCount: 2 },
    ]);
    expect(await control.portal.catalogue('get /PETS')).toHaveLength(1);
    expect(await control.portal.catalogue('internal')).toEqual([]);
    expect(await control.portal.products(editor)).toMatchObject([{ kind: 'HTTP', stageName: '$default' }]);
  });

  test.each([
    ['$default', ''],
    ['dev', '/dev'],
  ])('stage %s is documented under the address that it is called by', async (stageName, part) => {
    const apiId = await httpApi(['GET /pets'], [stageName]);
    await product(apiId, stageName);
    const { invokeUrl, openapi, plans } = await control.portal.page('pets');
    expect(invokeUrl).toBe(`http://${apiId}.execute-api.localhost:8080${part}`);
    expect(openapi).toMatchObject({ servers: [{ url: invokeUrl }], paths: { '/pets': { get: {} } } });
    expect(plans).toEqual([]);
    expect(await control.portal.sdks('pets')).toEqual([]);
  });

  test('ANY and $default are written as the verbs that no other route has; greedy parts can be filled in', async () => {
    await product(await httpApi(['GET /pets', 'ANY /pets', 'GET /files/{path+}', '$default']), '$default');
    const { openapi } = await control.portal.page('pets');
    const paths = Object(openapi?.paths);
    const verbs = ['delete', 'get', 'head', 'patch', 'post', 'put'];
    expect(Object.keys(paths['/pets']).sort()).toEqual(verbs);
    expect(paths['/pets'].get.responses.default.description).toContain('GET /pets');
    expect(Object.keys(paths['/{proxy}']).sort()).toEqual(verbs);
    expect(Object.keys(paths['/files/{path}'])).toEqual(['get']);
  });

  test('says nothing of what is behind it', async () => {
    await product(await httpApi(['GET /pets']), '$default');
    expect(JSON.stringify(await control.portal.page('pets'))).not.toMatch(/secret-backend|x-amazon/);
  });

  test('try-it goes to its stage', async () => {
    const apiId = await httpApi(['GET /pets']);
    await product(apiId, '$default');
    await control.portal.tryIt(visitor, 'pets', { method: 'GET', pathAndQuery: '/pets?dev', headers: [] });
    expect(sent).toMatchObject([
      { invokeUrl: `http://${apiId}.execute-api.localhost:8080`, pathAndQuery: '/pets?dev' },
    ]);
  });

  test.each([
    '/dev/pets',
    '/dev',
    '/%64ev/pets',
    '/dev?a=1',
  ])('of $default does not lead to the stage dev: %s', async (pathAndQuery) => {
    await product(await httpApi(['GET /pets'], ['$default', 'dev']), '$default');
    const call = { method: 'GET', pathAndQuery, headers: [] };
    await expect(control.portal.tryIt(visitor, 'pets', call)).rejects.toMatchObject({
      fields: [{ field: 'pathAndQuery' }],
    });
    expect(sent).toEqual([]);
  });
});

describe('a WebSocket API', () => {
  test('has a page of routes and models, and no document', async () => {
    const apiId = await socketApi();
    await product(apiId, 'live');
    const page = await control.portal.page('pets');
    expect(page).toMatchObject({
      kind: 'WEBSOCKET',
      operationCount: 2,
      invokeUrl: `ws://${apiId}.execute-api.localhost:8080/live`,
      plans: [],
    });
    expect(page.openapi).toBeUndefined();
    expect(page.socket).toEqual({
      routeSelectionExpression: '$request.body.action',
      connect: { authorizationType: 'NONE', identitySource: [], apiKeyRequired: false },
      routes: [
        {
          routeKey: 'send',
          operationName: 'Says it',
          requestModels: [{ name: 'Said', schema: expect.stringContaining('"text"') }],
          answers: false,
          responseModels: [],
        },
        { routeKey: '$default', requestModels: [], answers: false, responseModels: [] },
      ],
    });
    expect(JSON.stringify(page)).not.toContain('secret-backend');
    expect(await control.portal.catalogue('says it')).toHaveLength(1);
  });

  test('a plan that is offered for it is subscribed to; a second one of its stage is not', async () => {
    const apiId = await socketApi();
    const plan = (name: string) =>
      control.usagePlans.create(editor, {
        name,
        apiStages: [{ apiId, stage: 'live' }],
        offeredInPortal: true,
      });
    const gold = await plan('Gold');
    const silver = await plan('Silver');
    const ada = await world.developer('ada');
    const app = await control.portal.createApp(ada, { name: 'App' });
    const hidden = control.portal.subscribe(ada, app.id, gold.id);
    await expect(hidden).rejects.toMatchObject({ code: 'NotFoundException' });
    await product(apiId, 'live');
    expect((await control.portal.page('pets')).plans.map(({ name }) => name)).toEqual(['Gold', 'Silver']);
    expect(await control.portal.subscribe(ada, app.id, gold.id)).toMatchObject({ state: 'ACTIVE' });
    const second = control.portal.subscribe(ada, app.id, silver.id);
    await expect(second).rejects.toMatchObject({ code: 'ConflictException' });
  });

  test('is connected to, not called', async () => {
    await product(await socketApi(), 'live');
    const call = { method: 'GET', pathAndQuery: '/', headers: [] };
    await expect(control.portal.tryIt(visitor, 'pets', call)).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    expect(sent).toEqual([]);
  });
});

describe.each([
  ['HTTP', () => httpApi(['GET /pets'], ['live'])],
  ['WebSocket', () => socketApi()],
])('of an %s API', (_, make) => {
  const refused = { code: 'NotFoundException' };

  test('a draft is not seen, not tried, not searched', async () => {
    await product(await make(), 'live', { published: false });
    expect(await control.portal.catalogue()).toEqual([]);
    await expect(control.portal.page('pets')).rejects.toMatchObject(refused);
    await expect(control.portal.sdks('pets')).rejects.toMatchObject(refused);
    const call = { method: 'GET', pathAndQuery: '/', headers: [] };
    await expect(control.portal.tryIt(visitor, 'pets', call)).rejects.toMatchObject(refused);
  });

  test('a stage that is not there or serves nothing gets no page', async () => {
    const apiId = await make();
    await control.apis.stages.create(editor, apiId, { stageName: 'empty' });
    for (const stageName of ['none', 'empty'])
      await expect(product(apiId, stageName)).rejects.toMatchObject({ fields: [{ field: 'stageName' }] });
  });

  test('the page goes with its stage', async () => {
    const apiId = await make();
    await product(apiId, 'live');
    await control.apis.stages.delete(editor, apiId, 'live');
    expect(await control.portal.products(editor)).toEqual([]);
  });

  test('the page goes with its API', async () => {
    const apiId = await make();
    await product(apiId, 'live');
    await control.apis.delete(editor, apiId);
    expect(await control.portal.products(editor)).toEqual([]);
  });
});
