import { afterEach, describe, expect, test } from 'vitest';
import type { AuthorizerDocument } from '../snapshot/types';
import {
  allow,
  asAda,
  authorizing,
  closeAuthorizing,
  FUNCTION,
  policy,
  REQUEST,
  TOKEN,
  uri,
} from '../testing/authorizing';

/* Reference section 14, Lambda authorizers. */
afterEach(closeAuthorizing);

const BARE = JSON.stringify({ ...allow, context: { pad: '' } }).length;

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
      rule: 'a resource of 512 letters',
      says: { ...allow, policyDocument: policy('Allow', '*'.repeat(512)) },
      status: 200,
      body: '{"principal":"ada","a":"","n":"","b":"","latency":"0"}',
    },
    {
      rule: 'an answer of exactly 8 KB',
      says: { ...allow, context: { pad: 'x'.repeat(8_192 - BARE) } },
      status: 200,
      body: '{"principal":"ada","a":"","n":"","b":"","latency":"0"}',
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
      ['a resource of more than 512 letters', { ...allow, policyDocument: policy('Allow', '*'.repeat(513)) }],
      ['an object in the context', { ...allow, context: { a: {} } }],
      ['a list in the context', { ...allow, context: { a: ['x'] } }],
      ['a context that is a text', { ...allow, context: 'x' }],
      ['a key that is no text', { ...allow, usageIdentifierKey: 7 }],
      ['a byte more than 8 KB', { ...allow, context: { pad: 'x'.repeat(8_193 - BARE) } }],
      ['what is not JSON', Buffer.from('{')],
    ].map(([rule, says]) => ({
      rule: `${rule}: 500 of the configuration`,
      says,
      status: 500,
      body: '{"message":null}',
      errorType: 'AuthorizerConfigurationException',
    })),
  ])('$rule', async ({ says, status, body, errorType }) => {
    const { call } = await authorizing(TOKEN, () => says);
    const answer = await call('/a', asAda);
    expect([answer.status, answer.body.replace(/"latency":"\d+"/, '"latency":"0"')]).toEqual([status, body]);
    if (errorType) expect(answer.headers['x-amzn-errortype']).toBe(errorType);
  });

  test.each([
    ['Unauthorized', 401, '{"message":"Unauthorized"}', 'UnauthorizedException'],
    ['unauthorized', 500, '{"message":null}', 'AuthorizerFailureException'],
    ['anything else', 500, '{"message":null}', 'AuthorizerFailureException'],
  ])('it throws %s', async (message, status, body, errorType) => {
    const { call } = await authorizing(TOKEN, () => {
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
    const { call } = await authorizing({ ...TOKEN, authorizerUri: uri(`${FUNCTION}x`) }, () => allow);
    expect((await call('/a', asAda)).headers['x-amzn-errortype']).toBe('AuthorizerConfigurationException');
  });

  test('values of its context are texts, whatever they were; null is none', async () => {
    const { call } = await authorizing(TOKEN, () => ({
      ...allow,
      context: { a: 'x', n: 7, b: true, c: null },
    }));
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
    const { call, functions } = await authorizing(TOKEN, () => allow);
    await call('/b/7', asAda);
    expect(JSON.parse(functions.calls[0]?.payload.toString() ?? '')).toEqual({
      type: 'TOKEN',
      authorizationToken: 'token-of-ada',
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/GET/b/7',
    });
  });

  test('REQUEST: the call without its body', async () => {
    const { call, functions } = await authorizing(REQUEST, () => allow);
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
    const { call } = await authorizing({ ...TOKEN, authorizerUri }, () => allow);
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
    const { call, functions } = await authorizing(authorizer, () => allow);
    const answer = await call(path, { headers });
    expect(answer.status).toBe(status);
    if (status !== 401) return;
    expect([answer.body, functions.calls.length]).toEqual(['{"message":"Unauthorized"}', 0]);
  });
});

describe('API keys from the authorizer', () => {
  test.each([
    ['a key of a plan', 'key-of-ada', 200],
    ['a key that is none', 'nobody', 403],
    ['no key', undefined, 403],
  ])('%s', async (_rule, usageIdentifierKey, status) => {
    const says = { ...allow, ...(usageIdentifierKey && { usageIdentifierKey }) };
    const { call } = await authorizing(TOKEN, () => says, { apiKeySource: 'AUTHORIZER' });
    expect((await call('/keyed', asAda)).status).toBe(status);
  });

  test('a key in the header does not count then', async () => {
    const { call } = await authorizing(TOKEN, () => allow, { apiKeySource: 'AUTHORIZER' });
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
    const { call, functions } = await authorizing(TOKEN, () => says, { policy: text });
    expect([(await call('/a', asAda)).status, functions.calls.length]).toEqual([status, asked]);
  });
});

test.each<[rule: string, part: Partial<AuthorizerDocument>, says: string]>([
  ['a URI that is no function', { authorizerUri: 'https://x' }, "is no function's invocation URI"],
  ['an identity source that is none', { identitySource: 'method.request.path.a' }, 'invalid identity source'],
  ['an expression that does not compile', { identityValidationExpression: '(' }, 'without its )'],
])('refused when it is published: %s', async (_rule, part, says) => {
  await expect(authorizing({ ...TOKEN, ...part }, () => allow)).rejects.toThrow(says);
});
