import {
  APIGatewayClient,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteUsagePlanCommand,
  DeleteUsagePlanKeyCommand,
  GetUsagePlanCommand,
  GetUsagePlanKeyCommand,
  GetUsagePlanKeysCommand,
  GetUsagePlansCommand,
  type PatchOperation,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});

async function stages(): Promise<string> {
  const { id } = await mockApi(kit);
  for (const stageName of ['prod', 'test']) await kit.control.deployments.create(editor, id, { stageName });
  return id;
}
async function gold(): Promise<string> {
  return (await kit.control.usagePlans.create(editor, { name: 'Gold' })).id;
}
const patch = (usagePlanId: string, ...patchOperations: PatchOperation[]) =>
  client.send(new UpdateUsagePlanCommand({ usagePlanId, patchOperations }));

test('a plan is made, read, listed and deleted by AWS’s client', async () => {
  const apiId = await stages();
  const { $metadata, ...made } = await client.send(
    new CreateUsagePlanCommand({
      name: 'Gold',
      description: 'much',
      apiStages: [{ apiId, stage: 'prod', throttle: { '/pets/GET': { rateLimit: 1, burstLimit: 2 } } }],
      throttle: { rateLimit: 10.5 },
      quota: { limit: 100, period: 'MONTH' },
      tags: { team: 'shop' },
    }),
  );
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6}$/),
    name: 'Gold',
    description: 'much',
    apiStages: [{ apiId, stage: 'prod', throttle: { '/pets/GET': { rateLimit: 1, burstLimit: 2 } } }],
    throttle: { rateLimit: 10.5, burstLimit: 0 },
    quota: { limit: 100, offset: 0, period: 'MONTH' },
    tags: { team: 'shop' },
  });
  const usagePlanId = made.id ?? '';
  expect(await client.send(new GetUsagePlanCommand({ usagePlanId }))).toMatchObject({ ...made, tags: {} });
  const plain = await client.send(new CreateUsagePlanCommand({ name: 'Plain' }));
  expect(plain).toEqual({ $metadata: expect.anything(), id: plain.id, name: 'Plain', apiStages: [] });
  const { items = [] } = await client.send(new GetUsagePlansCommand({}));
  expect(items.map(({ name, tags }) => [name, tags])).toEqual([
    ['Gold', { team: 'shop' }],
    ['Plain', undefined],
  ]);
  const deleted = await client.send(new DeleteUsagePlanCommand({ usagePlanId }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  await expect(client.send(new GetUsagePlanCommand({ usagePlanId }))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Usage Plan ID specified',
  });
});

test('every path of AWS’s table', async () => {
  const apiId = await stages();
  const id = await gold();
  await kit.control.usagePlans.update(editor, id, { name: 'Gold', offeredInPortal: true });
  const prod = `/apiStages/${apiId}:prod/throttle`;
  const first = await patch(
    id,
    { op: 'replace', path: '/name', value: 'Best' },
    { op: 'replace', path: '/description', value: 'more' },
    { op: 'add', path: '/productCode', value: 'abc' },
    { op: 'add', path: '/apiStages', value: `${apiId}:prod` },
    { op: 'add', path: '/apiStages', value: `${apiId}:test` },
    { op: 'add', path: '/throttle/rateLimit', value: '5' },
    { op: 'replace', path: '/throttle/burstLimit', value: '7' },
    { op: 'add', path: '/quota/limit', value: '100' },
    { op: 'add', path: '/quota/period', value: 'WEEK' },
    { op: 'replace', path: '/quota/offset', value: '2' },
    { op: 'add', path: `${prod}/~1pets~1{petId}/GET/rateLimit`, value: '1.5' },
    { op: 'replace', path: `${prod}/~1pets~1{petId}/GET/burstLimit`, value: '3' },
    { op: 'add', path: `${prod}/~1pets/POST/burstLimit`, value: '4' },
  );
  expect(first).toMatchObject({
    name: 'Best',
    description: 'more',
    productCode: 'abc',
    throttle: { rateLimit: 5, burstLimit: 7 },
    quota: { limit: 100, period: 'WEEK', offset: 2 },
    apiStages: [
      {
        apiId,
        stage: 'prod',
        throttle: {
          '/pets/{petId}/GET': { rateLimit: 1.5, burstLimit: 3 },
          '/pets/POST': { rateLimit: 0, burstLimit: 4 },
        },
      },
      { apiId, stage: 'test' },
    ],
  });
  const second = await patch(
    id,
    { op: 'remove', path: `${prod}/~1pets/POST` },
    { op: 'remove', path: '/apiStages', value: `${apiId}:test` },
    { op: 'remove', path: '/productCode' },
    { op: 'remove', path: '/throttle' },
    { op: 'remove', path: '/quota' },
  );
  expect(second.apiStages).toEqual([
    { apiId, stage: 'prod', throttle: { '/pets/{petId}/GET': { rateLimit: 1.5, burstLimit: 3 } } },
  ]);
  for (const gone of ['productCode', 'throttle', 'quota']) expect(second).not.toHaveProperty(gone);
  const map = '{"/a/GET":{"rateLimit":2,"burstLimit":1}}';
  const third = await patch(id, { op: 'replace', path: prod, value: map });
  expect(third.apiStages?.[0]?.throttle).toEqual({ '/a/GET': { rateLimit: 2, burstLimit: 1 } });
  expect((await patch(id, { op: 'remove', path: prod })).apiStages).toEqual([{ apiId, stage: 'prod' }]);
  expect((await kit.control.usagePlans.get(editor, id)).offeredInPortal).toBe(true);
});

