import {
  APIGatewayClient,
  CreateApiKeyCommand,
  type CreateApiKeyCommandInput,
  DeleteApiKeyCommand,
  GetApiKeyCommand,
  GetApiKeysCommand,
  type GetApiKeysCommandInput,
  GetTagsCommand,
  type PatchOperation,
  UpdateApiKeyCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testActor } from '@/lib/control/testing';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});
const create = (input: CreateApiKeyCommandInput) => client.send(new CreateApiKeyCommand(input));
const patch = (apiKey: string, ...patchOperations: PatchOperation[]) =>
  client.send(new UpdateApiKeyCommand({ apiKey, patchOperations }));

test('made, read, patched and deleted by AWS’s client', async () => {
  const {
    id = '',
    value,
    $metadata,
    ...made
  } = await create({
    name: 'mobile',
    description: 'of the app',
    enabled: true,
    customerId: 'c-1',
    tags: { team: 'shop' },
  });
  expect($metadata.httpStatusCode).toBe(201);
  expect(value).toMatch(/^[A-Za-z0-9]{40}$/);
  expect(made).toEqual({
    name: 'mobile',
    description: 'of the app',
    enabled: true,
    customerId: 'c-1',
    createdDate: expect.any(Date),
    lastUpdatedDate: expect.any(Date),
    stageKeys: [],
    tags: { team: 'shop' },
  });
  const patched = await patch(
    id,
    { op: 'replace', path: '/name', value: 'phones' },
    { op: 'replace', path: '/enabled', value: 'false' },
    { op: 'replace', path: '/customerId', value: 'c-2' },
    { op: 'replace', path: '/description', value: 'old' },
    { op: 'add', path: '/labels', value: 'old' },
  );
  const next = { name: 'phones', enabled: false, customerId: 'c-2', description: 'old' };
  expect(patched).toMatchObject({ ...next, tags: { team: 'shop' } });
  expect(patched).not.toHaveProperty('value');
  expect((await kit.control.apiKeys.get(editor, id)).labels).toEqual(['old']);
  expect(await client.send(new GetApiKeyCommand({ apiKey: id, includeValue: true }))).toMatchObject({
    ...next,
    value,
  });
  const [entry] = await kit.control.audit.list(testActor('administrator'), { limit: 1 });
  expect(entry).toMatchObject({ operation: 'GetApiKey', subject: id, actor: expect.stringContaining('ada') });
  const deleted = await client.send(new DeleteApiKeyCommand({ apiKey: id }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  await expect(client.send(new GetApiKeyCommand({ apiKey: id }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid API Key identifier specified',
  });
  const resourceArn = `arn:aws:apigateway:us-east-1::/apikeys/${id}`;
  await expect(client.send(new GetTagsCommand({ resourceArn }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

test('stages are told back, added and removed', async () => {
  const { id: restApiId } = await mockApi(kit);
  for (const stageName of ['prod', 'test'])
    await kit.control.deployments.create(editor, restApiId, { stageName });
  const made = await create({ name: 'k', stageKeys: [{ restApiId, stageName: 'prod' }] });
  expect(made.stageKeys).toEqual([`${restApiId}/prod`]);
  const patched = await patch(
    made.id ?? '',
    { op: 'add', path: '/stages', value: `${restApiId}/test` },
    { op: 'remove', path: '/stages', value: `${restApiId}/prod` },
  );
  expect(patched.stageKeys).toEqual([`${restApiId}/test`]);
  const unknown = patch(made.id ?? '', { op: 'add', path: '/stages', value: `${restApiId}/none` });
  await expect(unknown).rejects.toMatchObject({ name: 'NotFoundException' });
});

test('lists are newest first, by pages that a deletion does not shift, and narrow', async () => {
  const ids: Record<string, string> = {};
  for (const name of ['app-1', 'App-2', 'app-3', 'app-4', 'web'])
    ids[name] = (await create({ name, customerId: name === 'web' ? 'w' : 'a' })).id ?? '';
  const list = async (input: GetApiKeysCommandInput) => {
    const { items = [], position } = await client.send(new GetApiKeysCommand(input));
    return { names: items.map(({ name }) => name), position, items };
  };
  const first = await list({ limit: 2 });
  expect(first.names).toEqual(['web', 'app-4']);
  await client.send(new DeleteApiKeyCommand({ apiKey: ids['app-4'] }));
  const second = await list({ limit: 2, position: first.position });
  expect(second.names).toEqual(['app-3', 'App-2']);
  expect(await list({ limit: 2, position: second.position })).toMatchObject({
    names: ['app-1'],
    position: undefined,
  });
  expect((await list({ nameQuery: 'app' })).names).toEqual(['app-3', 'app-1']);
  expect((await list({ customerId: 'w' })).names).toEqual(['web']);
  expect((await list({})).items[0]).not.toHaveProperty('value');
  expect((await list({ includeValues: true, limit: 1 })).items[0]?.value).toMatch(/^\w{40}$/);
  await expect(list({ position: 'nonsense' })).rejects.toMatchObject({ name: 'BadRequestException' });
});

test.each<[rule: string, input: CreateApiKeyCommandInput, name: string, message: string]>([
  [
    'a short value',
    { value: 'x'.repeat(19) },
    'BadRequestException',
    'API Key value should be at least 20 characters',
  ],
  [
    'a long name',
    { name: 'x'.repeat(1025) },
    'BadRequestException',
    'Invalid API Key name, can be at most 1024 characters.',
  ],
  [
    'a stage that there is not',
    { stageKeys: [{ restApiId: 'abc', stageName: 'prod' }] },
    'NotFoundException',
    'Invalid API Stage specified: abc/prod',
  ],
])('refused, and nothing is made: %s', async (_rule, input, name, message) => {
  await expect(create({ ...input, tags: { a: 'b' } })).rejects.toMatchObject({ name, message });
  expect(await kit.control.apiKeys.list(editor)).toEqual([]);
});

test('an empty name and value are taken, a value twice is not', async () => {
  expect((await create({ name: '', value: '' })).value).toMatch(/^\w{40}$/);
  const value = 'twenty-characters-or-more';
  await create({ value });
  await expect(create({ value })).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'API Key already exists',
  });
});
