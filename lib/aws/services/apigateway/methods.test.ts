import {
  APIGatewayClient,
  CreateModelCommand,
  CreateResourceCommand,
  DeleteIntegrationCommand,
  DeleteIntegrationResponseCommand,
  DeleteMethodCommand,
  DeleteMethodResponseCommand,
  DeleteModelCommand,
  DeleteResourceCommand,
  GetIntegrationCommand,
  GetIntegrationResponseCommand,
  GetMethodCommand,
  GetMethodResponseCommand,
  GetModelCommand,
  GetModelsCommand,
  GetModelTemplateCommand,
  GetResourceCommand,
  GetResourcesCommand,
  type PatchOperation,
  PutIntegrationCommand,
  PutIntegrationResponseCommand,
  PutMethodCommand,
  PutMethodResponseCommand,
  UpdateIntegrationCommand,
  UpdateIntegrationResponseCommand,
  UpdateMethodCommand,
  UpdateMethodResponseCommand,
  UpdateModelCommand,
  UpdateResourceCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
let restApiId: string;
let rootId: string;
beforeEach(async () => {
  client = new APIGatewayClient(kit.client());
  const api = await kit.control.restApis.create(editor, { name: 'pets' });
  [restApiId, rootId] = [api.id, api.rootResourceId];
});

/** Without what the client adds. */
const plain = <Output extends object>({ $metadata: _metadata, ...rest }: Output & { $metadata: unknown }) =>
  rest;
const refused = (name: string, message: string) => expect.objectContaining({ name, message });

async function makePets() {
  const pets = await client.send(
    new CreateResourceCommand({ restApiId, parentId: rootId, pathPart: 'pets' }),
  );
  return { restApiId, resourceId: pets.id, httpMethod: 'GET' };
}
async function makeMethod() {
  const at = await makePets();
  await client.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  return at;
}
async function makeIntegration(members: { type?: 'HTTP_PROXY'; timeoutInMillis?: number } = {}) {
  const at = await makeMethod();
  await client.send(
    new PutIntegrationCommand({
      ...at,
      type: 'HTTP',
      integrationHttpMethod: 'GET',
      uri: 'https://example.com/pets',
      ...members,
    }),
  );
  return at;
}

test('resources: made, moved with what is below, read with methods or without, deleted', async () => {
  const { resourceId } = await makePets();
  const child = await client.send(
    new CreateResourceCommand({ restApiId, parentId: resourceId, pathPart: '{petId}' }),
  );
  expect(plain(child)).toEqual({
    id: child.id,
    parentId: resourceId,
    pathPart: '{petId}',
    path: '/pets/{petId}',
  });
  await client.send(
    new PutMethodCommand({ restApiId, resourceId: child.id, httpMethod: 'GET', authorizationType: 'NONE' }),
  );
  const patchOperations: PatchOperation[] = [{ op: 'replace', path: '/pathPart', value: 'animals' }];
  const moved = await client.send(new UpdateResourceCommand({ restApiId, resourceId, patchOperations }));
  expect(moved.path).toBe('/animals');
  const read = new GetResourceCommand({ restApiId, resourceId: child.id });
  expect(plain(await client.send(read))).toMatchObject({
    path: '/animals/{petId}',
    resourceMethods: { GET: {} },
  });
  const whole = await client.send(new GetResourcesCommand({ restApiId, embed: ['methods'] }));
  expect(whole.items?.map(({ path }) => path)).toEqual(['/', '/animals', '/animals/{petId}']);
  expect(whole.items?.[0]).toEqual({ id: rootId, path: '/' });
  expect(whole.items?.[2]?.resourceMethods?.GET).toEqual({
    httpMethod: 'GET',
    authorizationType: 'NONE',
    apiKeyRequired: false,
  });
  const deleted = await client.send(new DeleteResourceCommand({ restApiId, resourceId }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  await expect(client.send(read)).rejects.toEqual(
    refused('NotFoundException', 'Invalid Resource identifier specified'),
  );
});

test('a method: PutMethod answers its three members; patched, read and deleted', async () => {
  const at = await makePets();
  const made = await client.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
  expect([made.$metadata.httpStatusCode, plain(made)]).toEqual([
    201,
    { httpMethod: 'GET', authorizationType: 'NONE', apiKeyRequired: false },
  ]);
  await client.send(
    new UpdateMethodCommand({
      ...at,
      patchOperations: [
        { op: 'replace', path: '/apiKeyRequired', value: 'true' },
        { op: 'add', path: '/requestParameters/method.request.querystring.page', value: 'false' },
        { op: 'add', path: '/requestModels/application~1json', value: 'Error' },
        { op: 'replace', path: '/operationName', value: 'ListPets' },
      ],
    }),
  );
  expect(plain(await client.send(new GetMethodCommand(at)))).toEqual({
    httpMethod: 'GET',
    authorizationType: 'NONE',
    apiKeyRequired: true,
    operationName: 'ListPets',
    requestParameters: { 'method.request.querystring.page': false },
    requestModels: { 'application/json': 'Error' },
  });
  const deleted = await client.send(new DeleteMethodCommand(at));
  expect(deleted.$metadata.httpStatusCode).toBe(204);
  await expect(client.send(new GetMethodCommand(at))).rejects.toEqual(
    refused('NotFoundException', 'Invalid Method identifier specified'),
  );
});

test('a method response', async () => {
  const at = { ...(await makeMethod()), statusCode: '200' };
  const responseParameters = { 'method.response.header.X': true };
  const made = await client.send(new PutMethodResponseCommand({ ...at, responseParameters }));
  expect([made.$metadata.httpStatusCode, plain(made)]).toEqual([
    201,
    { statusCode: '200', responseParameters },
  ]);
  const patch = (...patchOperations: PatchOperation[]) =>
    client.send(new UpdateMethodResponseCommand({ ...at, patchOperations }));
  const patched = await patch(
    { op: 'remove', path: '/responseParameters/method.response.header.X' },
    { op: 'add', path: '/responseModels/application~1json', value: 'Empty' },
  );
  expect([patched.$metadata.httpStatusCode, plain(patched)]).toEqual([
    201,
    { statusCode: '200', responseModels: { 'application/json': 'Empty' } },
  ]);
  await expect(patch({ op: 'remove', path: '/responseParameters/method.response.header.Y' })).rejects.toEqual(
    refused('NotFoundException', 'Invalid parameter name specified'),
  );
  await expect(patch({ op: 'replace', path: '/responseModels/text~1xml', value: 'Empty' })).rejects.toEqual(
    refused('NotFoundException', 'Content-Type specified was not found'),
  );
  await client.send(new DeleteMethodResponseCommand(at));
  await expect(client.send(new GetMethodResponseCommand(at))).rejects.toEqual(
    refused('NotFoundException', 'Invalid Response status code specified'),
  );
});

test('an integration has the members that AWS gives it', async () => {
  const at = await makeMethod();
  const made = await client.send(
    new PutIntegrationCommand({
      ...at,
      type: 'HTTP_PROXY',
      integrationHttpMethod: 'ANY',
      uri: 'https://example.com/pets',
      requestParameters: { 'integration.request.header.X': "'y'" },
    }),
  );
  expect([made.$metadata.httpStatusCode, plain(made)]).toEqual([
    201,
    {
      type: 'HTTP_PROXY',
      httpMethod: 'ANY',
      uri: 'https://example.com/pets',
      connectionType: 'INTERNET',
      requestParameters: { 'integration.request.header.X': "'y'" },
      passthroughBehavior: 'WHEN_NO_MATCH',
      timeoutInMillis: 29_000,
      cacheNamespace: at.resourceId,
      cacheKeyParameters: [],
    },
  ]);
  const patched = await client.send(
    new UpdateIntegrationCommand({
      ...at,
      patchOperations: [
        { op: 'replace', path: '/timeoutInMillis', value: '1500' },
        { op: 'replace', path: '/uri', value: 'https://example.com/animals' },
        { op: 'remove', path: '/requestParameters/integration.request.header.X' },
        { op: 'add', path: '/requestTemplates/application~1json', value: '{}' },
        { op: 'replace', path: '/tlsConfig/insecureSkipVerification', value: 'true' },
      ],
    }),
  );
  expect(plain(patched)).toMatchObject({
    timeoutInMillis: 1500,
    uri: 'https://example.com/animals',
    requestTemplates: { 'application/json': '{}' },
    tlsConfig: { insecureSkipVerification: true },
  });
  expect(patched.requestParameters).toBeUndefined();
  await client.send(new DeleteIntegrationCommand(at));
  await expect(client.send(new GetIntegrationCommand(at))).rejects.toEqual(
    refused('NotFoundException', 'Invalid Integration identifier specified'),
  );
});

/* Reference section 9, response streaming: "changing to STREAM discards a custom timeout". */
test.each<[rule: string, operations: [path: string, value: string][], timeoutInMillis: number]>([
  ['becomes a stream', [['/responseTransferMode', 'STREAM']], 29_000],
  [
    'becomes a stream with a timeout of its own',
    [
      ['/timeoutInMillis', '900000'],
      ['/responseTransferMode', 'STREAM'],
    ],
    900_000,
  ],
  ['stays BUFFERED', [['/responseTransferMode', 'BUFFERED']], 1_500],
])('an integration that %s', async (_rule, operations, timeoutInMillis) => {
  const at = await makeIntegration({ type: 'HTTP_PROXY', timeoutInMillis: 1_500 });
  const patchOperations = operations.map(([path, value]) => ({ op: 'replace' as const, path, value }));
  const patched = await client.send(new UpdateIntegrationCommand({ ...at, patchOperations }));
  expect(patched.timeoutInMillis).toBe(timeoutInMillis);
  const kept = { op: 'replace' as const, path: '/timeoutInMillis', value: '2000' };
  await client.send(new UpdateIntegrationCommand({ ...at, patchOperations: [kept] }));
  const again = await client.send(
    new UpdateIntegrationCommand({ ...at, patchOperations: patchOperations.slice(-1) }),
  );
  expect(again.timeoutInMillis).toBe(2_000);
});

test('an integration response: an empty template is null, an empty pattern stays', async () => {
  const at = { ...(await makeIntegration()), statusCode: '200' };
  await client.send(new PutMethodResponseCommand(at));
  const made = await client.send(
    new PutIntegrationResponseCommand({
      ...at,
      selectionPattern: '',
      responseTemplates: { 'application/json': '' },
    }),
  );
  expect([made.$metadata.httpStatusCode, made.selectionPattern]).toEqual([201, '']);
  const patchOperations: PatchOperation[] = [
    { op: 'replace', path: '/selectionPattern', value: '2\\d\\d' },
    { op: 'add', path: '/responseTemplates/application~1json', value: '$input.body' },
  ];
  await client.send(new UpdateIntegrationResponseCommand({ ...at, patchOperations }));
  expect(plain(await client.send(new GetIntegrationResponseCommand(at)))).toEqual({
    statusCode: '200',
    selectionPattern: '2\\d\\d',
    responseTemplates: { 'application/json': '$input.body' },
  });
  await client.send(new DeleteIntegrationResponseCommand(at));
  await expect(client.send(new GetIntegrationResponseCommand(at))).rejects.toEqual(
    refused('NotFoundException', 'Invalid Response status code specified'),
  );
});

test('models: with an id, a template, references flattened', async () => {
  const schema = (of: object) => JSON.stringify({ type: 'object', ...of });
  const $ref = `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Pet`;
  const create = (name: string, of: object) =>
    client.send(
      new CreateModelCommand({ restApiId, name, contentType: 'application/json', schema: schema(of) }),
    );
  const pet = await create('Pet', { properties: { name: { type: 'string' } } });
  expect(pet.id).toMatch(/^[a-z0-9]{6}$/);
  await create('Pets', { properties: { items: { type: 'array', items: { $ref } } } });
  const flat = await client.send(new GetModelCommand({ restApiId, modelName: 'Pets', flatten: true }));
  expect(JSON.parse(flat.schema ?? '')).toMatchObject({
    properties: { items: { items: { $ref: '#/definitions/Pet' } } },
    definitions: { Pet: { properties: { name: { type: 'string' } } } },
  });
  const template = await client.send(new GetModelTemplateCommand({ restApiId, modelName: 'Pet' }));
  expect(template.value).toContain('name');
  await client.send(
    new UpdateModelCommand({
      restApiId,
      modelName: 'Pet',
      patchOperations: [{ op: 'replace', path: '/description', value: 'One' }],
    }),
  );
  const { items = [] } = await client.send(new GetModelsCommand({ restApiId }));
  expect(items.map(({ name, description }) => [name, description])).toContainEqual(['Pet', 'One']);
  await expect(client.send(new DeleteModelCommand({ restApiId, modelName: 'Nobody' }))).rejects.toEqual(
    refused('NotFoundException', 'Invalid model name specified: Nobody'),
  );
});

test.each<
  [
    rule: string,
    change: (at: Awaited<ReturnType<typeof makePets>>) => Promise<unknown>,
    name: string,
    message: string,
  ]
>([
  [
    'a sibling of the same name',
    () => makePets(),
    'ConflictException',
    'Another resource with the same parent already has this name: pets',
  ],
  [
    'the root’s name',
    () =>
      client.send(
        new UpdateResourceCommand({
          restApiId,
          resourceId: rootId,
          patchOperations: [{ op: 'replace', path: '/pathPart', value: 'x' }],
        }),
      ),
    'BadRequestException',
    'Root resource cannot update its pathPart.',
  ],
  [
    'a verb that there is not',
    (at) => client.send(new PutMethodCommand({ ...at, httpMethod: 'FETCH', authorizationType: 'NONE' })),
    'BadRequestException',
    'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
  ],
  [
    'an authorizer that there is not',
    (at) => client.send(new PutMethodCommand({ ...at, authorizationType: 'CUSTOM', authorizerId: 'abc123' })),
    'BadRequestException',
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
  ],
  [
    'a validator that there is not',
    (at) =>
      client.send(new PutMethodCommand({ ...at, authorizationType: 'NONE', requestValidatorId: 'nope' })),
    'BadRequestException',
    'Invalid Request Validator identifier specified',
  ],
  [
    'a patch of what there is not',
    async (at) => {
      await client.send(new PutMethodCommand({ ...at, authorizationType: 'NONE' }));
      const patchOperations: PatchOperation[] = [{ op: 'replace', path: '/nothing', value: 'x' }];
      return client.send(new UpdateMethodCommand({ ...at, patchOperations }));
    },
    'BadRequestException',
    'Invalid patch path /nothing',
  ],
])('refused: %s', async (_rule, change, name, message) => {
  await expect(change(await makePets())).rejects.toEqual(refused(name, message));
});

test('two hundred edits of one method at once: each is done or refused, and nothing is lost', async () => {
  const at = await makeMethod();
  const add = (index: number) =>
    client.send(
      new UpdateMethodCommand({
        ...at,
        patchOperations: [
          { op: 'add', path: `/requestParameters/method.request.header.X${index}`, value: 'true' },
        ],
      }),
    );
  const results = await Promise.allSettled(Array.from({ length: 200 }, (_, index) => add(index)));
  const done = results.flatMap(({ status }, index) =>
    status === 'fulfilled' ? [`method.request.header.X${index}`] : [],
  );
  for (const result of results)
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'ConflictException' });
  const { requestParameters = {} } = await client.send(new GetMethodCommand(at));
  expect(Object.keys(requestParameters).sort()).toEqual(done.sort());
});
