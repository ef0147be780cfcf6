import {
  APIGatewayClient,
  CreateAuthorizerCommand,
  type CreateAuthorizerCommandInput,
  DeleteAuthorizerCommand,
  GetAuthorizerCommand,
  GetAuthorizersCommand,
  type PatchOperation,
  TestInvokeAuthorizerCommand,
  UpdateAuthorizerCommand,
} from '@aws-sdk/client-api-gateway';
import { beforeEach, expect, test } from 'vitest';
import type { ControlPorts } from '@/lib/control/ports';
import { editor, mockApi } from '@/lib/control/testControl';
import { testDoor } from '../../testing/testDoor';

const asked: Parameters<ControlPorts['testAuthorizer']>[0][] = [];
const kit = testDoor({
  testAuthorizer: async (call) => {
    asked.push(call);
    return {
      clientStatus: 200,
      log: 'Execution log',
      latency: 3,
      principalId: 'ada',
      policy: '{}',
      context: { tenant: 'a' },
    };
  },
});
const URI =
  'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:000000000000:function:who/invocations';
const HEADER = 'method.request.header.Authorization';
const ISSUER = 'https://issuer.example';
let client: APIGatewayClient;
let api: Awaited<ReturnType<typeof mockApi>>;
let restApiId: string;
beforeEach(async () => {
  asked.length = 0;
  client = new APIGatewayClient(kit.client());
  api = await mockApi(kit);
  restApiId = api.id;
  const code = { inlineCode: 'export const handler = async () => 1;' };
  await kit.control.functions.create(editor, { functionName: 'who', runtime: 'nodejs22.x', code });
});
const create = (input: Partial<CreateAuthorizerCommandInput> = {}) =>
  client.send(
    new CreateAuthorizerCommand({
      restApiId,
      name: 'who',
      type: 'TOKEN',
      authorizerUri: URI,
      identitySource: HEADER,
      ...input,
    }),
  );
const pool = { type: 'COGNITO_USER_POOLS' as const, name: 'pool', authorizerUri: undefined };
const patch = (authorizerId: string | undefined, ...patchOperations: PatchOperation[]) =>
  client.send(new UpdateAuthorizerCommand({ restApiId, authorizerId, patchOperations }));

test('made, read, patched and deleted by AWS’s client', async () => {
  const { $metadata, ...made } = await create({ identityValidationExpression: '^a+$' });
  expect($metadata.httpStatusCode).toBe(201);
  expect(made).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{6}$/),
    name: 'who',
    type: 'TOKEN',
    authType: 'custom',
    authorizerUri: URI,
    identitySource: HEADER,
    identityValidationExpression: '^a+$',
    authorizerResultTtlInSeconds: 300,
  });
  const { $metadata: _status, ...patched } = await patch(
    made.id,
    { op: 'replace', path: '/name', value: 'asker' },
    { op: 'replace', path: '/type', value: 'REQUEST' },
    { op: 'replace', path: '/authorizerResultTtlInSeconds', value: '0' },
    { op: 'remove', path: '/identitySource' },
    { op: 'replace', path: '/identityValidationExpression', value: '' },
  );
  const after = {
    id: made.id,
    name: 'asker',
    type: 'REQUEST',
    authType: 'custom',
    authorizerUri: URI,
    authorizerResultTtlInSeconds: 0,
  };
  expect(patched).toEqual(after);
  const at = { restApiId, authorizerId: made.id };
  expect(await client.send(new GetAuthorizerCommand(at))).toMatchObject(after);
  expect((await client.send(new DeleteAuthorizerCommand(at))).$metadata.httpStatusCode).toBe(202);
  await expect(client.send(new GetAuthorizerCommand(at))).rejects.toMatchObject({
    name: 'NotFoundException',
    message: 'Invalid Authorizer identifier specified',
  });
});

