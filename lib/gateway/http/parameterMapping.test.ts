import { afterEach, describe, expect, test } from 'vitest';
import { apiDeployment, apiIntegration, route } from '../testing/apiDocuments';
import { type HttpApiParts, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import { compileHttpDeployment } from './compileHttpDeployment';

/* reference/http-apis.md section 7; reliability.md B6. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});
async function start(requestParameters: Record<string, string>, parts: HttpApiParts = {}) {
  api = await startHttpApi({
    keys: ['ANY /pets/{id}'],
    stage: { stageName: 'dev', stageVariables: { k: 'v' } },
    ...parts,
    integration: { requestParameters, ...parts.integration },
  });
  return api;
}
const call = {
  method: 'POST',
  headers: { 'X-A': ['1', '2'], 'User-Agent': 'ua', 'Content-Type': 'application/json' },
  body: '{"user":{"name":"ada","tags":["a","b"]},"n":7}',
};

describe('values', () => {
  test.each<[value: string, sent: string | undefined]>([
    ['$request.header.x-a', '1,2'],
    ['$request.header.X-A', '1,2'],
    ['${request.header.x-a}', '1,2'],
    ['$request.querystring.q', 'a b,c'],
    ['$request.querystring.Q', undefined],
    ['$request.body.user.name', 'ada'],
    ['$request.body.user.tags[1]', 'b'],
    ['$request.body.user', '{"name":"ada","tags":["a","b"]}'],
    ['$request.body.n', '7'],
    ['$request.body', call.body],
    ['$request.body.none', undefined],
    ['$request.path', '/pets/a%20b'],
    ['$request.path.id', 'a%20b'],
    ['$request.path.none', undefined],
    ['$stageVariables.k', 'v'],
    ['$stageVariables.none', undefined],
    ['$context.stage', 'dev'],
    ['$context.apiId', 'api1'],
    ['$context.routeKey', 'ANY /pets/{id}'],
    ['$context.httpMethod', 'POST'],
    ['$context.path', '/dev/pets/a%20b'],
    ['$context.protocol', 'HTTP/1.1'],
    ['$context.accountId', '000000000000'],
    ['$context.domainPrefix', 'api1'],
    ['$context.identity.sourceIp', '127.0.0.1'],
    ['$context.identity.userAgent', 'ua'],
    ['$context.none', undefined],
    ['$context.constructor', undefined],
    ['$context.__proto__', undefined],
    ['plain text', 'plain text'],
    ["'quoted'", "'quoted'"],
    ['${request.path.id} of ${stageVariables.k}', 'a%20b of v'],
    ['a-${request.path.none}-b', undefined],
    ['$5', '$5'],
  ])('%s', async (value, sent) => {
    const { get, asked } = await start({ 'overwrite:header.x-out': value });
    expect((await get('/dev/pets/a%20b?q=a%20b&q=c', call)).status).toBe(200);
    expect(asked()?.headers['x-out']).toBe(sent);
  });

  test('$context.requestId is the id that the caller is given', async () => {
    const { get, asked } = await start({ 'append:header.x-out': '$context.requestId' });
    expect((await get('/dev/pets/1')).headers['apigw-requestid']).toBe(asked()?.headers['x-out']);
  });

  test('a path into a body sees 100 KB of it', async () => {
    const { get, asked } = await start({ 'overwrite:header.x-out': '$request.body.a' });
    await get('/dev/pets/1', { ...call, body: JSON.stringify({ a: 'x', b: 'y'.repeat(100 * 1024) }) });
    expect(asked()?.headers['x-out']).toBeUndefined();
    await get('/dev/pets/1', { ...call, body: JSON.stringify({ a: 'x', b: 'y'.repeat(90 * 1024) }) });
    expect(asked()?.headers['x-out']).toBe('x');
  });
});

describe('what they change', () => {
  const values = (under: HttpApiUnderTest, wanted: string) =>
    under
      .asked()
      ?.rawHeaders.filter(([name]) => name.toLowerCase() === wanted)
      .map(([, value]) => value);

  test.each<[key: string, value: string, sent: string[]]>([
    ['append:header.X-A', 'new', ['1', '2', 'new']],
    ['overwrite:header.x-a', 'new', ['new']],
    ['remove:header.X-a', '', []],
  ])('%s', async (key, value, sent) => {
    const under = await start({ [key]: value });
    await under.get('/dev/pets/1', call);
    expect(values(under, 'x-a')).toEqual(sent);
  });

  test.each<[parameters: Record<string, string>, url: string]>([
    [{ 'append:querystring.q': 'new&x' }, '/?q=1&r=%20&q=2&q=new%26x'],
    [{ 'overwrite:querystring.q': 'new' }, '/?r=%20&q=new'],
    [{ 'remove:querystring.q': '' }, '/?r=%20'],
    [{ 'overwrite:path': '/new/$x' }, '/new/$x?q=1&r=%20&q=2'],
    [{ 'overwrite:path': '/x${request.path}' }, '/x/pets/1?q=1&r=%20&q=2'],
    [{ 'overwrite:path': 'x?y#z' }, '/x%3Fy%23z?q=1&r=%20&q=2'],
  ])('%j', async (parameters, url) => {
    const under = await start(parameters);
    await under.get('/dev/pets/1?q=1&r=%20&q=2');
    expect(under.asked()?.url).toBe(url);
  });

  test('Host may be overwritten', async () => {
    const under = await start({ 'overwrite:header.Host': 'other.test' });
    await under.get('/dev/pets/1');
    expect(under.asked()?.headers.host).toBe('other.test');
  });

  test('values are those of the call as it came', async () => {
    const under = await start({
      'overwrite:header.x-a': 'new',
      'append:header.x-b': '$request.header.x-a',
      'remove:header.x-a': '',
    });
    await under.get('/dev/pets/1', call);
    expect(values(under, 'x-b')).toEqual(['1,2']);
  });
});

describe('attacks', () => {
  test.each([
    'a\r\nX-Evil: 1',
    'a\nX-Evil: 1',
    'a\u0000b',
    'a\u007fb',
  ])('B6: %j begins no header', async (value) => {
    const under = await start({ 'overwrite:header.x-out': '$request.body.v' });
    const { status, body } = await under.get('/dev/pets/1', { ...call, body: JSON.stringify({ v: value }) });
    expect([status, body]).toEqual([400, '{"message":"Bad Request"}']);
    expect(under.backend.requests).toEqual([]);
  });

  test.each([
    '/../admin',
    '/a/%2e%2e/admin',
    '..',
    '/a/..;/b',
    '/a\\..\\b',
    '/%252e%252e/x',
  ])('B5: %j is no path for overwrite:path', async (value) => {
    const under = await start({ 'overwrite:path': '$request.body.v' });
    const { status } = await under.get('/dev/pets/1', { ...call, body: JSON.stringify({ v: value }) });
    expect([status, under.backend.requests.length]).toEqual([400, 0]);
  });

  test.each([
    ['//evil.test/x', '/evil.test/x'],
    ['@evil.test/x', '/@evil.test/x'],
    ['/x y%2', '/x%20y%252'],
    ['/ä\ud800', '/%C3%A4%EF%BF%BD'],
    ['/a\r\nb', '/a%0D%0Ab'],
  ])('B12: overwrite:path %j stays on its host', async (value, url) => {
    const under = await start({ 'overwrite:path': '$request.body.v' });
    expect((await under.get('/dev/pets/1', { ...call, body: JSON.stringify({ v: value }) })).status).toBe(
      200,
    );
    expect(under.asked()?.url).toBe(url);
  });

  test('a body of 10 MB is no header', async () => {
    const under = await start({ 'overwrite:header.x-out': '$request.body' });
    const { status } = await under.get('/dev/pets/1', { ...call, body: 'x'.repeat(1_000_000) });
    expect([status, under.backend.requests.length]).toEqual([400, 0]);
  });

  test('B10: a bomb is no body', async () => {
    const under = await start({ 'overwrite:header.x-out': '$request.body.a.b' });
    expect((await under.get('/dev/pets/1', { ...call, body: '['.repeat(90_000) })).status).toBe(200);
    expect(under.asked()?.headers['x-out']).toBeUndefined();
  });
});

describe('response parameters', () => {
  const answer: HttpApiParts['answer'] = (request, response) =>
    void response
      .writeHead(Number(request.headers['x-status'] ?? 200), {
        'X-A': 'a',
        'X-Bad': 'x',
        'Content-Type': 'application/json',
      })
      .end('{"code":404,"text":"a\\r\\nb"}');
  const mapped = async (responseParameters: Record<string, Record<string, string>>, status = '200') => {
    const { get } = await start({}, { answer, integration: { responseParameters } });
    return get('/dev/pets/1', { headers: { 'X-Status': status } });
  };

  test.each<[rule: string, parameters: Record<string, string>, status: number, header: string | undefined]>([
    ['append', { 'append:header.x-a': 'b' }, 200, 'b'],
    ['overwrite', { 'overwrite:header.x-a': '$response.header.X-Bad' }, 200, 'x'],
    ['remove', { 'remove:header.x-a': '' }, 200, undefined],
    ['of the body', { 'overwrite:header.x-a': '$response.body.code' }, 200, '404'],
    ['of the context', { 'overwrite:header.x-a': '$context.stage' }, 200, 'dev'],
    ['of the request', { 'overwrite:header.x-a': '$request.path.id' }, 200, '1'],
    ['statuscode', { 'overwrite:statuscode': '$response.body.code' }, 404, 'a'],
    ['statuscode, a number', { 'overwrite:statuscode': '202' }, 202, 'a'],
    ['a status that is none stays', { 'overwrite:statuscode': '$response.header.X-A' }, 200, 'a'],
    ['what cannot be resolved is left out', { 'overwrite:header.x-a': '$response.body.none' }, 200, 'a'],
  ])('%s', async (_rule, parameters, status, header) => {
    const { status: given, headers, body } = await mapped({ 200: parameters });
    expect([given, headers['x-a']]).toEqual([status, header]);
    expect(body).toBe('{"code":404,"text":"a\\r\\nb"}');
  });

  test('of the backend’s status alone', async () => {
    const parameters = { 500: { 'overwrite:statuscode': '418' } };
    expect((await mapped(parameters)).status).toBe(200);
    await api?.close();
    expect((await mapped(parameters, '500')).status).toBe(418);
  });

  test('B6: a line break in a backend’s text begins no header', async () => {
    const { status, body } = await mapped({ 200: { 'overwrite:header.x-a': '$response.body.text' } });
    expect([status, body]).toEqual([500, '{"message":"Internal Server Error"}']);
  });
});

describe('refused when it is deployed', () => {
  const compile = (part: Parameters<typeof apiIntegration>[0]) =>
    compileHttpDeployment(
      apiDeployment({
        routes: [route('$default')],
        integrations: [apiIntegration({ integrationUri: 'http://a.test/', ...part })],
      }),
      '',
    );
  const RESERVED = [
    'access-control-allow-origin',
    'apigw-requestid',
    'Authorization',
    'Connection',
    'Content-Encoding',
    'Content-Length',
    'Content-Location',
    'Forwarded',
    'Keep-Alive',
    'Origin',
    'Proxy-Authenticate',
    'Proxy-Authorization',
    'TE',
    'Trailers',
    'Transfer-Encoding',
    'Upgrade',
    'x-amz-date',
    'x-amzn-trace-id',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'Via',
  ];
  test.each(RESERVED)('header %s is reserved', (name) => {
    expect(() => compile({ requestParameters: { [`append:header.${name}`]: 'x' } })).toThrow(/reserved/);
    expect(() => compile({ responseParameters: { 200: { [`append:header.${name}`]: 'x' } } })).toThrow(
      /reserved/,
    );
  });

  test.each<[rule: string, part: Parameters<typeof apiIntegration>[0]]>([
    ['an action that there is not', { requestParameters: { 'set:header.a': 'x' } }],
    ['append:path', { requestParameters: { 'append:path': 'x' } }],
    ['a place that there is not', { requestParameters: { 'append:body.a': 'x' } }],
    ['a header name that is none', { requestParameters: { 'append:header.a b': 'x' } }],
    ['statuscode of a request', { requestParameters: { 'overwrite:statuscode': '200' } }],
    ['a response’s value in a request', { requestParameters: { 'append:header.a': '$response.header.b' } }],
    ['a deep scan', { requestParameters: { 'append:header.a': '$request.body..b' } }],
    ['a filter', { requestParameters: { 'append:header.a': '$request.body.b[?(@.c)]' } }],
    ['querystring in a response', { responseParameters: { 200: { 'append:querystring.a': 'x' } } }],
    ['an integration type of REST', { integrationType: 'MOCK' }],
    ['no URL', { integrationUri: 'ftp://a.test' }],
    ['a verb that there is not', { integrationMethod: 'TRACE' }],
    ['a private integration without its link', { connectionType: 'VPC_LINK' }],
  ])('%s', (_rule, part) => {
    expect(() => compile(part)).toThrow(expect.objectContaining({ code: 'SnapshotRejected' }));
  });

  test.each([
    ['a route key that is none', [route('FETCH /')], 'routes[0].routeKey'],
    ['a greedy parameter that is not last', [route('GET /{a+}/b')], 'routes[0].routeKey'],
    ['a route twice', [route('GET /'), route('GET /')], 'routes[1].routeKey'],
    ['$default twice', [route('$default'), route('$default')], 'routes[1].routeKey'],
    ['a target that is not here', [route('GET /', { target: 'integrations/x' })], 'routes[0].target'],
  ])('%s', (_rule, routes, path) => {
    const integrations = [apiIntegration({ integrationUri: 'http://a.test/' })];
    expect(() => compileHttpDeployment(apiDeployment({ routes, integrations }), '')).toThrow(
      expect.objectContaining({ path }),
    );
  });
});
