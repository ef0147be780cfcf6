import {
  APIGatewayClient,
  CreateRestApiCommand,
  DeleteRestApiCommand,
  GetExportCommand,
  GetRestApiCommand,
  GetRestApisCommand,
  ImportRestApiCommand,
  type PatchOperation,
  PutRestApiCommand,
  UpdateRestApiCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import { editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const kit = testDoor();
let client: APIGatewayClient;
beforeEach(() => {
  client = new APIGatewayClient(kit.client());
});
const plain = <Output extends object>({ $metadata: _m, ...rest }: Output & { $metadata: unknown }) => rest;
const refused = (name: string, message: string) => expect.objectContaining({ name, message });
const policy = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' }],
});
const document = (name: string, path = '/pets') =>
  Buffer.from(
    JSON.stringify({
      openapi: '3.0.1',
      info: { title: name, version: '1' },
      paths: {
        [path]: {
          get: {
            responses: { 200: { description: 'Fine' } },
            'x-amazon-apigateway-integration': {
              type: 'mock',
              requestTemplates: { 'application/json': '{"statusCode": 200}' },
              responses: { default: { statusCode: '200' } },
            },
          },
        },
      },
    }),
  );

test('the least that makes an API, and what AWS says of it', async () => {
  const made = await client.send(new CreateRestApiCommand({ name: 'pets' }));
  expect(made.$metadata.httpStatusCode).toBe(201);
  expect(plain(made)).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{10}$/),
    name: 'pets',
    createdDate: expect.any(Date),
    apiKeySource: 'HEADER',
    endpointConfiguration: { types: ['EDGE'], ipAddressType: 'ipv4' },
    disableExecuteApiEndpoint: false,
    rootResourceId: expect.stringMatching(/^[a-z0-9]{10}$/),
  });
  const read = await client.send(new GetRestApiCommand({ restApiId: made.id }));
  expect(plain(read)).toEqual({ ...plain(made), tags: {} });
});

test('everything that can be said of an API', async () => {
  const members = {
    name: 'pets',
    description: 'Pets to buy',
    version: '2',
    binaryMediaTypes: ['image/png'],
    minimumCompressionSize: 1024,
    apiKeySource: 'AUTHORIZER' as const,
    endpointConfiguration: { types: ['REGIONAL' as const] },
    disableExecuteApiEndpoint: true,
    tags: { team: 'shop' },
    policy,
  };
  const { policy: saved, ...made } = await client.send(new CreateRestApiCommand(members));
  const { policy: _policy, ...rest } = members;
  expect(made).toMatchObject({
    ...rest,
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
  });
  // JSON text within JSON text: its quotes are escaped once more.
  const text: unknown = JSON.parse(`"${saved}"`);
  expect(JSON.parse(String(text)).Statement[0].Resource).toMatch(
    new RegExp(`^arn:aws:execute-api:us-east-1:000000000000:${made.id}/`),
  );
  const copy = await client.send(new CreateRestApiCommand({ name: 'copy', cloneFrom: made.id }));
  expect(copy).toMatchObject({ name: 'copy', binaryMediaTypes: ['image/png'], apiKeySource: 'AUTHORIZER' });
  const { items = [] } = await client.send(new GetRestApisCommand({}));
  // in the order in which they were made; the clock of one may be the other's
  expect(items.map(({ name, tags }) => [name, tags]).sort()).toEqual([
    ['copy', undefined],
    ['pets', { team: 'shop' }],
  ]);
});

test('patched: media types by their paths, the endpoint, the policy away', async () => {
  const { id: restApiId } = await client.send(new CreateRestApiCommand({ name: 'pets', policy }));
  const patch = (...patchOperations: PatchOperation[]) =>
    client.send(new UpdateRestApiCommand({ restApiId, patchOperations }));
  const patched = await patch(
    { op: 'replace', path: '/name', value: 'animals' },
    { op: 'add', path: '/description', value: 'All of them' },
    { op: 'add', path: '/binaryMediaTypes/image~1png' },
    { op: 'add', path: '/binaryMediaTypes/image~1gif' },
    { op: 'remove', path: '/binaryMediaTypes/image~1png' },
    { op: 'replace', path: '/minimumCompressionSize', value: '10' },
    { op: 'replace', path: '/endpointConfiguration/types/EDGE', value: 'REGIONAL' },
    { op: 'replace', path: '/disableExecuteApiEndpoint', value: 'true' },
    { op: 'replace', path: '/policy', value: '' },
  );
  expect(plain(patched)).toMatchObject({
    name: 'animals',
    description: 'All of them',
    binaryMediaTypes: ['image/gif'],
    minimumCompressionSize: 10,
    endpointConfiguration: { types: ['REGIONAL'], ipAddressType: 'ipv4' },
    disableExecuteApiEndpoint: true,
    tags: {},
  });
  expect(patched.policy).toBeUndefined();
  const cleared = await patch(
    { op: 'remove', path: '/description' },
    { op: 'replace', path: '/minimumCompressionSize' },
  );
  expect([cleared.description, cleared.minimumCompressionSize]).toEqual([undefined, undefined]);
});