test.each<[rule: string, operation: PatchOperation, name: string, message: RegExp]>([
  ['an unknown path', { op: 'replace', path: '/x', value: '1' }, 'BadRequestException', /patch path \/x$/],
  [
    'a quota without a period',
    { op: 'add', path: '/quota/limit', value: '1' },
    'BadRequestException',
    /DAY.*WEEK.*MONTH/,
  ],
  [
    'a stage that there is not',
    { op: 'add', path: '/apiStages', value: 'abc:prod' },
    'NotFoundException',
    /^Invalid API Stage \{api: abc, stage: prod\} specified for usageplan /,
  ],
  [
    'a stage that the plan has not',
    { op: 'remove', path: '/apiStages', value: 'abc:prod' },
    'NotFoundException',
    /^Invalid API Stage \{api: abc, stage: prod\}/,
  ],
  [
    'what is no stage',
    { op: 'add', path: '/apiStages', value: 'abc' },
    'BadRequestException',
    /^Invalid API Stage specified$/,
  ],
  [
    'what is no number',
    { op: 'replace', path: '/throttle/rateLimit', value: 'many' },
    'BadRequestException',
    /Invalid number 'many'/,
  ],
])('refused, and the plan stays: %s', async (_rule, operation, name, message) => {
  const id = await gold();
  const before = await kit.control.usagePlans.get(editor, id);
  await expect(patch(id, { op: 'replace', path: '/name', value: 'No' }, operation)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(message),
  });
  expect(await kit.control.usagePlans.get(editor, id)).toEqual(before);
});

test('keys join, are listed by pages, narrow plans, and leave', async () => {
  const usagePlanId = await gold();
  await kit.control.usagePlans.create(editor, { name: 'Other' });
  const keys = [];
  for (const name of ['app-a', 'app-b', 'web']) {
    const key = await kit.control.apiKeys.create(editor, { name });
    const { id: keyId, value } = key;
    keys.push(key);
    const joined = await client.send(
      new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' }),
    );
    expect(joined).toMatchObject({ id: keyId, type: 'API_KEY', name, value });
    expect(joined.$metadata.httpStatusCode).toBe(201);
  }
  // The newest first.
  const ids = keys.map(({ id }) => id).reverse();
  const first = await client.send(new GetUsagePlanKeysCommand({ usagePlanId, limit: 2 }));
  const { position } = first;
  const second = await client.send(new GetUsagePlanKeysCommand({ usagePlanId, limit: 2, position }));
  expect([...(first.items ?? []), ...(second.items ?? [])].map(({ id }) => id)).toEqual(ids);
  expect(second.position).toBeUndefined();
  const named = await client.send(new GetUsagePlanKeysCommand({ usagePlanId, nameQuery: 'app' }));
  expect(named.items?.map(({ name }) => name).sort()).toEqual(['app-a', 'app-b']);
  const keyId = ids[0] ?? '';
  const plans = await client.send(new GetUsagePlansCommand({ keyId }));
  expect(plans.items?.map(({ name }) => name)).toEqual(['Gold']);
  const again = new CreateUsagePlanKeyCommand({ usagePlanId, keyId, keyType: 'API_KEY' });
  await expect(client.send(again)).rejects.toMatchObject({ name: 'ConflictException' });
  await client.send(new DeleteUsagePlanKeyCommand({ usagePlanId, keyId }));
  await expect(client.send(new GetUsagePlanKeyCommand({ usagePlanId, keyId }))).rejects.toMatchObject({
    name: 'NotFoundException',
  });
});

test('a key of another kind is refused', async () => {
  const join = { usagePlanId: await gold(), keyId: 'x', keyType: 'OTHER' };
  await expect(client.send(new CreateUsagePlanKeyCommand(join))).rejects.toMatchObject({
    name: 'BadRequestException',
  });
});
