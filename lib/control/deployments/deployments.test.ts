import { beforeEach, describe, expect, test } from 'vitest';
import { authorizers } from '@/db/schema';
import type { Authorizer } from '@/lib/model/authorizer';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';

const kit = testControl();
let restApiId = '';
let root = '';

beforeEach(async () => {
  const api = await mockApi(kit);
  restApiId = api.id;
  root = api.rootResourceId;
});

const deploy = (stageName = 'dev', description?: string) => {
  kit.clock.now += 1_000;
  return kit.control.deployments.create(editor, restApiId, { stageName, description });
};
const sentences = async (from: string, to: string) =>
  (await kit.control.deployments.compare(editor, restApiId, from, to)).map(({ sentence }) => sentence);
const pending = async (stageName?: string) =>
  (await kit.control.deployments.pending(editor, restApiId, stageName)).map(({ sentence }) => sentence);

describe('deploying', () => {
  test('makes the stage, then moves it; the newest is listed first with its stage', async () => {
    const first = await deploy('dev', 'one');
    const second = await deploy('dev');
    expect(await kit.control.deployments.list(editor, restApiId)).toEqual([
      { ...second, stageNames: ['dev'] },
      { ...first, stageNames: [] },
    ]);
    expect(first).toMatchObject({ description: 'one', createdBy: 'editor@example.com', restApiId });
  });

  test('is published before it answers', async () => {
    const { id } = await deploy();
    expect(kit.snapshots.at(-1)).toMatchObject({
      deployments: [{ deploymentId: id, restApiId, resources: [{ path: '/' }] }],
      stages: [{ restApiId, stageName: 'dev', deploymentId: id, variables: {}, methodThrottles: {} }],
    });
  });

  test('without a stage is published nowhere until a stage is moved to it', async () => {
    const snapshots = kit.snapshots.length;
    const made = await kit.control.deployments.create(editor, restApiId, { description: 'later' });
    expect(made).toMatchObject({ description: 'later', stageNames: [], canaryStageNames: [] });
    expect(kit.snapshots.length).toBe(snapshots);
    await kit.control.stages.create(editor, restApiId, { stageName: 'dev', deploymentId: made.id });
    expect(kit.snapshots.at(-1)).toMatchObject({
      deployments: [{ deploymentId: made.id }],
      stages: [{ stageName: 'dev', deploymentId: made.id }],
    });
  });

  test('says what its stage is to be, a new one or one that is there; the rest of it stays', async () => {
    const { deployments, stages } = kit.control;
    const input = { stageName: 'dev', stageDescription: 'Dev', variables: { a: '1' }, tracingEnabled: true };
    await deployments.create(editor, restApiId, input);
    const { id } = await deployments.create(editor, restApiId, {
      stageName: 'dev',
      cacheClusterEnabled: true,
      cacheClusterSize: '1.6',
    });
    expect(await stages.get(editor, restApiId, 'dev')).toMatchObject({
      deploymentId: id,
      description: 'Dev',
      variables: { a: '1' },
      tracingEnabled: true,
      cacheClusterEnabled: true,
      cacheClusterSize: '1.6',
    });
    expect(kit.snapshots.at(-1)?.stages).toMatchObject([{ variables: { a: '1' } }]);
    const create = () =>
      deployments.create(editor, restApiId, { stageName: 'dev', variables: { 'no name': '' } });
    expect((await refusal(kit, create)).fields).toEqual(['variables.no name']);
  });

  test('is described later, and told with who may call what it serves', async () => {
    const { deployments } = kit.control;
    const { id } = await deploy('dev', 'one');
    const update = (description: string, deploymentId = id) =>
      deployments.update(editor, restApiId, deploymentId, { description });
    expect(await update('two')).toMatchObject({ id, description: 'two', stageNames: ['dev'] });
    expect(await update('')).not.toHaveProperty('description');
    expect(await deployments.get(editor, restApiId, id)).toEqual(await update(''));
    expect(await deployments.summary(editor, restApiId, id)).toEqual({
      '/': { GET: { authorizationType: 'NONE', apiKeyRequired: false } },
    });
    expect(await refusal(kit, () => update('x', 'none'))).toMatchObject({
      code: 'NotFoundException',
      message: 'Invalid Deployment identifier specified',
    });
  });

  test('freezes: what changes afterwards is in the definition only', async () => {
    await deploy();
    await mockMethod(kit, restApiId, root, 'POST');
    expect(await pending('dev')).toEqual(['POST / added']);
    expect(await pending()).toEqual(['POST / added']);
    await deploy();
    expect(await pending('dev')).toEqual([]);
  });

  test('a deployment names its methods, whatever the definition has by now', async () => {
    const { id } = await deploy();
    await mockMethod(kit, restApiId, root, 'POST');
    const methods = await kit.control.deployments.methods(editor, restApiId, id);
    expect(methods).toEqual([{ path: '/', httpMethod: 'GET', cacheKeyParameters: [], streams: false }]);
    const gone = () => kit.control.deployments.methods(editor, restApiId, 'nobody');
    expect(await refusal(kit, gone)).toMatchObject({ code: 'NotFoundException' });
  });

  test.each([
    ['a stage name', { stageName: 'a b' }, ['stageName']],
    ['an empty stage name', { stageName: '' }, ['stageName']],
    ['a description', { stageName: 'a', description: 'x'.repeat(1025) }, ['description']],
  ])('refuses %s that AWS refuses', async (_name, input, fields) => {
    const create = () => kit.control.deployments.create(editor, restApiId, input);
    expect(await refusal(kit, create)).toMatchObject({ code: 'BadRequestException', fields });
  });

  test('refuses an API without methods', async () => {
    const empty = await kit.control.restApis.create(editor, { name: 'Empty' });
    const create = () => kit.control.deployments.create(editor, empty.id, { stageName: 'dev' });
    expect(await refusal(kit, create)).toMatchObject({
      code: 'BadRequestException',
      message: "The REST API doesn't contain any methods",
    });
  });

  test('refuses methods without integration, and names each', async () => {
    await kit.control.methods.put(editor, restApiId, root, 'PUT', {});
    await kit.control.methods.put(editor, restApiId, root, 'POST', {});
    expect(await refusal(kit, () => deploy())).toMatchObject({
      message: 'No integration defined for method',
      fields: ['POST /', 'PUT /'],
    });
  });

  test('refuses what the engine cannot run, with its reason', async () => {
    // An import lets such a model in: it is only in the way of who has bodies held to it.
    const ahead = { type: 'string', pattern: '(?=a)b' };
    const schemas = { components: { schemas: { Ahead: ahead } } };
    const document = { openapi: '3.0.1', info: { title: 'T', version: '1' }, paths: {}, ...schemas };
    await kit.control.restApis.import(editor, { document: JSON.stringify(document), restApiId });
    const { id } = await kit.control.requestValidators.create(editor, restApiId, {
      name: 'body',
      validateRequestParameters: false,
      validateRequestBody: true,
    });
    const requestModels = { 'application/json': 'Ahead' };
    const method = { requestValidatorId: id, requestModels };
    await kit.control.methods.put(editor, restApiId, root, 'GET', method);
    const result = await refusal(kit, () => deploy());
    expect(result).toMatchObject({ code: 'BadRequestException' });
    expect(result.message).toMatch(/^GET \/ requestModels\["application\/json"\]: model Ahead: /);
  });

  test('refuses what workers would not take from disk, although it compiles', async () => {
    await kit.control.methods.putMethodResponses(editor, restApiId, root, 'GET', {
      '100': { statusCode: '100', responseParameters: {}, responseModels: {} },
      '200': { statusCode: '200', responseParameters: {}, responseModels: {} },
    });
    expect(await refusal(kit, () => deploy())).toMatchObject({
      code: 'BadRequestException',
      fields: ['GET / methodResponses.100'],
    });
  });

  test('names the authorizer that the engine cannot run', async () => {
    const ttl = { authorizerResultTtlInSeconds: 7_200 };
    const settings: Omit<Authorizer, 'id'> = { name: 'tokens', type: 'TOKEN', providerARNs: [], ...ttl };
    await kit.database.db.insert(authorizers).values({ id: 'aut001', restApiId, settings });
    expect(await refusal(kit, () => deploy())).toMatchObject({
      code: 'BadRequestException',
      fields: ['Authorizer tokens authorizerResultTtlInSeconds'],
    });
  });
});

