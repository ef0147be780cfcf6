import { afterEach, describe, expect, test } from 'vitest';
import { FunctionUnreachable } from '../ports';
import type { AuthorizerDocument, DeploymentDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import {
  apiKey,
  deployment,
  integration,
  integrationResponse,
  method,
  snapshot,
  stage,
  usagePlan,
} from '../testing/documents';
import { type TestFunction, TestFunctions } from '../testing/TestFunctions';

/* Reference section 14, Lambda authorizers; reliability.md B23, F17. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:auth';
const uri = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

const TOKEN: AuthorizerDocument = {
  id: 'auth1',
  name: 'auth',
  type: 'TOKEN',
  authorizerUri: uri(FUNCTION),
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 0,
  providerARNs: [],
};
const REQUEST: AuthorizerDocument = {
  ...TOKEN,
  type: 'REQUEST',
  identitySource: 'method.request.header.X-User, method.request.querystring.team',
};

const policy = (effect: string, resource = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: effect, Action: 'execute-api:Invoke', Resource: resource }],
});
const allow = { principalId: 'ada', policyDocument: policy('Allow') };

const seen = `{"principal":"$context.authorizer.principalId","a":"$context.authorizer.a","n":"$context.authorizer.n","b":"$context.authorizer.b","latency":"$context.authorizer.integrationLatency"}`;

async function start(
  authorizer: AuthorizerDocument,
  work: TestFunction,
  part: Partial<DeploymentDocument> = {},
): Promise<TestGateway & { functions: TestFunctions }> {
  const functions = new TestFunctions({ [FUNCTION]: work });
  const responses = { 200: integrationResponse({ responseTemplates: { 'application/json': seen } }) };
  const closed = (apiKeyRequired = false) =>
    method('GET', integration({ integrationResponses: responses }), {
      authorizationType: 'CUSTOM',
      authorizerId: 'auth1',
      apiKeyRequired,
    });
  const resources = { '/a': [closed()], '/b/{id}': [closed()], '/keyed': [closed(true)] };
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment(resources, { authorizers: [authorizer], ...part })],
      stages: [stage({ variables: { fn: 'auth' } })],
      usagePlans: [usagePlan()],
      apiKeys: [apiKey('key-of-ada')],
    }),
    { functions },
  );
  return { ...gateway, functions };
}

const asAda = { headers: { Authorization: 'token-of-ada' } };

describe('what the function says', () => {
  test.each<{ rule: string; says: unknown; status: number; body: string; errorType?: string }>([
    {
      rule: 'Allow',
      says: allow,
      status: 200,
      body: '{"principal":"ada","a":"","n":"","b":"","latency":"0"}',
    },
    {
      rule: 'Deny',
      says: { ...allow, policyDocument: policy('Deny') },
      status: 403,
      body: '{"Message":"User is not authorized to access this resource with an explicit deny in an identity-based policy"}',
      errorType: 'AccessDeniedException',
    },
    {
      rule: 'an Allow for another method',
      says: { ...allow, policyDocument: policy('Allow', '*/POST/*') },
      status: 403,
      body: '{"Message":"User is not authorized to access this resource"}',
    },
    ...[
      ['null', null],
      ['a text', 'Allow'],
      ['a list', [allow]],
      ['nothing in it', {}],
      ['no principalId', { policyDocument: policy('Allow') }],
      ['a principalId that is no text', { ...allow, principalId: 7 }],
      ['no policy', { principalId: 'ada' }],
      ['a policy as text', { ...allow, policyDocument: JSON.stringify(policy('Allow')) }],
      ['a policy without statements', { ...allow, policyDocument: { Version: '2012-10-17', Statement: [] } }],
      ['an effect that is none', { ...allow, policyDocument: policy('Perhaps') }],
      ['an object in the context', { ...allow, context: { a: {} } }],
      ['a list in the context', { ...allow, context: { a: ['x'] } }],
      ['a context that is a text', { ...allow, context: 'x' }],
      ['a key that is no text', { ...allow, usageIdentifierKey: 7 }],
      ['more than 8 KB', { ...allow, context: { a: 'x'.repeat(9_000) } }],
      ['what is not JSON', Buffer.from('{')],
    ].map(([rule, says]) => ({
      rule: `${rule}: 500 of the configuration`,
      says,
      status: 500,
      body: '{"message":null}',
      errorType: 'AuthorizerConfigurationException',
    })),
  ])('$rule', async ({ says, status, body, errorType }) => {
    const { call } = await start(TOKEN, () => says);
    const answer = await call('/a', asAda);
    expect([answer.status, answer.body.replace(/"latency":"\d+"/, '"latency":"0"')]).toEqual([status, body]);
    if (errorType) expect(answer.headers['x-amzn-errortype']).toBe(errorType);
  });

  test.each([
    ['Unauthorized', 401, '{"message":"Unauthorized"}', 'UnauthorizedException'],
    ['unauthorized', 500, '{"message":null}', 'AuthorizerFailureException'],
    ['anything else', 500, '{"message":null}', 'AuthorizerFailureException'],
  ])('it throws %s', async (message, status, body, errorType) => {
    const { call } = await start(TOKEN, () => {
      throw new Error(message);
    });
    const answer = await call('/a', asAda);
    expect([answer.status, answer.body, answer.headers['x-amzn-errortype']]).toEqual([
      status,
      body,
      errorType,
    ]);
  });

  test('there is no such function', async () => {
    const { call } = await start({ ...TOKEN, authorizerUri: uri(`${FUNCTION}x`) }, () => allow);
    expect((await call('/a', asAda)).headers['x-amzn-errortype']).toBe('AuthorizerConfigurationException');
  });

  test('values of its context are texts, whatever they were; null is none', async () => {
    const { call } = await start(TOKEN, () => ({ ...allow, context: { a: 'x', n: 7, b: true, c: null } }));
    expect(JSON.parse((await call('/a', asAda)).body)).toMatchObject({
      principal: 'ada',
      a: 'x',
      n: '7',
      b: 'true',
    });
  });
});

describe('what the function is asked', () => {
  test('TOKEN: the token and the method', async () => {
    const { call, functions } = await start(TOKEN, () => allow);
    await call('/b/7', asAda);
    expect(JSON.parse(functions.calls[0]?.payload.toString() ?? '')).toEqual({
      type: 'TOKEN',
      authorizationToken: 'token-of-ada',
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/GET/b/7',
    });
  });

  test('REQUEST: the call without its body', async () => {
    const { call, functions } = await start(REQUEST, () => allow);
    await call('/b/7?team=x&team=y', { headers: { 'X-User': 'ada' } });
    const event = JSON.parse(functions.calls[0]?.payload.toString() ?? '');
    expect(event).toMatchObject({
      type: 'REQUEST',
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/GET/b/7',
      resource: '/b/{id}',
      path: '/b/7',
      httpMethod: 'GET',
      queryStringParameters: { team: 'y' },
      multiValueQueryStringParameters: { team: ['x', 'y'] },
      pathParameters: { id: '7' },
      stageVariables: { fn: 'auth' },
      requestContext: { apiId: 'api1', stage: 'prod', resourcePath: '/b/{id}' },
    });
    expect(event.headers['X-User']).toBe('ada');
    expect(event.multiValueHeaders['X-User']).toEqual(['ada']);
    expect(event).not.toHaveProperty('body');
  });

  test('the function by a stage variable', async () => {
    const authorizerUri = uri('arn:aws:lambda:us-east-1:000000000000:function:${stageVariables.fn}');
    const { call } = await start({ ...TOKEN, authorizerUri }, () => allow);
    expect((await call('/a', asAda)).status).toBe(200);
  });
});

describe('identity sources', () => {
  test.each<{
    rule: string;
    authorizer: AuthorizerDocument;
    path?: string;
    headers: Record<string, string>;
    status: number;
  }>([
    { rule: 'TOKEN, missing', authorizer: TOKEN, headers: {}, status: 401 },
    { rule: 'TOKEN, empty', authorizer: TOKEN, headers: { Authorization: '' }, status: 401 },
    { rule: 'TOKEN, in another case', authorizer: TOKEN, headers: { authorization: 't' }, status: 200 },
    {
      rule: 'TOKEN, not what the expression asks for',
      authorizer: { ...TOKEN, identityValidationExpression: '[a-z]+' },
      headers: { Authorization: 'abc1' },
      status: 401,
    },
    {
      rule: 'TOKEN, what the expression asks for',
      authorizer: { ...TOKEN, identityValidationExpression: '[a-z]+' },
      headers: { Authorization: 'abc' },
      status: 200,
    },
    { rule: 'REQUEST, all', authorizer: REQUEST, path: '/a?team=x', headers: { 'X-User': 'a' }, status: 200 },
    {
      rule: 'REQUEST, one missing',
      authorizer: REQUEST,
      path: '/a',
      headers: { 'X-User': 'a' },
      status: 401,
    },
    {
      rule: 'REQUEST, one empty',
      authorizer: REQUEST,
      path: '/a?team=',
      headers: { 'X-User': 'a' },
      status: 401,
    },
  ])('$rule: $status', async ({ authorizer, path = '/a', headers, status }) => {
    const { call, functions } = await start(authorizer, () => allow);
    const answer = await call(path, { headers });
    expect(answer.status).toBe(status);
    if (status !== 401) return;
    expect([answer.body, functions.calls.length]).toEqual(['{"message":"Unauthorized"}', 0]);
  });
});

describe('the cache of results', () => {
  const cached = { ...TOKEN, authorizerResultTtlInSeconds: 300 };

  test('a policy is kept for its time, and asked anew about every method', async () => {
    const own = { ...allow, policyDocument: policy('Allow', '*/GET/a') };
    const { call, functions, clock } = await start(cached, () => own);
    const statuses = [
      (await call('/a', asAda)).status,
      (await call('/a', asAda)).status,
      (await call('/b/1', asAda)).status,
    ];
    expect([statuses, functions.calls.length]).toEqual([[200, 200, 403], 1]);
    clock.advance(300_001);
    await call('/a', asAda);
    expect(functions.calls.length).toBe(2);
  });

  test('no refusal and no failure is kept', async () => {
    let count = 0;
    const { call } = await start(cached, () => {
      count += 1;
      if (count === 1) throw new Error('Unauthorized');
      return count === 2 ? {} : allow;
    });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await call('/a', asAda)).status);
    expect(statuses).toEqual([401, 500, 200]);
  });

  test('0 s keeps nothing', async () => {
    const { call, functions } = await start(TOKEN, () => allow);
    await call('/a', asAda);
    await call('/a', asAda);
    expect(functions.calls.length).toBe(2);
  });

  test('calls at once share one invocation', async () => {
    const { call, functions } = await start(cached, () => allow);
    await Promise.all(Array.from({ length: 20 }, () => call('/a', asAda)));
    expect(functions.calls.length).toBe(1);
  });

  test('a flush empties it', async () => {
    const { call, functions, gateway: engine } = await start(cached, () => allow);
    await call('/a', asAda);
    engine.flushAuthorizers('api1/prod');
    await call('/a', asAda);
    expect(functions.calls.length).toBe(2);
  });

  test.each<[rule: string, first: [string, string], second: [string, string]]>([
    ['delimiters', ['a,b', 'c'], ['a', 'b,c']],
    ['quotes', ['a","b', 'c'], ['a', 'b","c']],
    ['order', ['a', 'b'], ['b', 'a']],
    ['case', ['Ada', 'x'], ['ada', 'x']],
  ])('B23: identities that differ by %s share nothing', async (_rule, first, second) => {
    const { call, functions } = await start({ ...REQUEST, authorizerResultTtlInSeconds: 300 }, () => allow);
    for (const [user, team] of [first, second])
      await call(`/a?team=${encodeURIComponent(team)}`, { headers: { 'X-User': user } });
    expect(functions.calls.length).toBe(2);
  });

  test('B23: without an identity nothing is kept: all callers would share one grant', async () => {
    const nobody = { ...REQUEST, identitySource: '', authorizerResultTtlInSeconds: 300 };
    const { call, functions } = await start(nobody, () => allow);
    await call('/a', { headers: { 'X-User': 'ada' } });
    await call('/a', { headers: { 'X-User': 'bob' } });
    expect(functions.calls.length).toBe(2);
  });

  test('B23: what one version of an authorizer granted is not the next one’s word', async () => {
    const engine = await start(cached, () => allow);
    await engine.call('/a', asAda);
    const closed = method('GET', integration(), { authorizationType: 'CUSTOM', authorizerId: 'auth1' });
    const next = deployment(
      { '/a': [closed] },
      { deploymentId: 'dep2', authorizers: [{ ...cached, name: 'next' }] },
    );
    engine.gateway.apply(
      snapshot({ revision: 2, deployments: [next], stages: [stage({ deploymentId: 'dep2' })] }),
    );
    expect((await engine.call('/a', asAda)).status).toBe(200);
    expect(engine.functions.calls.length).toBe(2);
  });

  test('F17: what was granted goes on while the function is away, until its time', async () => {
    let works = true;
    const { call, clock } = await start(cached, () => {
      if (!works) throw new Error('away');
      return allow;
    });
    await call('/a', asAda);
    works = false;
    expect((await call('/a', asAda)).status).toBe(200);
    clock.advance(300_001);
    expect((await call('/a', asAda)).status).toBe(500);
  });
});

