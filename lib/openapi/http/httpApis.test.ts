import { describe, expect, test } from 'vitest';
import type { RouteInput } from '@/lib/model/v2/route';
import { exportHttpApi, type HttpApiContent, importHttpApi } from '../index';
import { petsDocument } from './petsDocument';

const load = (change: object = {}, options = {}) =>
  importHttpApi(JSON.stringify({ ...petsDocument, ...change }), options);
const routeOf = ({ routes }: HttpApiContent, key: string) => routes.find(({ routeKey }) => routeKey === key);

test('every operation is a route, with its integration and its authorizer', () => {
  const { content, warnings, info } = load();
  expect(warnings).toEqual([]);
  expect(info).toEqual([]);
  expect(content).toMatchObject({
    name: 'Pets',
    version: '1.0',
    description: 'All pets',
    tags: { team: 'shop' },
    corsConfiguration: { allowOrigins: ['https://shop.example'], maxAge: 60 },
  });
  expect(content.routes.map(({ routeKey }) => routeKey)).toEqual([
    'GET /pets/{id}',
    'DELETE /pets/{id}',
    'ANY /{proxy+}',
    '$default',
  ]);
  const [jwt, check] = content.authorizers;
  expect(routeOf(content, 'GET /pets/{id}')).toMatchObject({
    authorizationType: 'JWT',
    authorizerId: jwt?.authorizerId,
    authorizationScopes: ['pets:read'],
    operationName: 'getPet',
  });
  expect(routeOf(content, 'DELETE /pets/{id}')).toMatchObject({
    authorizationType: 'CUSTOM',
    authorizerId: check?.authorizerId,
  });
  expect(routeOf(content, 'ANY /{proxy+}')).toMatchObject({ authorizationType: 'AWS_IAM' });
  expect(check).toMatchObject({ identitySource: ['$request.header.X-Key', '$context.routeKey'] });
});

test('operations that refer to one integration share it', () => {
  const { content } = load();
  expect(content.integrations).toHaveLength(3);
  expect(routeOf(content, 'ANY /{proxy+}')?.target).toBe(routeOf(content, 'DELETE /pets/{id}')?.target);
});

test.each(['2.0', '1.2'])('a document of Swagger %s is refused', (swagger) => {
  const { openapi, ...rest } = petsDocument;
  expect(() => importHttpApi(JSON.stringify({ swagger, ...rest }))).toThrow(
    'HTTP APIs are imported from OpenAPI 3.0 documents only.',
  );
});

test.each([
  ['ignore', 'GET /pets'],
  ['prepend', 'GET /shop/v1/pets'],
  ['split', 'GET /v1/pets'],
] as const)('the base path is taken by %s', (basepath, key) => {
  const servers = [
    { url: 'https://api.example/{basePath}', variables: { basePath: { default: 'shop/v1' } } },
  ];
  const paths = { '/pets': { get: {} } };
  const { content, warnings } = load({ servers, paths }, { basepath });
  expect(content.routes.map(({ routeKey }) => routeKey)).toEqual([key]);
  expect(warnings.map(({ message }) => message)).toEqual([
    `No integration defined for route ${key}: calls of it fail.`,
  ]);
});

describe('what an HTTP API does not do', () => {
  test('is told as information', () => {
    const get = { requestBody: { content: {} }, 'x-amazon-apigateway-request-validator': 'all' };
    const { info } = load({ paths: { '/pets': { get } } });
    expect(info.map(({ pointer }) => pointer)).toContain('/paths/~1pets/get/requestBody');
  });

  test('two authorizations of one operation are refused', () => {
    const get = { security: [{ jwt: [] }, { check: [] }] };
    expect(() => load({ paths: { '/pets': { get } } })).toThrow(
      'A route of an HTTP API has one authorization only.',
    );
  });

  test('the security of the document counts for operations that name none', () => {
    const { content } = load({ security: [{ iam: [] }], paths: { '/pets': { get: {} } } });
    expect(content.routes).toMatchObject([{ authorizationType: 'AWS_IAM' }]);
  });

  test('a scheme that nobody checks is warned of', () => {
    const components = { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } };
    const { warnings } = load({ components, paths: { '/pets': { get: { security: [{ basic: [] }] } } } });
    expect(warnings.map(({ pointer }) => pointer)).toContain('/components/securitySchemes/basic');
  });
});

