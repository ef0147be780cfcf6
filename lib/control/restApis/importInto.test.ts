import { expect, test } from 'vitest';
import { editor, refusal, testControl } from '../testControl';
import { mockDocument } from './mockDocument';

const kit = testControl();

const paths = async (restApiId: string) =>
  (await kit.control.resources.list(editor, restApiId)).map(({ path }) => path);

async function existing() {
  const { restApi } = await kit.control.restApis.import(editor, {
    document: mockDocument(['GET /a', 'POST /a', 'GET /kept']),
  });
  return restApi?.id ?? '';
}
const operations = async (restApiId: string) =>
  (await kit.control.resources.list(editor, restApiId)).flatMap(({ path, resourceMethods }) =>
    Object.keys(resourceMethods).map((verb) => `${verb} ${path}`),
  );

test('merge replaces what it names, name and version too, and keeps the rest, ids too', async () => {
  const restApiId = await existing();
  const before = await kit.control.resources.list(editor, restApiId);
  const document = mockDocument(['GET /a', 'GET /new'], { info: { title: 'Other', version: '3' } });
  await kit.control.restApis.import(editor, { document, restApiId });
  expect(await operations(restApiId)).toEqual(['GET /a', 'POST /a', 'GET /kept', 'GET /new']);
  expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({
    name: 'Other',
    version: '3',
  });
  const after = await kit.control.resources.list(editor, restApiId);
  for (const { path, id } of before) expect(after).toContainEqual(expect.objectContaining({ path, id }));
});

test('overwrite leaves only what it names; stages go on', async () => {
  const restApiId = await existing();
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  const document = mockDocument(['PUT /a'], { info: { title: 'Other', version: '3' } });
  await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
  expect(await operations(restApiId)).toEqual(['PUT /a']);
  expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({
    name: 'Other',
    version: '3',
    stageNames: ['dev'],
  });
});

test('merge replaces settings and gateway responses that it names, overwrite clears the others', async () => {
  const extensions = (size: number, ...types: string[]) => ({
    'x-amazon-apigateway-minimum-compression-size': size,
    'x-amazon-apigateway-gateway-responses': Object.fromEntries(
      types.map((type) => [type, { statusCode: `${430 + size}` }]),
    ),
  });
  const types = { 'x-amazon-apigateway-binary-media-types': ['image/png'] };
  const moreTypes = { 'x-amazon-apigateway-binary-media-types': ['image/gif', 'image/png'] };
  const first = mockDocument(['GET /a'], { ...types, ...extensions(1, 'THROTTLED', 'WAF_FILTERED') });
  const { restApi } = await kit.control.restApis.import(editor, { document: first });
  const restApiId = restApi?.id ?? '';
  const statuses = async () =>
    (await kit.control.gatewayResponses.list(editor, restApiId))
      .filter(({ defaultResponse }) => !defaultResponse)
      .map(({ responseType, statusCode }) => `${responseType} ${statusCode}`);
  const document = mockDocument(['GET /a'], extensions(2, 'THROTTLED'));
  await kit.control.restApis.import(editor, { document, restApiId });
  expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({
    binaryMediaTypes: ['image/png'],
    minimumCompressionSize: 2,
  });
  expect(await statuses()).toEqual(['THROTTLED 432', 'WAF_FILTERED 431']);
  await kit.control.restApis.import(editor, { document: mockDocument(['GET /a'], moreTypes), restApiId });
  expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({
    binaryMediaTypes: ['image/png', 'image/gif'],
  });
  await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
  expect(await kit.control.restApis.get(editor, restApiId)).toMatchObject({ binaryMediaTypes: [] });
  expect(await statuses()).toEqual(['THROTTLED 432']);
});

test('a validator keeps its id for the methods that had it', async () => {
  const validators = {
    'x-amazon-apigateway-request-validators': {
      strict: { validateRequestParameters: true, validateRequestBody: false },
    },
    'x-amazon-apigateway-request-validator': 'strict',
  };
  const { restApi } = await kit.control.restApis.import(editor, {
    document: mockDocument(['GET /a'], validators),
  });
  const restApiId = restApi?.id ?? '';
  await kit.control.restApis.import(editor, { document: mockDocument(['GET /b'], validators), restApiId });
  const [validator, ...others] = await kit.control.requestValidators.list(editor, restApiId);
  expect(others).toEqual([]);
  const resources = await kit.control.resources.list(editor, restApiId);
  expect(resources.slice(1).map(({ resourceMethods }) => resourceMethods.GET?.requestValidatorId)).toEqual([
    validator?.id,
    validator?.id,
  ]);
});

test('a merge that would put two variables beside each other changes nothing', async () => {
  const restApiId = await existing();
  await kit.control.restApis.import(editor, { document: mockDocument(['GET /a/{one}']), restApiId });
  const work = () =>
    kit.control.restApis.import(editor, { document: mockDocument(['GET /a/{two}', 'GET /z']), restApiId });
  expect(await refusal(kit, work)).toEqual({
    code: 'BadRequestException',
    message: 'A sibling ({one}) of this resource already has a variable path part -- only one is allowed',
    fields: ['/a/{two}'],
  });
});

test('an unknown one is not found', async () => {
  const work = () =>
    kit.control.restApis.import(editor, { document: mockDocument(['GET /a']), restApiId: 'nosuchapi0' });
  expect(await refusal(kit, work)).toMatchObject({ code: 'NotFoundException' });
});

test('a thousand resources come in one piece, deploy, and are listed', async () => {
  const document = mockDocument(Array.from({ length: 1_000 }, (_, n) => `GET /r${n}`));
  const { restApi } = await kit.control.restApis.import(editor, { document });
  const restApiId = restApi?.id ?? '';
  expect(restApi?.methodCount).toBe(1_000);
  expect(await paths(restApiId)).toHaveLength(1_001);
  await kit.control.deployments.create(editor, restApiId, { stageName: 'dev' });
  expect(kit.snapshots.at(-1)?.deployments[0]?.resources).toHaveLength(1_001);
  await kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' });
  expect(await kit.control.deployments.pending(editor, restApiId)).toEqual([]);
});

test('writes to one API come one after the other: no deployment sees half an import', async () => {
  const { restApi } = await kit.control.restApis.import(editor, {
    document: mockDocument(['GET /a', 'GET /b']),
  });
  const restApiId = restApi?.id ?? '';
  const documents = [mockDocument(['GET /a', 'GET /b']), mockDocument(['GET /c', 'GET /d'])];
  const imports = documents.map((document) =>
    kit.control.restApis.import(editor, { document, restApiId, mode: 'overwrite' }),
  );
  const deployments = Array.from({ length: 5 }, (_, n) =>
    kit.control.deployments.create(editor, restApiId, { stageName: `s${n}` }),
  );
  await Promise.all([...imports, ...deployments]);
  const deployed = kit.snapshots.flatMap((snapshot) => snapshot.deployments);
  for (const { resources } of deployed)
    expect([
      ['/', '/a', '/b'],
      ['/', '/c', '/d'],
    ]).toContainEqual(resources.map(({ path }) => path));
});