describe('F17: closed, never open', () => {
  test.each<[rule: string, invoke: TestFunctions['invoke'], errorType: string]>([
    [
      'down',
      () => Promise.reject(new FunctionUnreachable('unreachable', 'nobody listens')),
      'AuthorizerFailureException',
    ],
    [
      'silent',
      () => Promise.reject(new FunctionUnreachable('timeout', 'no answer')),
      'AuthorizerFailureException',
    ],
    [
      'throttled',
      async () => ({ status: 429, payload: Buffer.from('{}') }),
      'AuthorizerConfigurationException',
    ],
    [
      'out of order',
      async () => ({ status: 500, payload: Buffer.from('') }),
      'AuthorizerConfigurationException',
    ],
    [
      '1 MB long',
      async () => ({
        status: 200,
        payload: Buffer.from(JSON.stringify({ ...allow, context: { a: 'x'.repeat(1_000_000) } })),
      }),
      'AuthorizerConfigurationException',
    ],
    [
      'deeper than a stack',
      async () => ({ status: 200, payload: Buffer.from('['.repeat(8_000)) }),
      'AuthorizerConfigurationException',
    ],
  ])('%s: 500', async (_rule, invoke, errorType) => {
    const engine = await start(TOKEN, () => allow);
    engine.functions.invoke = invoke;
    const answer = await engine.call('/a', asAda);
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([500, errorType]);
  });

  test('slow: it is given 10 s, and not more', async () => {
    const { call, functions } = await start(TOKEN, () => allow);
    await call('/a', asAda);
    expect(functions.calls[0]?.timeoutInMillis).toBe(10_000);
  });

  test('an error nobody foresaw is no grant', async () => {
    const engine = await start(TOKEN, () => allow);
    engine.functions.invoke = () => Promise.reject(new Error('a bug'));
    expect((await engine.call('/a', asAda)).status).toBe(500);
  });
});

