import { beforeEach, describe, expect, test } from 'vitest';
import { userPools } from '@/db/schema';
import type { AuthorizerInput } from '@/lib/model/authorizer';
import { createControl } from '../createControl';
import type { ControlPorts } from '../ports';
import { editor, mockApi, refusal, testControl } from '../testControl';
import { createTestContext, testActor } from '../testing';

const kit = testControl();
let restApiId = '';
let root = '';

beforeEach(async () => {
  const api = await mockApi(kit);
  restApiId = api.id;
  root = api.rootResourceId;
  await seed();
});

const POOL = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Pets';
const uriOf = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
const functionArn = (name: string, account = '000000000000') =>
  `arn:aws:lambda:us-east-1:${account}:function:${name}`;

/** A function with one published version, and a user pool under an id that the tables below name. */
async function seed() {
  const { functions } = kit.control;
  const code = { inlineCode: 'export const handler = async () => 1;' };
  await functions.create(editor, { functionName: 'who', runtime: 'nodejs22.x', code });
  await functions.publishVersion(editor, 'who', {});
  await kit.database.db.insert(userPools).values({
    id: 'us-east-1_Pets',
    settings: {
      name: 'Pets',
      selfSignUp: true,
      passwordMinimumLength: 8,
      accessTokenValidity: 60,
      idTokenValidity: 60,
      refreshTokenValidity: 30,
    },
    keysSealed: '',
    resourceServers: [],
    groups: [],
    createdDate: new Date(0),
  });
}

const token: AuthorizerInput = {
  name: 'who',
  type: 'TOKEN',
  authorizerUri: uriOf(functionArn('who')),
  identitySource: 'method.request.header.Authorization',
};
const cognito: AuthorizerInput = {
  name: 'pool',
  type: 'COGNITO_USER_POOLS',
  identitySource: 'method.request.header.Authorization',
  providerARNs: [POOL],
};
const create = (members: Partial<AuthorizerInput> = {}, base = token) =>
  kit.control.authorizers.create(editor, restApiId, { ...base, ...members });
const put = (input: Parameters<typeof kit.control.methods.put>[4], verb = 'GET') =>
  kit.control.methods.put(editor, restApiId, root, verb, input);

