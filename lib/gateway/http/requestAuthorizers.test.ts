import { afterEach, describe, expect, test } from 'vitest';
import { FunctionUnreachable } from '../ports';
import type { ApiAuthorizerDocument } from '../snapshot/apiTypes';
import { apiStage, route } from '../testing/apiDocuments';
import { policy } from '../testing/authorizing';
import { FUNCTION, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import type { TestFunction } from '../testing/TestFunctions';

/* reference/http-apis.md section 10. */
const AUTH = `${FUNCTION}-auth`;
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});

const SIMPLE: Partial<ApiAuthorizerDocument> = {
  authorizerPayloadFormatVersion: '2.0',
  enableSimpleResponses: true,
  identitySource: ['$request.header.X-User'],
};

async function start(
  part: Partial<ApiAuthorizerDocument>,
  work: TestFunction,
  version: '1.0' | '2.0' = '2.0',
) {
  const authorizers = [
    { authorizerId: 'a1', name: 'auth', authorizerType: 'REQUEST' as const, authorizerUri: AUTH, ...part },
  ];
  const closed = { authorizationType: 'CUSTOM', authorizerId: 'a1' } as const;
  const keys = ['GET /a/{id}', 'GET /b', '$default'];
  api = await startHttpApi({
    deployment: { routes: keys.map((key) => route(key, closed)), authorizers },
    stage: { stageVariables: { team: 'red' } },
    integration: { integrationType: 'AWS_PROXY', integrationUri: FUNCTION, payloadFormatVersion: version },
    functions: {
      [AUTH]: work,
      [FUNCTION]: (event: { requestContext: { authorizer: unknown } }) => {
        const seen = JSON.stringify(event.requestContext.authorizer ?? null);
        return { statusCode: 200, body: seen };
      },
    },
  });
  return api;
}
const asked = (under: HttpApiUnderTest) =>
  under.functions.calls.filter(({ functionArn }) => functionArn === AUTH);
const ada = { headers: { 'X-User': 'ada' } };
const ARN = 'arn:aws:execute-api:us-east-1:000000000000:api1/$default';

test('the 2.0 event', async () => {
  const under = await start(
    { ...SIMPLE, identitySource: ['$request.header.X-User', '$stageVariables.team'] },
    () => ({
      isAuthorized: true,
    }),
  );
  await under.get('/a/7?q=1', { headers: { 'X-User': 'ada', Cookie: 'c=1' } });
  const event = JSON.parse(asked(under)[0]?.payload.toString() ?? '') as Record<string, unknown>;
  expect(event).toMatchObject({
    version: '2.0',
    type: 'REQUEST',
    routeArn: `${ARN}/GET/a/7`,
    identitySource: ['ada', 'red'],
    routeKey: 'GET /a/{id}',
    rawPath: '/a/7',
    rawQueryString: 'q=1',
    cookies: ['c=1'],
    headers: { 'x-user': 'ada' },
    queryStringParameters: { q: '1' },
    requestContext: { routeKey: 'GET /a/{id}', http: { method: 'GET' } },
    pathParameters: { id: '7' },
    stageVariables: { team: 'red' },
  });
  expect(event).not.toHaveProperty('body');
});

test('the 1.0 event', async () => {
  const under = await start(
    {
      authorizerPayloadFormatVersion: '1.0',
      identitySource: ['$request.header.X-User', '$request.querystring.q'],
    },
    () => ({ principalId: 'p', policyDocument: policy('Allow') }),
  );
  await under.get('/a/7?q=1', ada);
  expect(JSON.parse(asked(under)[0]?.payload.toString() ?? '')).toMatchObject({
    version: '1.0',
    type: 'REQUEST',
    methodArn: `${ARN}/GET/a/7`,
    identitySource: 'ada,1',
    authorizationToken: 'ada,1',
    resource: '/a/{id}',
    path: '/a/7',
    httpMethod: 'GET',
    headers: { 'x-user': 'ada' },
    queryStringParameters: { q: '1' },
    pathParameters: { id: '7' },
    stageVariables: { team: 'red' },
    requestContext: { resourcePath: '/a/{id}' },
  });
});

