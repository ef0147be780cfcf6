import { afterEach, describe, expect, test } from 'vitest';
import { apiStage } from '../testing/apiDocuments';
import { createBackend } from '../testing/createBackend';
import { type HttpApiParts, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import { LEAF, ROOT, TEST_KEY } from '../transport/testing/certificates';

/* reference/http-apis.md sections 3, 5, 6 and 12: HTTP_PROXY, its errors and limits. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});
const start = async (parts: HttpApiParts = {}) => {
  api = await startHttpApi(parts);
  return api;
};

describe('where calls go', () => {
  test.each<[rule: string, key: string, integrationUri: string, path: string, url: string]>([
    ['the URL alone', 'GET /pets', 'BACKEND/animals', '/pets?a=1&a=2', '/animals?a=1&a=2'],
    ['{param}', 'GET /pets/{id}', 'BACKEND/x/{id}/y', '/pets/a%20b', '/x/a%20b/y'],
    ['{proxy} for {proxy+}', 'ANY /{proxy+}', 'BACKEND/x/{proxy}', '/a/b', '/x/a/b'],
    ['stage variables', 'GET /', 'BACKEND/${stageVariables.v}', '/', '/v1'],
    ['$default appends the whole path', '$default', 'BACKEND/base', '/a/b?c=d', '/base/a/b?c=d'],
    ['$default behind a slash', '$default', 'BACKEND/', '/a', '/a'],
    ['$default before a query', '$default', 'BACKEND/base?k=v', '/a?c=d', '/base/a?k=v&c=d'],
    ['the query goes on unchanged', '$default', 'BACKEND/', '/?b=%C3%A4&a&&c=+', '/?b=%C3%A4&a&&c=+'],
  ])('%s', async (_rule, key, integrationUri, path, url) => {
    const { get, asked } = await start({
      keys: [key],
      integration: { integrationUri },
      stage: { stageVariables: { v: 'v1' } },
    });
    expect((await get(path)).status).toBe(200);
    expect(asked()?.url).toBe(url);
  });

  test.each([
    ['ANY', 'PATCH', 'PATCH'],
    ['POST', 'GET', 'POST'],
    [undefined, 'PUT', 'PUT'],
  ])('integrationMethod %s, called by %s', async (integrationMethod, method, sent) => {
    const { get, asked } = await start({ integration: integrationMethod ? { integrationMethod } : {} });
    await get('/', { method });
    expect(asked()?.method).toBe(sent);
  });

  test('a stage variable that is not there: 500', async () => {
    const { get, errors } = await start({ integration: { integrationUri: 'BACKEND/${stageVariables.x}' } });
    expect((await get('/')).body).toBe('{"message":"Internal Server Error"}');
    expect(errors[0]?.detail).toMatchObject({ restApiId: 'api1', reason: 'Undefined stage variable: x' });
  });
});

describe('headers to backends', () => {
  const seen = async (headers: Record<string, string>, options = {}) => {
    const { get, asked, port } = await start();
    await get('/', { headers, ...options });
    return { headers: asked()?.headers ?? {}, port };
  };

  test('the standard Forwarded in place of X-Forwarded-*', async () => {
    const { headers, port } = await seen({
      'X-Forwarded-For': '9.9.9.9, ";evil=1, 2001:db8::1',
      'X-Forwarded-Proto': 'https',
      'X-Forwarded-Host': 'evil.test',
      Forwarded: 'for=8.8.8.8',
    });
    expect(headers.forwarded).toBe(
      `for=8.8.8.8, for=9.9.9.9, for="[2001:db8::1]", by=_gatehouse;for=127.0.0.1;host="api1.execute-api.localhost:${port}";proto=http`,
    );
    expect(Object.keys(headers).filter((name) => name.startsWith('x-forwarded'))).toEqual([]);
  });

  test('those of the connection end here, and those that it names', async () => {
    const { headers } = await seen({ Connection: 'close, X-Hop', 'X-Hop': '1', TE: 'trailers', 'X-On': '1' });
    expect(headers['x-hop']).toBeUndefined();
    expect(headers.te).toBeUndefined();
    expect(headers['x-on']).toBe('1');
  });

  test('a signature is not handed on; a token is', async () => {
    expect((await seen({ Authorization: 'Bearer x' })).headers.authorization).toBe('Bearer x');
    await api?.close();
    const signed = await seen({ Authorization: 'AWS4-HMAC-SHA256 Credential=x' });
    expect(signed.headers.authorization).toBeUndefined();
  });

  test('a Content-Type is added to an empty body', async () => {
    const empty = await seen({ 'Content-Length': '0' }, { method: 'POST' });
    expect(empty.headers['content-type']).toBe('application/octet-stream');
  });

  test('X-Amzn-Trace-Id keeps the caller’s root', async () => {
    const { headers } = await seen({ 'X-Amzn-Trace-Id': 'Root=1-67891233-abcdef012345678912345678' });
    expect(headers['x-amzn-trace-id']).toMatch(/^Root=1-67891233-abcdef012345678912345678;Parent=/);
  });
});

describe('answers', () => {
  test('status, headers and body go on; those of the connection do not; the id is ours', async () => {
    const { get, recorder } = await start({
      answer: (_request, response) =>
        void response
          .writeHead(418, {
            'X-B': ['1', '2'],
            'Apigw-Requestid': 'forged',
            'Content-Encoding': 'br',
            Server: 's',
          })
          .end('tea'),
    });
    const answer = await get('/');
    expect([answer.status, answer.body]).toEqual([418, 'tea']);
    expect(answer.rawHeaders.filter(([name]) => name === 'X-B').map(([, value]) => value)).toEqual([
      '1',
      '2',
    ]);
    expect(answer.headers).toMatchObject({ 'content-encoding': 'br', server: 's' });
    const ids = answer.rawHeaders.filter(([name]) => name.toLowerCase() === 'apigw-requestid');
    expect(ids).toEqual([['apigw-requestid', recorder.calls.at(-1)?.requestId]]);
  });

  test('what is recorded', async () => {
    const { get, recorder } = await start({ keys: ['GET /pets/{id}', '$default'] });
    await get('/pets/1');
    expect(recorder.calls.at(-1)).toMatchObject({
      restApiId: 'api1',
      stageName: '$default',
      resourcePath: '/pets/{id}',
      httpMethod: 'GET',
      status: 200,
      responseLength: 7,
      integrationLatency: expect.any(Number),
      quotaCounted: false,
    });
    await get('/x', { method: 'DELETE' });
    expect(recorder.calls.at(-1)).toMatchObject({ resourcePath: '$default', httpMethod: 'DELETE' });
  });
});

describe('errors', () => {
  const body = (message: string) => JSON.stringify({ message });
  test.each<[rule: string, parts: HttpApiParts, status: number, message: string]>([
    [
      'a backend that nobody reaches',
      { integration: { integrationUri: 'http://127.0.0.1:1/' } },
      503,
      'Service Unavailable',
    ],
    [
      'a backend that speaks no HTTP',
      { answer: (_request, response) => void response.socket?.end('garbage\r\n\r\n') },
      502,
      'Bad Gateway',
    ],
    [
      'a backend that takes too long',
      { answer: () => undefined, integration: { timeoutInMillis: 60 } },
      504,
      'Gateway Timeout',
    ],
    [
      'B12: an address that nobody allowed',
      { integration: { integrationUri: 'http://169.254.169.254/' } },
      500,
      'Internal Server Error',
    ],
    [
      'no integration',
      { deployment: { routes: [{ routeId: 'r', routeKey: '$default', authorizationType: 'NONE' }] } },
      500,
      'Internal Server Error',
    ],
  ])('%s: %s', async (_rule, parts, status, message) => {
    const { get } = await start(parts);
    const answer = await get('/');
    expect([answer.status, answer.body]).toEqual([status, body(message)]);
    expect(answer.headers['content-type']).toBe('application/json');
    expect(answer.headers['apigw-requestid']).toMatch(/^[\w+/]{15}=$/);
    expect(answer.headers).not.toHaveProperty('x-amzn-requestid');
    expect(answer.headers).not.toHaveProperty('x-amzn-errortype');
  });

  test('a head over 10,240 bytes is 431, one just below passes', async () => {
    const { get } = await start();
    const large = await get('/', { headers: { 'X-Large': 'x'.repeat(10_240) } });
    expect([large.status, large.body]).toEqual([431, body('Request Header Fields Too Large')]);
    expect((await get('/', { headers: { 'X-Large': 'x'.repeat(9_900) } })).status).toBe(200);
  });

  test.each([
    ['comes in chunks', { 'Transfer-Encoding': 'chunked' }],
    ['says so', { 'Content-Length': '10485761' }],
  ])('a body over 10 MB that %s is 413', async (_name, headers) => {
    const { get, backend } = await start();
    const answer = await get('/', { method: 'POST', body: Buffer.alloc(10_485_761), headers });
    expect([answer.status, answer.body]).toEqual([413, body('Request Entity Too Large')]);
    expect(answer.headers['apigw-requestid']).toEqual(expect.any(String));
    expect(backend.requests).toEqual([]);
  });
});

describe('throttling', () => {
  const ok = async (get: HttpApiUnderTest['get'], path: string, times: number) => {
    const statuses: number[] = [];
    for (let call = 0; call < times; call += 1) statuses.push((await get(path)).status);
    return statuses;
  };
  const keys = ['GET /a', 'GET /b', '$default'];

  test('a route’s own setting; 429', async () => {
    const routeSettings = { 'GET /a': { throttlingBurstLimit: 2, throttlingRateLimit: 1 } };
    const { get, clock } = await start({ keys, stage: { routeSettings } });
    expect(await ok(get, '/a', 3)).toEqual([200, 200, 429]);
    expect((await get('/a')).body).toBe('{"message":"Too Many Requests"}');
    expect(await ok(get, '/b', 3)).toEqual([200, 200, 200]);
    clock.advance(1_000);
    expect(await ok(get, '/a', 2)).toEqual([200, 429]);
  });

  test('the default settings count for each route by itself, a route’s own wins', async () => {
    const stage = {
      defaultRouteSettings: { throttlingBurstLimit: 1, throttlingRateLimit: 1 },
      routeSettings: { 'GET /b': { throttlingBurstLimit: 2 } },
    };
    const { get } = await start({ keys, stage });
    expect(await ok(get, '/a', 2)).toEqual([200, 429]);
    expect(await ok(get, '/b', 3)).toEqual([200, 200, 429]);
    expect(await ok(get, '/c', 2)).toEqual([200, 429]);
  });

  test('no more than the account has', async () => {
    const under = await start({
      stage: { routeSettings: { $default: { throttlingBurstLimit: 100, throttlingRateLimit: 100 } } },
    });
    const { snapshot, gateway } = under;
    const account = { ...snapshot.account, throttle: { rateLimit: 1, burstLimit: 1 } };
    gateway.apply({ ...snapshot, revision: 2, account });
    expect(await ok(under.get, '/', 2)).toEqual([200, 429]);
  });

  test('counters that cannot be asked let calls pass', async () => {
    const { get, counters } = await start();
    counters.takeTokens = () => {
      throw new Error('gone');
    };
    expect((await get('/')).status).toBe(200);
  });
});

describe('private integrations', () => {
  const LISTENER = 'arn:aws:elasticloadbalancing:us-east-1:000000000000:listener/app/a/b/c';
  const link = (port: number) => [{ id: 'link1', name: 'l', targets: [`127.0.0.1:${port}`] }];
  const behind = async (integrationUri: string, stageName: string, more = {}) => {
    const under = await start({
      integration: { integrationUri, connectionType: 'VPC_LINK', connectionId: 'link1', ...more },
      snapshot: { apiStages: [apiStage({ stageName })] },
    });
    under.gateway.apply({ ...under.snapshot, revision: 2, vpcLinks: link(under.backend.port) });
    return under;
  };

  test.each([
    '$default',
    'test',
  ])('a listener’s ARN: the link’s targets see the path with the stage, %s', async (stageName) => {
    const { get, asked } = await behind(LISTENER, stageName);
    const path = stageName === '$default' ? '/route?a=1' : '/test/route?a=1';
    expect((await get(path)).status).toBe(200);
    expect(asked()?.url).toBe(path);
  });

  test('a service of Cloud Map, its path without the stage by overwrite:path', async () => {
    const uri = 'arn:aws:servicediscovery:us-east-1:000000000000:service/srv-1?stage=prod';
    const requestParameters = { 'overwrite:path': '$request.path' };
    const { get, asked } = await behind(uri, 'test', { requestParameters });
    await get('/test/route');
    expect(asked()?.url).toBe('/route');
  });

  test('a URL: scheme, Host and path are its own', async () => {
    const { get, asked } = await behind('http://inner.test/base', '$default');
    await get('/x');
    expect([asked()?.url, asked()?.headers.host]).toEqual(['/base/x', 'inner.test']);
  });

  test('serverNameToVerify: never over plain HTTP', async () => {
    const { get, backend } = await behind(LISTENER, '$default', {
      tlsConfig: { serverNameToVerify: 'inner.test' },
    });
    expect((await get('/')).status).toBe(503);
    expect(backend.requests).toEqual([]);
  });

  test.each([
    ['the certificate’s', 'backend.test', 200],
    ['another', 'other.test', 503],
  ])('serverNameToVerify, %s: asked for and checked over TLS', async (_name, serverNameToVerify, status) => {
    const secure = await createBackend((_request, response) => response.end('behind the link'), {
      key: TEST_KEY,
      cert: `${LEAF}\n${ROOT}`,
    });
    const under = await start({
      integration: {
        ...{ integrationUri: LISTENER, connectionType: 'VPC_LINK', connectionId: 'link1' },
        tlsConfig: { serverNameToVerify },
      },
    });
    const vpcLinks = link(secure.port).map((one) => ({ ...one, caCertificate: ROOT }));
    under.gateway.apply({ ...under.snapshot, revision: 2, vpcLinks });
    expect((await under.get('/a')).status).toBe(status);
    const seen = { url: '/a', serverName: 'backend.test' };
    expect(secure.requests).toMatchObject(status === 200 ? [seen] : []);
    await secure.close();
  });

  test('a link that is not there: 500', async () => {
    const { get } = await start({
      integration: { integrationUri: LISTENER, connectionType: 'VPC_LINK', connectionId: 'x' },
    });
    expect((await get('/')).status).toBe(500);
  });
});