describe('comparing', () => {
  test('tells any two deployments apart, both ways, and from the definition', async () => {
    const first = await deploy();
    const update = { type: 'HTTP', httpMethod: 'GET', uri: 'http://one.example/' };
    await kit.control.methods.putIntegration(editor, restApiId, root, 'GET', update);
    const second = await deploy();
    await kit.control.methods.putIntegration(editor, restApiId, root, 'GET', {
      ...update,
      uri: 'http://two.example/',
    });
    expect(await sentences(first.id, second.id)).toContain(
      'GET /: integration type changed from MOCK to HTTP',
    );
    expect(await sentences(second.id, first.id)).toContain(
      'GET /: integration type changed from HTTP to MOCK',
    );
    expect(await sentences(second.id, 'current')).toEqual([
      'GET /: integration URI changed from http://one.example/ to http://two.example/',
    ]);
    expect(await sentences(first.id, first.id)).toEqual([]);
  });

  test('an API that was never deployed has all of itself pending', async () => {
    expect(await pending()).toEqual(['GET / added', 'Model Empty added', 'Model Error added']);
  });

  test.each([
    ['deployment', () => sentences('nosuch', 'current'), 'Invalid Deployment identifier specified'],
    ['stage', () => pending('nosuch'), 'Invalid stage identifier specified'],
  ])('an unknown %s is not found', async (_name, work, message) => {
    expect(await refusal(kit, work)).toMatchObject({ code: 'NotFoundException', message });
  });

  test("another API's deployment is not found", async () => {
    const { id } = await deploy();
    const other = await mockApi(kit, 'Other');
    const compare = () => kit.control.deployments.compare(editor, other.id, id, 'current');
    expect(await refusal(kit, compare)).toMatchObject({ code: 'NotFoundException' });
    const remove = () => kit.control.deployments.delete(editor, other.id, id);
    expect(await refusal(kit, remove)).toMatchObject({ code: 'NotFoundException' });
  });
});

describe('deleting a deployment', () => {
  test('is refused while a stage uses it', async () => {
    const { id } = await deploy();
    const remove = () => kit.control.deployments.delete(editor, restApiId, id);
    expect(await refusal(kit, remove)).toMatchObject({
      code: 'BadRequestException',
      message: 'Active stages pointing to this deployment must be moved or deleted',
    });
  });

  test('works once no stage does', async () => {
    const first = await deploy();
    const second = await deploy();
    await kit.control.deployments.delete(editor, restApiId, first.id);
    expect(await kit.control.deployments.list(editor, restApiId)).toMatchObject([{ id: second.id }]);
  });
});