describe('an authorizer', () => {
  test('comes back as it was made, is replaced and deleted', async () => {
    const published = kit.snapshots.length;
    const made = await create({ identityValidationExpression: '^Bearer .+$' });
    expect(made).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{6}$/),
      ...token,
      identityValidationExpression: '^Bearer .+$',
      authorizerResultTtlInSeconds: 300,
      providerARNs: [],
    });
    const pool = await create({}, cognito);
    expect(await kit.control.authorizers.list(editor, restApiId)).toEqual([pool, made]);
    const changed = { ...token, name: 'whoever', authorizerResultTtlInSeconds: 0 };
    const at = [editor, restApiId, made.id] as const;
    expect(await kit.control.authorizers.update(...at, changed)).toEqual({
      id: made.id,
      ...changed,
      providerARNs: [],
    });
    await kit.control.authorizers.delete(...at);
    expect(await kit.control.authorizers.list(editor, restApiId)).toEqual([pool]);
    // The engine sees it with the next deployment.
    expect(kit.snapshots).toHaveLength(published);
  });

  test('keeps only what its type has a use for', async () => {
    const made = await create(
      { authorizerUri: token.authorizerUri, authorizerCredentials: 'arn:x' },
      cognito,
    );
    expect(made).not.toHaveProperty('authorizerUri');
    expect(made).not.toHaveProperty('authorizerCredentials');
    expect(await create({ providerARNs: ['arn:aws:none'] })).toMatchObject({ providerARNs: [] });
  });

  test.each<[string, Partial<AuthorizerInput>, AuthorizerInput, string, string]>([
    [
      'a name with a blank',
      { name: 'a b' },
      token,
      'name',
      'An authorizer name is 1 to 128 letters, digits, - and _',
    ],
    [
      'a TTL above an hour',
      { authorizerResultTtlInSeconds: 3601 },
      token,
      'authorizerResultTtlInSeconds',
      'Result caching is 0 to 3600 seconds',
    ],
    [
      'a function that is not here',
      { authorizerUri: uriOf(functionArn('gone')) },
      token,
      'authorizerUri',
      `Invalid lambda function: ${functionArn('gone')} does not exist`,
    ],
    [
      'a function by its own ARN',
      { authorizerUri: functionArn('who') },
      token,
      'authorizerUri',
      `Invalid Authorizer URI: ${functionArn('who')}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
    ],
    [
      'what is no function',
      { authorizerUri: uriOf('who') },
      token,
      'authorizerUri',
      "Not a function's ARN: who",
    ],
    [
      'a pattern that the gateway does not run',
      { identityValidationExpression: '(' },
      token,
      'identityValidationExpression',
      expect.stringContaining('Not a regular expression that the gateway runs'),
    ],
    [
      'a pool that is not here',
      { providerARNs: [POOL, `${POOL}X`] },
      cognito,
      'providerARNs.1',
      `User pool not found: ${POOL}X`,
    ],
    [
      "another region's pool",
      { providerARNs: [POOL.replace('us-east-1:', 'eu-west-1:')] },
      cognito,
      'providerARNs.0',
      expect.stringContaining('User pool not found'),
    ],
    ...[
      'http://issuer.example',
      'https://u:p@issuer.example',
      'https://issuer.example/?a=b',
      'issuer.example',
      'ftp://127.0.0.1',
      'http://127.0.0.1.example',
    ].map((issuer): [string, Partial<AuthorizerInput>, AuthorizerInput, string, string] => [
      `the issuer ${issuer}`,
      { providerARNs: [issuer] },
      cognito,
      'providerARNs.0',
      'Use the ARN of a user pool, or an issuer such as https://issuer.example',
    ]),
  ])('is refused with %s', async (_name, members, base, field, message) => {
    const work = () => create(members, base);
    expect(await refusal(kit, work)).toEqual({ code: 'BadRequestException', message, fields: [field] });
  });

  test.each([
    ['a published version', uriOf(functionArn('who:1'))],
    ['a function after two slashes', uriOf(functionArn('who')).replace('path/', 'path//')],
    ['a function after a blank', uriOf(functionArn('who')).replace('path/', 'path/ ')],
    ["another account's function", uriOf(functionArn('theirs', '111122223333'))],
    ['a function that a stage variable names', uriOf(functionArn('${stageVariables.who}'))],
  ])('may ask %s', async (_name, authorizerUri) => {
    expect(await create({ authorizerUri })).toMatchObject({ authorizerUri });
  });

  test.each([
    'https://issuer.example',
    'https://issuer.example/tenant',
    'http://127.0.0.1:9000',
    'http://[::1]:9000',
    'http://localhost:9000',
  ])('may trust %s', async (issuer) => {
    expect(await create({ providerARNs: [issuer] }, cognito)).toMatchObject({ providerARNs: [issuer] });
  });

  test("has a name of its own in the API; another API's may be the same", async () => {
    const { id } = await create();
    const second = await create({ name: 'second' });
    const taken = {
      code: 'ConflictException',
      message: 'Authorizer name must be unique. Authorizer who already exists in this RestApi.',
    };
    expect(await refusal(kit, () => create())).toMatchObject(taken);
    const rename = () => kit.control.authorizers.update(editor, restApiId, second.id, token);
    expect(await refusal(kit, rename)).toMatchObject(taken);
    await kit.control.authorizers.update(editor, restApiId, id, token);
    const other = await mockApi(kit, 'Other');
    await kit.control.authorizers.create(editor, other.id, token);
  });

  test('is not found under another API', async () => {
    const { id } = await create();
    const other = await mockApi(kit, 'Other');
    const test = { headers: {}, pathWithQueryString: '/', body: '', stageVariables: {} };
    const at = [editor, other.id, id] as const;
    for (const work of [
      () => kit.control.authorizers.update(...at, token),
      () => kit.control.authorizers.delete(...at),
      () => kit.control.authorizers.test(...at, test),
    ])
      expect(await refusal(kit, work)).toMatchObject({
        code: 'NotFoundException',
        message: 'Invalid Authorizer identifier specified',
      });
  });
});

describe('a method that asks an authorizer', () => {
  test.each([
    ['CUSTOM', token, []],
    ['COGNITO_USER_POOLS', cognito, ['pets/read']],
  ] as const)('%s comes back with it', async (authorizationType, input, authorizationScopes) => {
    const { id } = await create({}, input);
    const asked = { authorizationType, authorizerId: id };
    const scopes = authorizationScopes.length > 0 ? { authorizationScopes: [...authorizationScopes] } : {};
    await put({ ...asked, ...scopes });
    const kept = await kit.control.methods.get(editor, restApiId, root, 'GET');
    expect(kept).toMatchObject({ ...asked, ...scopes });
    await put({ authorizationType: 'NONE', authorizerId: id });
    const open = await kit.control.methods.get(editor, restApiId, root, 'GET');
    expect(open).not.toHaveProperty('authorizerId');
    expect(open).not.toHaveProperty('authorizationScopes');
  });

  const INVALID =
    'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.';

  test.each([
    ['CUSTOM', cognito],
    ['COGNITO_USER_POOLS', token],
  ] as const)('%s refuses one of the other kind', async (authorizationType, input) => {
    const { id } = await create({}, input);
    expect(await refusal(kit, () => put({ authorizationType, authorizerId: id }))).toEqual({
      code: 'BadRequestException',
      message: INVALID,
      fields: ['authorizerId'],
    });
  });

  test("refuses another API's", async () => {
    const other = await mockApi(kit, 'Other');
    const { id } = await kit.control.authorizers.create(editor, other.id, token);
    const work = () => put({ authorizationType: 'CUSTOM', authorizerId: id });
    expect(await refusal(kit, work)).toMatchObject({ message: INVALID });
  });

  test('has scopes only for tokens', async () => {
    const { id } = await create();
    const work = () =>
      put({ authorizationType: 'CUSTOM', authorizerId: id, authorizationScopes: ['pets/read'] });
    expect(await refusal(kit, work)).toMatchObject({ fields: ['authorizationScopes'] });
  });

  test('keeps the authorizer from being deleted, and of its kind', async () => {
    const { id } = await create();
    await put({ authorizationType: 'CUSTOM', authorizerId: id });
    const at = [editor, restApiId, id] as const;
    expect(await refusal(kit, () => kit.control.authorizers.delete(...at))).toMatchObject({
      code: 'ConflictException',
      message: "Cannot delete authorizer 'who', is referenced in method: //GET",
    });
    expect(await refusal(kit, () => kit.control.authorizers.update(...at, cognito))).toMatchObject({
      code: 'BadRequestException',
      fields: ['type'],
    });
    await put({});
    await kit.control.authorizers.update(...at, cognito);
    await kit.control.authorizers.delete(...at);
  });
});

describe('a test of an authorizer', () => {
  const input = {
    headers: { Authorization: 'x' },
    pathWithQueryString: '/pets?a=b',
    body: '',
    stageVariables: { v: '1' },
  };

  test('asks the undeployed one, and nothing else of the API', async () => {
    const asked: Parameters<ControlPorts['testAuthorizer']>[0][] = [];
    const context = createTestContext(kit.database, {
      testAuthorizer: async (call) => {
        asked.push(call);
        return { clientStatus: 200, log: '', latency: 1 };
      },
    });
    const { id } = await create();
    const { authorizers } = createControl(context);
    expect(await authorizers.test(editor, restApiId, id, input)).toMatchObject({ clientStatus: 200 });
    const { stageVariables, ...request } = input;
    expect(asked).toMatchObject([
      { ...request, variables: stageVariables, authorizerId: id, stageName: 'test-invoke-stage' },
    ]);
    expect(asked[0]?.deployment).toMatchObject({ resources: [], authorizers: [{ id, name: 'who' }] });
  });

  test('is no matter for viewers', async () => {
    const { id } = await create();
    const work = () => kit.control.authorizers.test(testActor('viewer'), restApiId, id, input);
    expect(await refusal(kit, work)).toMatchObject({ code: 'AccessDeniedException' });
  });

  test('takes a path that begins with /', async () => {
    const { id } = await create();
    const work = () =>
      kit.control.authorizers.test(editor, restApiId, id, { ...input, pathWithQueryString: 'pets' });
    expect(await refusal(kit, work)).toMatchObject({ fields: ['pathWithQueryString'] });
  });
});
