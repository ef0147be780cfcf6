import { afterEach, describe, expect, test } from 'vitest';
import { apiStage, route } from '../testing/apiDocuments';
import { type HttpApiParts, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import { RouteTable } from './RouteTable';

/* reference/http-apis.md section 2: stages and routes. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});
const start = async (parts: HttpApiParts) => {
  api = await startHttpApi(parts);
  return api;
};
const routed = async (keys: string[], method: string, path: string) => {
  const { get, recorder } = await start({ keys });
  const { status, body } = await get(path, { method });
  return { status, body, path: recorder.calls.at(-1)?.resourcePath };
};

describe('priority of routes', () => {
  const guide = ['GET /pets/dog/1', 'GET /pets/dog/{id}', 'GET /pets/{proxy+}', 'ANY /{proxy+}', '$default'];
  test.each<[method: string, path: string, keys: string[], found: string | undefined]>([
    ['GET', '/pets/dog/1', guide, '/pets/dog/1'],
    ['GET', '/pets/dog/2', guide, '/pets/dog/{id}'],
    ['GET', '/pets/cat/1', guide, '/pets/{proxy+}'],
    ['POST', '/pets/cat/1', guide, '/{proxy+}'],
    ['POST', '/pets/dog/1', guide, '/{proxy+}'],
    ['GET', '/', guide, '$default'],
    ['OPTIONS', '/', guide, '$default'],
    ['GET', '/a', ['ANY /a', 'GET /{x}'], '/a'],
    ['GET', '/a', ['POST /a', 'GET /{x}'], '/{x}'],
    ['GET', '/a/b', ['GET /a/{x}', 'GET /{x}/b'], '/a/{x}'],
    ['GET', '/a/c/d', ['GET /a/c/{p+}', 'GET /a/{x}/d'], '/a/{x}/d'],
    ['PUT', '/a', ['GET /a'], undefined],
    ['GET', '/b', ['GET /a'], undefined],
    ['HEAD', '/a', ['GET /a'], undefined],
  ])('%s %s', async (method, path, keys, found) => {
    const outcome = await routed(keys, method, path);
    expect(outcome.path).toBe(found ?? '');
    expect(outcome.status).toBe(found === undefined ? 404 : 200);
    if (found === undefined && method !== 'HEAD') expect(outcome.body).toBe('{"message":"Not Found"}');
  });

  test('the method itself goes before ANY at the same path', () => {
    const table = new RouteTable<string>();
    table.add('ANY', '/a', 'any');
    table.add('GET', '/a', 'get');
    expect([table.match('GET', '/a')?.value, table.match('PUT', '/a')?.value]).toEqual(['get', 'any']);
  });

  test.each([
    ['/a/', ['GET /a'], ''],
    ['/a', ['GET /a/'], ''],
    ['/a/', ['GET /a/'], '/a/'],
    ['/a/', ['GET /a/{x}'], ''],
    ['/a/', ['GET /a/{x+}'], ''],
    ['/a/b/', ['GET /a/{x+}'], '/a/{x+}'],
  ])('a slash at the end counts: %s with %j', async (path, keys, found) => {
    expect((await routed(keys, 'GET', path)).path).toBe(found);
  });

  test.each([
    ['/%61dmin', ['GET /admin', '$default'], '/admin'],
    ['//admin', ['GET /admin', '$default'], '/admin'],
    ['/x//admin', ['GET /x/admin', '$default'], '/x/admin'],
    ['/admin%2f', ['GET /admin', '$default'], '$default'],
    ['/ADMIN', ['GET /admin', '$default'], '$default'],
  ])('B5: %s with %j', async (path, keys, found) => {
    expect((await routed(keys, 'GET', path)).path).toBe(found);
  });

  test.each([
    '/a/../admin',
    '/a/%2e%2e/admin',
    '/./admin',
    '/a;/..;/admin',
    '/a%5c..%5cadmin',
  ])('B5: %s is no path', async (path) => {
    expect((await routed(['GET /admin', '$default'], 'GET', path)).status).toBe(400);
  });

  test('growth: a look-up among 10,000 routes costs no more than its parts', () => {
    const table = new RouteTable<number>();
    for (let index = 0; index < 10_000; index += 1) table.add('GET', `/r${index}/{id}/x`, index);
    expect(table.match('GET', '/r9999/1/x')).toEqual({ value: 9_999, parameters: new Map([['id', '1']]) });
  });
});

/* Section 8, where CORS is not configured. */
test.each([
  ['$default behind an authorizer takes OPTIONS too', ['$default'], 401],
  ['an OPTIONS route of its own lets it by', ['$default', 'OPTIONS /{proxy+}'], 200],
])('%s', async (_rule, keys, status) => {
  const authorizers = [
    {
      authorizerId: 'a1',
      name: 'jwt',
      authorizerType: 'JWT' as const,
      jwtConfiguration: { issuer: 'https://issuer.test', audience: ['a'] },
    },
  ];
  const closed = { authorizationType: 'JWT', authorizerId: 'a1' } as const;
  const routes = keys.map((key) => route(key, key === '$default' ? closed : {}));
  const { get } = await start({ deployment: { routes, authorizers } });
  expect((await get('/pets', { method: 'OPTIONS' })).status).toBe(status);
  expect((await get('/pets')).status).toBe(401);
});

describe('stages', () => {
  const two = { apiStages: [apiStage(), apiStage({ stageName: 'dev' })] };
  test.each<[rule: string, path: string, parts: HttpApiParts, stage: string, sent: string]>([
    ['$default has no name in the path', '/pets', {}, '$default', '/pets'],
    ['the first part names a stage', '/dev/pets', { snapshot: two }, 'dev', '/pets'],
    ['the stage alone', '/dev', { snapshot: two }, 'dev', '/'],
    ['a part that names none', '/devil/pets', { snapshot: two }, '$default', '/devil/pets'],
    ['an encoded name is none', '/%64ev/pets', { snapshot: two }, '$default', '/%64ev/pets'],
  ])('%s', async (_rule, path, parts, stage, sent) => {
    const { get, recorder, asked } = await start(parts);
    expect((await get(path)).status).toBe(200);
    expect(recorder.calls.at(-1)?.stageName).toBe(stage);
    expect(asked()?.url).toBe(sent);
  });

  test.each<[rule: string, path: string, parts: HttpApiParts]>([
    ['no $default stage', '/pets', { stage: { stageName: 'dev' } }],
    [
      'a stage without a deployment',
      '/pets',
      { snapshot: { apiStages: [{ apiId: 'api1', stageName: '$default', stageVariables: {} }] } },
    ],
    ['$default is not called by its name', '/$default/pets', { keys: ['GET /pets'] }],
  ])('404: %s', async (_rule, path, parts) => {
    const { get } = await start(parts);
    const { status, body, headers } = await get(path);
    expect([status, body, headers['content-type']]).toEqual([
      404,
      '{"message":"Not Found"}',
      'application/json',
    ]);
  });

  test('a mapping of a custom domain name names the stage; the longest of several parts wins', async () => {
    const basePathMappings = [
      { basePath: '', restApiId: 'api1', stageName: '$default' },
      { basePath: 'orders', restApiId: 'gone', stageName: 'x' },
      { basePath: 'orders/v2', restApiId: 'api1', stageName: 'dev' },
    ];
    const { get, asked, recorder } = await start({
      snapshot: { ...two, domainNames: [{ domainName: 'api.test', basePathMappings }] },
    });
    const on = (path: string) => get(path, { headers: { Host: 'api.test' } });
    await on('/orders/v2/new/1');
    expect([asked()?.url, recorder.calls.at(-1)?.stageName]).toEqual(['/new/1', 'dev']);
    await on('/orders/v2');
    expect([asked()?.url, recorder.calls.at(-1)?.stageName]).toEqual(['/', 'dev']);
    expect((await on('/orders/v3')).status).toBe(403);
    await on('/else/where');
    expect([asked()?.url, recorder.calls.at(-1)?.stageName]).toEqual(['/else/where', '$default']);
  });

  test('disableExecuteApiEndpoint: 403 but on a custom domain name; the path form works as the host', async () => {
    const domainNames = [
      {
        domainName: 'api.test',
        basePathMappings: [{ basePath: '', restApiId: 'api1', stageName: '$default' }],
      },
    ];
    const { get } = await start({ api: { disableExecuteApiEndpoint: true }, snapshot: { domainNames } });
    const refused = await get('/x');
    expect([refused.status, refused.body]).toEqual([403, '{"message":"Forbidden"}']);
    expect((await get('/x', { headers: { Host: 'api.test' } })).status).toBe(200);
  });

  test('by path, /_aws/execute-api/{apiId}', async () => {
    const { get, asked } = await start({ keys: ['$default'] });
    expect((await get('/_aws/execute-api/api1/pets?a=1', { headers: { Host: 'localhost' } })).status).toBe(
      200,
    );
    expect(asked()?.url).toBe('/pets?a=1');
    expect((await get('/_aws/execute-api/api1', { headers: { Host: 'localhost' } })).status).toBe(200);
    expect(asked()?.url).toBe('/');
  });

  test('/ping is the health check of every API', async () => {
    const { get } = await start({});
    expect((await get('/ping')).body).toBe('healthy');
  });
});
