import { generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ApiAuthorizerTestCall } from '../gateway';
import type { ApiAuthorizerDocument } from '../snapshot/apiTypes';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { snapshot } from '../testing/documents';
import { type TestFunction, TestFunctions } from '../testing/TestFunctions';
import { startIssuer, type TestIssuer, type TokenPart } from '../testing/tokens';

/* The production authorizers of HTTP and WebSocket APIs on an invented call. */
let issuer: TestIssuer;
let gateway: TestGateway | undefined;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.close());
afterEach(() => gateway?.close());

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:who';
const authorizerUri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
const jwt = (part: Partial<ApiAuthorizerDocument> = {}): ApiAuthorizerDocument => ({
  authorizerId: 'a1',
  name: 'jwt',
  authorizerType: 'JWT',
  identitySource: ['$request.header.Authorization'],
  jwtConfiguration: { issuer: issuer.url, audience: ['client1'] },
  ...part,
});
const lambda = (part: Partial<ApiAuthorizerDocument> = {}): ApiAuthorizerDocument => ({
  authorizerId: 'a1',
  name: 'who',
  authorizerType: 'REQUEST',
  authorizerUri,
  authorizerPayloadFormatVersion: '2.0',
  identitySource: ['$request.header.Authorization'],
  authorizerResultTtlInSeconds: 300,
  ...part,
});

async function start(work: TestFunction = () => ({}), allowed = ['127.0.0.1']) {
  const functions = new TestFunctions({ [FUNCTION]: work });
  gateway = await createTestGateway(undefined, { functions });
  const { account } = snapshot({});
  gateway.gateway.useAccount({ account: { ...account, egressAllowList: allowed } });
  const { gateway: engine } = gateway;
  const ask = (authorizer: ApiAuthorizerDocument, part: Partial<ApiAuthorizerTestCall> = {}) =>
    engine.testApiAuthorizer({
      ...{ apiId: 'api1', protocolType: 'HTTP', authorizer, stageName: '$default', variables: {} },
      ...{ httpMethod: 'GET', headers: {}, pathWithQueryString: '/', ...part },
    });
  return { ask, functions };
}
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const policy = (Effect: string, Resource: string) => ({
  principalId: 'ada',
  policyDocument: { Version: '2012-10-17', Statement: [{ Effect, Action: 'execute-api:Invoke', Resource }] },
  context: { tenant: 'acme' },
});

describe('JWT', () => {
  test('a good token: allowed, its claims, a log without the token and without keys', async () => {
    const { ask } = await start();
    const token = await issuer.token({ claims: { scope: 'pets/read' } });
    const route = { routeKey: 'GET /pets/{id}', authorizationScopes: ['pets/read'] };
    const outcome = await ask(jwt(), { ...bearer(token), route, pathWithQueryString: '/pets/7' });
    expect(outcome).toMatchObject({ isAuthorized: true, clientStatus: 200 });
    expect(outcome.token).toEqual({
      header: { alg: 'RS256', kid: 'k1' },
      claims: expect.objectContaining({ sub: 'ada', aud: 'client1', scope: 'pets/read' }),
    });
    const lines = outcome.log.split('\n').map((line) => line.replace(/^.* UTC \d{4} : /, ''));
    expect(lines.slice(1)).toEqual([
      'Starting authorizer: a1',
      'The token came in $request.header.Authorization',
      `The token names issuer ${issuer.url} and the signing key "k1"`,
      'The keys of the issuer are found by discovery',
      'The signature is the issuer’s, and the token is good now',
      'The audience is one of the authorizer’s',
      'The token has a scope of the route: pets/read',
      'Successfully completed authorizer execution',
    ]);
    expect(JSON.stringify(outcome)).not.toContain(String(issuer.jwk.n));
    expect(outcome.log).not.toContain(token.split('.')[2]);
  });

  test.each<[string, TokenPart | null, number, RegExp]>([
    ['no token', null, 401, /No token was sent/],
    ['expired', { claims: { exp: 1_000 } }, 401, /the token has expired/],
    ['of another audience', { claims: { aud: 'x' } }, 401, /does not have a valid audience/],
    ['of another issuer', { claims: { iss: 'https://x' } }, 401, /does not have a valid issuer/],
    ['of an unknown key', { header: { kid: 'k9' } }, 401, /signed by an unknown key/],
    ['without the scope', {}, 403, /does not have any of the required scopes/],
  ])('%s: status and reason', async (_, part, clientStatus, reason) => {
    const { ask } = await start();
    const route = { routeKey: 'GET /', authorizationScopes: ['pets/read'] };
    const call = part ? bearer(await issuer.token(part)) : {};
    const outcome = await ask(jwt(), { ...call, route });
    expect(outcome).toMatchObject({ isAuthorized: false, clientStatus });
    expect(outcome.reason).toMatch(reason);
    expect(outcome.challenge).toMatch(/^Bearer/);
    expect(Boolean(outcome.token)).toBe(part !== null);
    expect(outcome.log).toMatch(reason);
  });

  test('another key under the same id: the signature is not valid', async () => {
    const { ask } = await start();
    const { privateKey } = await generateKeyPair('RS256');
    const outcome = await ask(jwt(), bearer(await issuer.token({ key: privateKey })));
    expect(outcome.reason).toMatch(/does not have a valid signature/);
  });

  test('an issuer that the egress guard refuses is not asked', async () => {
    const { ask } = await start();
    const at = 'http://169.254.169.254';
    const token = await issuer.token({ claims: { iss: at } });
    const outcome = await ask(
      jwt({ jwtConfiguration: { issuer: at, audience: ['client1'] } }),
      bearer(token),
    );
    expect(outcome).toMatchObject({ isAuthorized: false, clientStatus: 401 });
    expect(outcome.reason).toMatch(/OIDC discovery endpoint communication error/);
  });

  test('a path that does not lead to the route', async () => {
    const { ask } = await start();
    const call = { route: { routeKey: 'GET /pets' }, pathWithQueryString: '/dogs' };
    const outcome = await ask(jwt(), { ...call, ...bearer(await issuer.token()) });
    expect(outcome).toMatchObject({
      isAuthorized: false,
      clientStatus: 404,
      reason: 'No route for GET /dogs',
    });
  });
});