describe('who is let in', () => {
  const iam = { ...SIMPLE, enableSimpleResponses: false };
  const ONE = { ...iam, authorizerPayloadFormatVersion: '1.0' as const };
  const allow = (resource = '*') => ({
    principalId: 'p',
    policyDocument: policy('Allow', resource),
    context: { a: 1 },
  });
  test.each<[rule: string, part: Partial<ApiAuthorizerDocument>, output: unknown, status: number]>([
    ['isAuthorized true', SIMPLE, { isAuthorized: true }, 200],
    ['isAuthorized false', SIMPLE, { isAuthorized: false }, 403],
    ['a policy that allows', iam, allow(), 200],
    ['a policy for this route', iam, allow(`${ARN}/GET/b`), 200],
    ['a policy for another route', iam, allow(`${ARN}/GET/a/*`), 403],
    ['a policy that denies', iam, { principalId: 'p', policyDocument: policy('Deny') }, 403],
    ['1.0 with a policy', ONE, allow(), 200],
    ['F17 isAuthorized as a text', SIMPLE, { isAuthorized: 'true' }, 500],
    ['F17 nothing in it', SIMPLE, {}, 500],
    ['F17 null', SIMPLE, null, 500],
    ['F17 a list', SIMPLE, [true], 500],
    ['F17 a policy where a verdict is asked for', SIMPLE, allow(), 500],
    ['F17 a verdict where a policy is asked for', iam, { isAuthorized: true }, 500],
    ['F17 no JSON', SIMPLE, Buffer.from('yes'), 500],
    ['F17 a malformed policy', iam, { policyDocument: { Statement: 'x' } }, 500],
    ['F17 1 MB', SIMPLE, { isAuthorized: true, context: { a: 'x'.repeat(1_000_000) } }, 500],
    ['F17 context is no object', SIMPLE, { isAuthorized: true, context: 'x' }, 500],
    ['claims is reserved', SIMPLE, { isAuthorized: true, context: { claims: {} } }, 500],
    ['1.0 takes no objects in its context', ONE, { ...allow(), context: { a: {} } }, 500],
  ])('%s', async (_rule, part, output, status) => {
    const under = await start(part, () => output);
    const answer = await under.get('/b', ada);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.body).toBe('{"message":"Forbidden"}');
    if (status === 500) expect(answer.body).toBe('{"message":"Internal Server Error"}');
    expect(under.functions.calls.length).toBe(status === 200 ? 2 : 1);
  });

  test('an authorizer that never answers is 500', async () => {
    const under = await start(SIMPLE, () => null);
    under.functions.invoke = async () => {
      throw new FunctionUnreachable('timeout', 'too long');
    };
    expect((await under.get('/b', ada)).status).toBe(500);
  });

  test('there is no such function: 500, and the one behind is not called', async () => {
    const under = await start({ ...SIMPLE, authorizerUri: `${AUTH}x` }, () => 'x');
    expect((await under.get('/b', ada)).status).toBe(500);
    expect(under.functions.calls.map(({ functionArn }) => functionArn)).not.toContain(FUNCTION);
  });

  test('it is given 10 s', async () => {
    const under = await start(SIMPLE, () => ({ isAuthorized: true }));
    await under.get('/b', ada);
    expect(asked(under)[0]?.timeoutInMillis).toBe(10_000);
  });

  test.each([
    ['the principal of a policy, 2.0', '2.0', '{"lambda":{"a":1}}'],
    ['the principal of a policy, 1.0', '1.0', '{"a":1,"principalId":"p"}'],
  ] as const)('what the function is told: %s', async (_rule, version, seen) => {
    const part = { ...SIMPLE, enableSimpleResponses: false };
    const { get } = await start(part, () => allow(), version);
    expect((await get('/b', ada)).body).toBe(seen);
  });

  test('the error Unauthorized is 401, any other 500', async () => {
    let message = 'Unauthorized';
    const under = await start(SIMPLE, () => {
      throw new Error(message);
    });
    expect((await under.get('/b', ada)).status).toBe(401);
    message = 'broken';
    expect((await under.get('/b', ada)).status).toBe(500);
  });

  test.each([
    ['2.0', '{"lambda":{"a":{"b":[1]},"n":2}}'],
    ['1.0', '{"a":{"b":[1]},"n":2}'],
  ] as const)('the context goes to the function, format %s', async (version, seen) => {
    const { get } = await start(
      SIMPLE,
      () => ({ isAuthorized: true, context: { a: { b: [1] }, n: 2 } }),
      version,
    );
    expect((await get('/b', ada)).body).toBe(seen);
  });

  test.each<Record<string, string>>([
    {},
    { 'X-User': '' },
  ])('without its identity source %j: 401, and nobody is asked', async (headers) => {
    const under = await start(SIMPLE, () => ({ isAuthorized: true }));
    const answer = await under.get('/b', { headers });
    expect([answer.status, answer.body]).toEqual([401, '{"message":"Unauthorized"}']);
    expect(under.functions.calls).toEqual([]);
  });
});