test('user pools’ providers are added and removed', async () => {
  const { $metadata, ...made } = await create({ ...pool, providerARNs: [ISSUER] });
  expect(made).toEqual({
    id: expect.any(String),
    name: 'pool',
    type: 'COGNITO_USER_POOLS',
    authType: 'cognito_user_pools',
    identitySource: HEADER,
    providerARNs: [ISSUER],
  });
  const patched = await patch(
    made.id,
    { op: 'add', path: '/providerARNs', value: 'https://other.example' },
    { op: 'remove', path: '/providerARNs', value: ISSUER },
  );
  expect(patched.providerARNs).toEqual(['https://other.example']);
});

test('by pages', async () => {
  for (const name of ['a', 'b', 'c']) await create({ name });
  const first = await client.send(new GetAuthorizersCommand({ restApiId, limit: 2 }));
  const second = await client.send(
    new GetAuthorizersCommand({ restApiId, limit: 2, position: first.position }),
  );
  const names = [first, second].map(({ items = [] }) => items.map(({ name }) => name));
  expect(names).toEqual([['a', 'b'], ['c']]);
});

test('TestInvokeAuthorizer asks the production code', async () => {
  const { id: authorizerId } = await create();
  const answer = await client.send(
    new TestInvokeAuthorizerCommand({
      restApiId,
      authorizerId,
      headers: { Authorization: 'a' },
      multiValueHeaders: { 'X-Many': ['1', '2'] },
      pathWithQueryString: '/pets?a=1',
      stageVariables: { v: '1' },
      additionalContext: { 'identity.sourceIp': '10.0.0.7' },
    }),
  );
  expect(answer).toMatchObject({
    clientStatus: 200,
    log: 'Execution log',
    latency: 3,
    principalId: 'ada',
    policy: '{}',
    authorization: { tenant: ['a'] },
  });
  expect(asked).toMatchObject([
    {
      authorizerId,
      headers: { Authorization: 'a', 'X-Many': '1,2' },
      pathWithQueryString: '/pets?a=1',
      variables: { v: '1' },
      body: '',
      additionalContext: { 'identity.sourceIp': '10.0.0.7' },
    },
  ]);
});

test('one that a method names is not deleted', async () => {
  const { id: authorizerId = '' } = await create();
  await kit.control.methods.put(editor, restApiId, api.rootResourceId, 'GET', {
    authorizationType: 'CUSTOM',
    authorizerId,
  });
  await expect(client.send(new DeleteAuthorizerCommand({ restApiId, authorizerId }))).rejects.toMatchObject({
    name: 'ConflictException',
  });
});

test.each<[string, Partial<CreateAuthorizerCommandInput>, string, string | RegExp]>([
  [
    'an API that there is not',
    { restApiId: 'none' },
    'ConflictException',
    'Unable to complete operation due to concurrent modification. Please try again later.',
  ],
  ['a name that is taken', { name: 'taken' }, 'ConflictException', /^Authorizer name must be unique/],
  ['a type that there is not', { type: 'X' as 'TOKEN' }, 'ValidationException', /TOKEN, REQUEST/],
  ['a time that is too long', { authorizerResultTtlInSeconds: 3601 }, 'BadRequestException', /0 to 3600/],
  ['no function', { authorizerUri: '' }, 'BadRequestException', 'Choose a function'],
])('refused: %s', async (_rule, input, name, message) => {
  await create({ name: 'taken' });
  await expect(create(input)).rejects.toMatchObject({
    name,
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
});

test('refused: a patch of a type that there is not, and of another member', async () => {
  const { id } = await create();
  await expect(patch(id, { op: 'replace', path: '/type', value: 'X' })).rejects.toMatchObject({
    name: 'BadRequestException',
  });
  await expect(patch(id, { op: 'replace', path: '/id', value: 'x' })).rejects.toMatchObject({
    message: expect.stringMatching(
      /^Invalid patch path {2}'\/id' specified for op 'replace'\. Must be one of: /,
    ),
  });
});