describe('a function of an HTTP API', () => {
  test('a simple answer: asked anew each time, with the stage’s name and variables', async () => {
    const { ask, functions } = await start(() => ({ isAuthorized: true, context: { tenant: 'acme' } }));
    const simple = lambda({ enableSimpleResponses: true });
    const call = { stageName: 'prod', variables: { v: '1' }, headers: { Authorization: 'x' } };
    const route = { routeKey: 'GET /pets' };
    for (const _ of [1, 2])
      expect(await ask(simple, { ...call, route, pathWithQueryString: '/pets?a=1' })).toMatchObject({
        ...{ isAuthorized: true, clientStatus: 200, context: { tenant: 'acme' } },
      });
    expect(functions.calls).toHaveLength(2);
    expect(JSON.parse(String(functions.calls[0]?.payload))).toMatchObject({
      ...{ version: '2.0', routeKey: 'GET /pets', identitySource: ['x'], rawQueryString: 'a=1' },
      ...{ stageVariables: { v: '1' }, requestContext: { stage: 'prod' } },
      routeArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/prod/GET/pets',
    });
  });

  test.each<[string, TestFunction, number, RegExp]>([
    ['says no', () => ({ isAuthorized: false }), 403, /does not allow the call/],
    ['says what is no answer', () => ({}), 500, /isAuthorized is neither true nor false/],
  ])('it %s', async (_, work, clientStatus, reason) => {
    const { ask } = await start(work);
    const outcome = await ask(lambda({ enableSimpleResponses: true }), { headers: { Authorization: 'x' } });
    expect(outcome).toMatchObject({ isAuthorized: false, clientStatus });
    expect(outcome.reason).toMatch(reason);
  });

  test('an identity source that is missing: it is not asked', async () => {
    const { ask, functions } = await start();
    expect(await ask(lambda())).toMatchObject({ isAuthorized: false, clientStatus: 401 });
    expect(functions.calls).toEqual([]);
  });

  test('version 1.0: its policy is asked about the route', async () => {
    const { ask } = await start(() => policy('Allow', 'arn:aws:execute-api:*:*:api1/*/GET/pets'));
    const old = lambda({ authorizerPayloadFormatVersion: '1.0' });
    const headers = { Authorization: 'x' };
    const pets = { headers, route: { routeKey: 'GET /pets' }, pathWithQueryString: '/pets' };
    expect(await ask(old, pets)).toMatchObject({ isAuthorized: true, principalId: 'ada' });
    expect(await ask(old, { headers })).toMatchObject({ isAuthorized: false, clientStatus: 403 });
  });
});

describe('a function of a WebSocket API', () => {
  const handshake = { protocolType: 'WEBSOCKET', stageName: 'production' } as const;
  const connect = lambda({ identitySource: ['route.request.querystring.token'] });

  test.each([
    ['Allow', { isAuthorized: true, clientStatus: 200, principalId: 'ada', context: { tenant: 'acme' } }],
    ['Deny', { isAuthorized: false, clientStatus: 403 }],
  ])('%s of $connect', async (effect, said) => {
    const { ask, functions } = await start(() => policy(effect, '*'));
    expect(await ask(connect, { ...handshake, pathWithQueryString: '/?token=t' })).toMatchObject(said);
    expect(JSON.parse(String(functions.calls[0]?.payload))).toMatchObject({
      methodArn: 'arn:aws:execute-api:us-east-1:000000000000:api1/production/$connect',
      queryStringParameters: { token: 't' },
      requestContext: { eventType: 'CONNECT' },
    });
  });

  test('without its identity source it is not asked', async () => {
    const { ask, functions } = await start();
    expect(await ask(connect, handshake)).toMatchObject({ isAuthorized: false, clientStatus: 401 });
    expect(functions.calls).toEqual([]);
  });
});