describe('what was said is kept', () => {
  const cached = { ...SIMPLE, authorizerResultTtlInSeconds: 60 };
  const open = () => ({ isAuthorized: true });
  const paths = async (under: HttpApiUnderTest, ...all: string[]) => {
    for (const path of all) await under.get(path, ada);
    return asked(under).length;
  };

  test('for all routes of the stage, until its time is over', async () => {
    const under = await start(cached, open);
    expect(await paths(under, '/b', '/b', '/a/1')).toBe(1);
    under.clock.advance(61_000);
    expect(await paths(under, '/b')).toBe(2);
  });

  test('for each route where $context.routeKey is an identity source', async () => {
    const identitySource = ['$request.header.X-User', '$context.routeKey'];
    const under = await start({ ...cached, identitySource }, open);
    expect(await paths(under, '/b', '/a/1', '/a/2')).toBe(2);
  });

  test('not without a time to live, nor without an identity source', async () => {
    expect(await paths(await start(SIMPLE, open), '/b', '/b')).toBe(2);
    await api?.close();
    expect(await paths(await start({ ...cached, identitySource: [] }, open), '/b', '/b')).toBe(2);
  });

  test('a refusal is kept, a failure is not', async () => {
    let output: unknown = { isAuthorized: false };
    const under = await start(cached, () => output);
    expect(await paths(under, '/b', '/b')).toBe(1);
    output = {};
    await under.get('/b', { headers: { 'X-User': 'bob' } });
    await under.get('/b', { headers: { 'X-User': 'bob' } });
    expect(asked(under).length).toBe(3);
  });

  test('a cached policy is asked about each route', async () => {
    const part = { ...cached, enableSimpleResponses: false };
    const under = await start(part, () => ({ policyDocument: policy('Allow', `${ARN}/GET/b`) }));
    expect((await under.get('/b', ada)).status).toBe(200);
    expect((await under.get('/a/1', ada)).status).toBe(403);
    expect(asked(under).length).toBe(1);
  });

  test.each([
    [
      { a: 'x', b: 'y,z' },
      { a: 'x,y', b: 'z' },
    ],
    [
      { a: 'x"', b: 'y' },
      { a: 'x', b: '"y' },
    ],
    [
      { a: 'x', b: 'X' },
      { a: 'X', b: 'x' },
    ],
  ])('B23: %j and %j share no grant', async (first, second) => {
    const identitySource = ['$request.header.a', '$request.header.b'];
    const under = await start({ ...cached, identitySource }, open);
    await under.get('/b', { headers: first });
    await under.get('/b', { headers: second });
    expect(asked(under).length).toBe(2);
  });

  test('B23: what one stage and one authorizer were told is no other’s', async () => {
    const own = { authorizerType: 'REQUEST' as const, authorizerUri: AUTH, ...cached };
    api = await startHttpApi({
      deployment: {
        routes: ['a1', 'a2'].map((authorizerId) =>
          route(`GET /${authorizerId}`, { authorizationType: 'CUSTOM', authorizerId }),
        ),
        authorizers: ['a1', 'a2'].map((authorizerId) => ({ ...own, authorizerId, name: authorizerId })),
      },
      snapshot: { apiStages: [apiStage(), apiStage({ stageName: 'dev' })] },
      functions: { [AUTH]: open },
    });
    const told: number[] = [];
    for (const path of ['/a1', '/a1', '/a2', '/dev/a1']) {
      expect((await api.get(path, ada)).status).toBe(200);
      told.push(asked(api).length);
    }
    expect(told).toEqual([1, 1, 2, 3]);
  });

  test('flushAuthorizers forgets', async () => {
    const under = await start(cached, open);
    await paths(under, '/b');
    under.gateway.flushAuthorizers('api1/$default');
    expect(await paths(under, '/b')).toBe(2);
  });
});