/** mulberry32: the same documents on every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function invent(seed: number): HttpApiContent {
  const below = random(seed);
  const some = <T>(...values: T[]): T => values[below(values.length)] as T;
  const maybe = <T extends object>(members: T): T | object => (below(2) === 0 ? members : {});
  const integrations = Array.from({ length: 1 + below(3) }, (_, at) => ({
    integrationId: `i${at}`,
    integrationType: 'HTTP_PROXY' as const,
    integrationMethod: some('ANY', 'GET'),
    integrationUri: `https://backend${at}.example/${some('', '{proxy}', '%2F"\'#')}`,
    ...maybe({ payloadFormatVersion: '1.0' as const, timeoutInMillis: 50 + below(29_950) }),
    ...maybe({
      requestParameters: { 'append:header.a': some('$request.path', '', '${context.requestId} é') },
    }),
    ...maybe({ responseParameters: { '404': { 'overwrite:statuscode': '200' } } }),
    ...maybe({ description: some('A: b', '- c', '{d}') }),
  }));
  const authorizers = Array.from({ length: below(3) }, (_, at) => ({
    authorizerId: `a${at}`,
    name: some('jwt', 'a b', 'null') + at,
    authorizerType: 'JWT' as const,
    identitySource: ['$request.header.Authorization'],
    jwtConfiguration: { issuer: `https://issuer${at}.example`, audience: ['x', '1.10'] },
  }));
  const access = (): Partial<RouteInput> => {
    const authorizer = authorizers[below(authorizers.length + 1)];
    if (!authorizer) return some({}, { authorizationType: 'AWS_IAM' as const });
    const { authorizerId } = authorizer;
    return { authorizationType: 'JWT', authorizerId, ...maybe({ authorizationScopes: ['a', 'b:c'] }) };
  };
  const keys = ['GET /', 'ANY /a', 'POST /a/{b}', 'DELETE /a/{b}/', 'ANY /{proxy+}', '$default'];
  const routes = integrations.flatMap(({ integrationId }, at) =>
    keys
      .filter((_, key) => key % integrations.length === at)
      .map((routeKey) => ({
        routeKey,
        target: `integrations/${integrationId}`,
        ...maybe({ operationName: `do${at}` }),
        ...access(),
      })),
  );
  return {
    name: some('Pets', 'Öffentlich: "x"', '1.0'),
    version: some('1.10', 'v1'),
    ...maybe({ corsConfiguration: { allowOrigins: ['*'], allowCredentials: false } }),
    ...maybe({ disableExecuteApiEndpoint: true }),
    ...maybe({ tags: { team: 'a' } }),
    routes,
    integrations,
    authorizers,
  };
}

/** Ids are fresh at each import: parts stand where they are named. */
function withoutIds({ routes, integrations, authorizers, ...api }: HttpApiContent) {
  const targets = new Map(integrations.map(({ integrationId: id, ...each }) => [`integrations/${id}`, each]));
  const names = new Map(authorizers.map(({ authorizerId, name }) => [authorizerId, name]));
  return {
    ...api,
    shared: integrations
      .map(({ integrationId: id }) => routes.filter(({ target }) => target === `integrations/${id}`))
      .map((users) => users.map(({ routeKey }) => routeKey).sort())
      .sort(),
    routes: routes
      .map(({ target = '', authorizerId = '', ...route }) => ({
        ...route,
        integration: targets.get(target),
        authorizer: names.get(authorizerId),
      }))
      .sort((a, b) => (a.routeKey < b.routeKey ? -1 : 1)),
    integrationCount: integrations.length,
    authorizers: authorizers.map(({ authorizerId, ...each }) => each),
  };
}

test.each([
  'JSON',
  'YAML',
] as const)('what is exported as %s is imported as it was, 200 times', (outputType) => {
  for (let seed = 1; seed <= 200; seed++) {
    const content = invent(seed);
    const text = exportHttpApi(content, { outputType, includeExtensions: true, version: '' });
    const { content: again, warnings, info } = importHttpApi(text);
    expect(withoutIds(again)).toEqual(withoutIds(content));
    expect([...warnings, ...info]).toEqual([]);
    expect(exportHttpApi(again, { outputType, includeExtensions: true, version: '' })).toBe(text);
  }
});

test('without extensions nothing of the backend shows', () => {
  const text = exportHttpApi(load().content, { outputType: 'YAML', includeExtensions: false, version: '' });
  expect(text).not.toMatch(/x-amazon|shop\.example|issuer\.example|arn:/);
  expect(importHttpApi(text).content.routes.map(({ routeKey }) => routeKey)).toEqual([
    'DELETE /pets/{id}',
    'GET /pets/{id}',
  ]);
});
