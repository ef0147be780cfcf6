import { checkDeployment } from '@gatehouse/gateway/snapshot';
import { expect, test } from 'vitest';
import type { RestApiInput, RestApiUpdate } from '@/lib/model/restApi';
import { editor, mockApi, mockMethod, refusal, testControl } from '../testControl';

const kit = testControl();

test('an API comes back as it was made, with its root and the models of AWS', async () => {
  const made = await kit.control.restApis.create(editor, { name: ' Pets ', description: 'All pets' });
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{10}$/),
    name: 'Pets',
    description: 'All pets',
    binaryMediaTypes: [],
    apiKeySource: 'HEADER',
    endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
    disableExecuteApiEndpoint: false,
    createdDate: kit.clock.now,
    rootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/),
    methodCount: 0,
    stageNames: [],
  });
  expect(await kit.control.restApis.get(editor, made.id)).toEqual(made);
  expect(await kit.control.resources.list(editor, made.id)).toEqual([
    { id: made.rootResourceId, path: '/', resourceMethods: {} },
  ]);
  const pending = await kit.control.deployments.pending(editor, made.id);
  expect(pending.map(({ sentence }) => sentence)).toEqual(['Model Empty added', 'Model Error added']);
});

test('the list is newest first and counts methods and stages', async () => {
  const first = await mockApi(kit, 'First');
  await kit.control.deployments.create(editor, first.id, { stageName: 'dev' });
  kit.clock.now += 1_000;
  const second = await kit.control.restApis.create(editor, { name: 'Second' });
  expect(await kit.control.restApis.list(editor)).toMatchObject([
    { id: second.id, methodCount: 0, stageNames: [] },
    { id: first.id, methodCount: 1, stageNames: ['dev'] },
  ]);
});

test.each<[string, RestApiInput, string, string]>([
  ['no name', { name: ' ' }, 'name', 'Name is required'],
  ['a long name', { name: 'x'.repeat(1025) }, 'name', 'Name is at most 1,024 characters'],
  [
    'an empty description',
    { name: 'x', description: '' },
    'description',
    'Description cannot be an empty string',
  ],
])('%s is refused', async (_name, input, field, message) => {
  const refused = { code: 'BadRequestException', message, fields: [field] };
  expect(await refusal(kit, () => kit.control.restApis.create(editor, input))).toEqual(refused);
});

test('an update changes what is given, a deletion all', async () => {
  const { id } = await mockApi(kit);
  const updated = await kit.control.restApis.update(editor, id, { description: 'New', name: undefined });
  expect(updated).toMatchObject({ name: 'Mock', description: 'New' });
  await kit.control.deployments.create(editor, id, { stageName: 'dev' });
  await kit.control.restApis.delete(editor, id);
  expect(kit.snapshots.at(-1)).toMatchObject({ stages: [], deployments: [] });
  expect(await kit.control.restApis.list(editor)).toEqual([]);
  expect(await refusal(kit, () => kit.control.restApis.get(editor, id))).toMatchObject({
    code: 'NotFoundException',
    message: `Invalid API identifier specified 000000000000:${id}`,
  });
});

test('an empty description or version clears what was there, also for the next export', async () => {
  const { id } = await kit.control.restApis.create(editor, { name: 'A', description: 'Old', version: '1' });
  const { description, version, name } = await kit.control.restApis.update(editor, id, { description: '' });
  expect({ description, version, name }).toEqual({ description: undefined, version: '1', name: 'A' });
  await kit.control.restApis.update(editor, id, { version: '' });
  expect(await kit.control.restApis.get(editor, id)).not.toHaveProperty('version');
  const input = { restApiId: id, exportType: 'oas30', format: 'json', extensions: false } as const;
  const { info } = JSON.parse((await kit.control.restApis.export(editor, input)).body);
  expect(info).not.toHaveProperty('description');
});

test('what an API is beside its methods is kept, cleared one by one, cloned and handed to the engine', async () => {
  const settings = {
    binaryMediaTypes: ['image/*', '*/*'],
    minimumCompressionSize: 0,
    apiKeySource: 'AUTHORIZER',
  } as const;
  const { id } = await kit.control.restApis.create(editor, {
    name: 'A',
    ...settings,
    binaryMediaTypes: [...settings.binaryMediaTypes],
  });
  expect(await kit.control.restApis.get(editor, id)).toMatchObject(settings);
  const clone = await kit.control.restApis.clone(editor, id, { name: 'B', minimumCompressionSize: 5 });
  expect(await kit.control.restApis.list(editor)).toMatchObject([
    { name: 'B', ...settings, minimumCompressionSize: 5 },
    { name: 'A', ...settings },
  ]);
  await mockMethod(kit, clone.id, clone.rootResourceId);
  await kit.control.deployments.create(editor, clone.id, { stageName: 'dev' });
  const [deployed] = kit.snapshots.at(-1)?.deployments ?? [];
  expect(deployed).toMatchObject({
    binaryMediaTypes: settings.binaryMediaTypes,
    minimumCompressionSize: 5,
    models: [{ name: 'Empty' }, { name: 'Error' }],
  });
  expect(() => checkDeployment(deployed)).not.toThrow();
  await kit.control.restApis.update(editor, id, { minimumCompressionSize: null });
  expect(await kit.control.restApis.get(editor, id)).not.toHaveProperty('minimumCompressionSize');
  await kit.control.restApis.update(editor, id, { binaryMediaTypes: [], apiKeySource: 'HEADER' });
  expect(await kit.control.restApis.get(editor, id)).toMatchObject({
    binaryMediaTypes: [],
    apiKeySource: 'HEADER',
  });
});

test.each<[string, RestApiUpdate, string, string]>([
  [
    'a size below 0',
    { minimumCompressionSize: -1 },
    'minimumCompressionSize',
    'Invalid minimum compression size, must be between 0 and 10485760',
  ],
  [
    'a size above 10 MB',
    { minimumCompressionSize: 10_485_761 },
    'minimumCompressionSize',
    'Invalid minimum compression size, must be between 0 and 10485760',
  ],
  [
    'a type that is none',
    { binaryMediaTypes: ['image/png', 'png'] },
    'binaryMediaTypes.1',
    'Use a media type such as image/png or image/*',
  ],
])('%s is refused', async (_name, input, field, message) => {
  const { id } = await mockApi(kit);
  const refused = { code: 'BadRequestException', message, fields: [field] };
  expect(await refusal(kit, () => kit.control.restApis.update(editor, id, input))).toEqual(refused);
});

test('a clone is the same API under new ids, and goes its own way', async () => {
  const sample = await kit.control.restApis.createSample(editor);
  const clone = await kit.control.restApis.clone(editor, sample.id, { name: 'Copy' });
  expect(clone).toMatchObject({ name: 'Copy', methodCount: sample.methodCount });
  const ids = async (restApiId: string) =>
    (await kit.control.resources.list(editor, restApiId)).map(({ id }) => id);
  const both = [...(await ids(sample.id)), ...(await ids(clone.id))];
  expect(new Set(both).size).toBe(6);
  await kit.control.methods.delete(editor, clone.id, clone.rootResourceId, 'GET');
  expect(await kit.control.restApis.get(editor, sample.id)).toMatchObject({ methodCount: 6 });
});
