import { beforeEach, describe, expect, test } from 'vitest';
import { databases, editor, mockApi, refusal, testControl } from '../testControl';

const name = 'api.example.com';

describe.each(databases)('on $name', ({ open }) => {
  const kit = testControl(open);
  let http: string;
  let socket: string;
  let rest: string;
  beforeEach(async () => {
    const { apis, domainNames, deployments } = kit.control;
    ({ apiId: http } = await apis.create(editor, { name: 'Http', protocolType: 'HTTP' }));
    await apis.stages.create(editor, http, { stageName: '$default' });
    const expression = { routeSelectionExpression: '$request.body.action' };
    const members = { name: 'Socket', protocolType: 'WEBSOCKET' as const, ...expression };
    ({ apiId: socket } = await apis.create(editor, members));
    await apis.stages.create(editor, socket, { stageName: 'prod' });
    ({ id: rest } = await mockApi(kit));
    await deployments.create(editor, rest, { stageName: 'prod' });
    await domainNames.create(editor, { domainName: name });
  });
  const group = () => kit.control.domainNames.apiMappings;
  const create = (apiMappingKey: string, apiId = http, stage = '$default') =>
    group().create(editor, name, { apiId, stage, apiMappingKey });

  test('keys of several parts lead to an HTTP API at once; V1 shows those that it can', async () => {
    const several = await create('orders/v2');
    const one = await create('pets', rest, 'prod');
    expect(several).toEqual({
      apiMappingId: expect.stringMatching(/^[a-z0-9]{6}$/),
      apiMappingKey: 'orders/v2',
      apiId: http,
      stage: '$default',
    });
    expect(await group().list(editor, name)).toEqual([several, one]);
    expect(await group().get(editor, name, several.apiMappingId)).toEqual(several);
    expect(await kit.control.domainNames.listMappings(editor, name)).toEqual([
      { basePath: 'pets', restApiId: rest, stage: 'prod' },
    ]);
    expect(kit.snapshots.at(-1)?.domainNames?.[0]?.basePathMappings).toEqual([
      { basePath: 'orders/v2', restApiId: http, stageName: '$default' },
      { basePath: 'pets', restApiId: rest, stageName: 'prod' },
    ]);
  });

  test('an update changes what it names; a deleted mapping is gone', async () => {
    const { apiMappingId } = await create('');
    await create('taken');
    expect(await group().update(editor, name, apiMappingId, { apiMappingKey: 'v1' })).toMatchObject({
      apiMappingId,
      apiMappingKey: 'v1',
      stage: '$default',
    });
    const clash = () => group().update(editor, name, apiMappingId, { apiMappingKey: 'taken' });
    expect(await refusal(kit, clash)).toMatchObject({ code: 'ConflictException' });
    await group().delete(editor, name, apiMappingId);
    expect(await refusal(kit, () => group().get(editor, name, apiMappingId))).toMatchObject({
      code: 'NotFoundException',
      message: 'The resource specified in the request was not found.',
    });
  });

  test('no Api and no stage goes while a mapping leads there', async () => {
    await create('v1');
    const { apis } = kit.control;
    const text = (what: string) => ({
      code: 'BadRequestException',
      message: `Please remove all base path mappings related to the ${what} in your domains`,
    });
    expect(await refusal(kit, () => apis.delete(editor, http))).toMatchObject(text('API'));
    expect(await refusal(kit, () => apis.stages.delete(editor, http, '$default'))).toMatchObject(
      text('stage'),
    );
  });

  test('a name serves WebSocket APIs or the other kinds', async () => {
    const { apiMappingId } = await create('v1');
    const both = 'A custom domain name serves WebSocket APIs or REST and HTTP APIs, not both';
    expect(await refusal(kit, () => create('ws', socket, 'prod'))).toMatchObject({ message: both });
    await group().delete(editor, name, apiMappingId);
    await create('ws', socket, 'prod');
    expect(await refusal(kit, () => create('v1'))).toMatchObject({ message: both });
    expect(await refusal(kit, () => create('pets', rest, 'prod'))).toMatchObject({ message: both });
    const byV1 = () =>
      kit.control.domainNames.createMapping(editor, name, { restApiId: rest, stage: 'prod' });
    expect(await refusal(kit, byV1)).toMatchObject({ message: both });
  });

  test.each([
    ['/v1', "API mapping key should not start with a '/' or have consecutive '/'s."],
    ['v1//v2', "API mapping key should not start with a '/' or have consecutive '/'s."],
    ['v1/', "API mapping key should not end with a '/'."],
    ['v 1', "API mapping key has only letters, digits and $-_.+!*'()/"],
  ])('the key %s is refused', async (key, message) => {
    expect(await refusal(kit, () => create(key))).toMatchObject({ code: 'BadRequestException', message });
  });

  test('what it leads to is there', async () => {
    expect(await refusal(kit, () => create('v1', http, 'nosuch'))).toMatchObject({
      message: 'Invalid stage identifier specified',
    });
    expect(await refusal(kit, () => create('v1', 'nosuch', 'prod'))).toMatchObject({
      code: 'BadRequestException',
    });
    await create('v1');
    expect(await refusal(kit, () => create('v1'))).toMatchObject({ code: 'ConflictException' });
  });
});