describe('API keys from the authorizer', () => {
  test.each([
    ['a key of a plan', 'key-of-ada', 200],
    ['a key that is none', 'nobody', 403],
    ['no key', undefined, 403],
  ])('%s', async (_rule, usageIdentifierKey, status) => {
    const says = { ...allow, ...(usageIdentifierKey && { usageIdentifierKey }) };
    const { call } = await start(TOKEN, () => says, { apiKeySource: 'AUTHORIZER' });
    expect((await call('/keyed', asAda)).status).toBe(status);
  });

  test('a key in the header does not count then', async () => {
    const { call } = await start(TOKEN, () => allow, { apiKeySource: 'AUTHORIZER' });
    const answer = await call('/keyed', { headers: { ...asAda.headers, 'x-api-key': 'key-of-ada' } });
    expect(answer.status).toBe(403);
  });
});

describe('with a resource policy (same account)', () => {
  const resourcePolicy = (effect: string | undefined) =>
    effect === undefined
      ? {
          Statement: [
            {
              Effect: 'Allow',
              Principal: '*',
              Action: 'execute-api:Invoke',
              Resource: 'execute-api:/prod/POST/*',
            },
          ],
        }
      : {
          Statement: [
            {
              Effect: effect,
              Principal: '*',
              Action: 'execute-api:Invoke',
              Resource: 'execute-api:/prod/GET/*',
            },
          ],
        };

  test.each<[authorizer: string | undefined, policy: string | undefined, status: number, asked: number]>([
    ['Allow', 'Allow', 200, 1],
    ['Allow', undefined, 200, 1],
    [undefined, 'Allow', 200, 1],
    [undefined, undefined, 403, 1],
    ['Deny', 'Allow', 403, 1],
    ['Allow', 'Deny', 403, 0],
  ])('authorizer %s, policy %s: %d', async (own, resource, status, asked) => {
    const says = { ...allow, policyDocument: own ? policy(own) : policy('Allow', '*/POST/*') };
    const text = JSON.stringify(resourcePolicy(resource));
    const { call, functions } = await start(TOKEN, () => says, { policy: text });
    expect([(await call('/a', asAda)).status, functions.calls.length]).toEqual([status, asked]);
  });
});

test.each<[rule: string, part: Partial<AuthorizerDocument>, says: string]>([
  ['a URI that is no function', { authorizerUri: 'https://x' }, "is no function's invocation URI"],
  ['an identity source that is none', { identitySource: 'method.request.path.a' }, 'invalid identity source'],
  ['an expression that does not compile', { identityValidationExpression: '(' }, 'without its )'],
])('refused when it is published: %s', async (_rule, part, says) => {
  await expect(start({ ...TOKEN, ...part }, () => allow)).rejects.toThrow(says);
});