test('imported, merged, overwritten, exported with extensions and without', async () => {
  const made = await client.send(new ImportRestApiCommand({ body: document('pets') }));
  expect([made.$metadata.httpStatusCode, made.name]).toEqual([201, 'pets']);
  const put = async (mode: 'merge' | 'overwrite', path: string) => {
    const answer = await client.send(
      new PutRestApiCommand({ restApiId: made.id, mode, body: document('pets', path) }),
    );
    expect(answer.$metadata.httpStatusCode).toBe(200);
    const resources = await kit.control.resources.list(editor, made.id ?? '');
    return resources.map((resource) => resource.path);
  };
  expect(await put('merge', '/dogs')).toEqual(['/', '/dogs', '/pets']);
  expect(await put('overwrite', '/cats')).toEqual(['/', '/cats']);
  await kit.control.deployments.create(editor, made.id ?? '', { stageName: 'prod' });
  const exported = async (parameters: Record<string, string>, accepts?: string) => {
    const at = { restApiId: made.id, stageName: 'prod', exportType: 'oas30' };
    const { body, contentType, contentDisposition } = await client.send(
      new GetExportCommand({ ...at, parameters, ...(accepts && { accepts }) }),
    );
    return { text: Buffer.from(body ?? []).toString(), contentType, contentDisposition };
  };
  const whole = await exported({ extensions: 'integrations' });
  expect(JSON.parse(whole.text).paths['/cats'].get).toHaveProperty('x-amazon-apigateway-integration');
  expect(whole.contentDisposition).toBe('attachment; filename="oas30_1.json"');
  const bare = await exported({}, 'application/yaml');
  expect([bare.contentType, bare.text.includes('x-amazon-apigateway-integration')]).toEqual([
    'application/octet-stream',
    false,
  ]);
});

test('an import says what it did not understand, or refuses it', async () => {
  const odd = Buffer.from(
    JSON.stringify({
      openapi: '3.0.1',
      info: { title: 'odd', version: '1' },
      paths: { '/': { get: { responses: {}, 'x-amazon-apigateway-integration': { type: 'soap' } } } },
    }),
  );
  const refusal = client.send(new ImportRestApiCommand({ body: odd, failOnWarnings: true }));
  await expect(refusal).rejects.toMatchObject({ name: 'BadRequestException' });
  expect(await kit.control.restApis.list(editor)).toEqual([]);
  await expect(client.send(new ImportRestApiCommand({ body: Buffer.from('') }))).rejects.toEqual(
    refused('BadRequestException', 'Unable to build importer with provided input.'),
  );
});

test('deleted with its stages and tags', async () => {
  const api = await mockApi(kit);
  const tagged = `arn:aws:apigateway:us-east-1::/restapis/${api.id}`;
  await kit.control.tags.tag(editor, tagged, { team: 'shop' });
  await kit.control.deployments.create(editor, api.id, { stageName: 'prod' });
  const deleted = await client.send(new DeleteRestApiCommand({ restApiId: api.id }));
  expect(deleted.$metadata.httpStatusCode).toBe(202);
  expect(await kit.control.tags.all(editor, tagged)).toEqual({});
  await expect(client.send(new GetRestApiCommand({ restApiId: api.id }))).rejects.toEqual(
    refused('NotFoundException', `Invalid API identifier specified 000000000000:${api.id}`),
  );
});

test.each<[rule: string, input: object, name: string, message: string | RegExp]>([
  [
    'an empty description',
    { name: 'x', description: '' },
    'BadRequestException',
    'Description cannot be an empty string',
  ],
  [
    'a size beyond the largest',
    { name: 'x', minimumCompressionSize: 10_485_761 },
    'BadRequestException',
    'Invalid minimum compression size, must be between 0 and 10485760',
  ],
  [
    'two endpoint types',
    { name: 'x', endpointConfiguration: { types: ['EDGE', 'REGIONAL'] } },
    'BadRequestException',
    'Cannot create an api with multiple Endpoint Types.',
  ],
  [
    'no endpoint type',
    { name: 'x', endpointConfiguration: { types: [] } },
    'BadRequestException',
    'REGIONAL Configuration and EDGE Configuration cannot be both DISABLED.',
  ],
  [
    'a private API on IPv4',
    { name: 'x', endpointConfiguration: { types: ['PRIVATE'], ipAddressType: 'ipv4' } },
    'BadRequestException',
    'Only dualstack ipAddressType is supported for Private APIs.',
  ],
  [
    'an endpoint type that there is not',
    { name: 'x', endpointConfiguration: { types: ['LOCAL'] } },
    'ValidationException',
    /^1 validation error detected: Value '\[LOCAL\]' at 'createRestApiInput.endpointConfiguration.types' failed to satisfy constraint: Member must satisfy constraint: \[Member must satisfy enum value set: \[PRIVATE, EDGE, REGIONAL\]\]$/,
  ],
  [
    'a text where a boolean belongs',
    { name: 'x', disableExecuteApiEndpoint: 'yes' },
    'SerializationException',
    /^class java.lang.String can not be converted to an Boolean$/,
  ],
])('refused: %s', async (_rule, input, name, message) => {
  const refusal: unknown = await client
    .send(new CreateRestApiCommand(input as { name: string }))
    .catch((error: unknown) => error);
  expect(refusal).toMatchObject({
    name,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
  expect(await kit.control.restApis.list(editor)).toEqual([]);
});
