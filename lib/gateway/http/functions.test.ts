import { afterEach, describe, expect, test } from 'vitest';
import { FunctionUnreachable } from '../ports';
import { apiStage } from '../testing/apiDocuments';
import { FUNCTION, type HttpApiParts, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import type { TestFunction } from '../testing/TestFunctions';

/* reference/http-apis.md section 4: functions behind AWS_PROXY. */
let api: HttpApiUnderTest | undefined;
afterEach(async () => {
  await api?.close();
  api = undefined;
});
async function start(version: '1.0' | '2.0', work: TestFunction, parts: HttpApiParts = {}) {
  api = await startHttpApi({
    ...parts,
    integration: {
      integrationType: 'AWS_PROXY',
      integrationUri: FUNCTION,
      payloadFormatVersion: version,
      ...parts.integration,
    },
    functions: { [FUNCTION]: work },
  });
  return api;
}
const event = (under: HttpApiUnderTest) =>
  JSON.parse(under.functions.calls.at(-1)?.payload.toString() ?? '{}') as Record<string, never>;
const headers = { 'X-A': ['v1', 'v2'], Cookie: 'c1=v1; c2=v2', 'User-Agent': 'test' };

describe('payload 2.0', () => {
  test('everything that a call has', async () => {
    const under = await start('2.0', () => 'x', {
      keys: ['POST /pets/{id}'],
      snapshot: { apiStages: [apiStage({ stageName: 'dev', stageVariables: { k: 'v' } })] },
    });
    const path = '/dev/pets/a%20b?a=1&a=2&b=%C3%A4';
    await under.get(path, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'text/plain' },
      body: 'hi',
    });
    const host = 'api1.execute-api.localhost';
    expect(event(under)).toEqual({
      version: '2.0',
      routeKey: 'POST /pets/{id}',
      rawPath: '/dev/pets/a%20b',
      rawQueryString: 'a=1&a=2&b=%C3%A4',
      cookies: ['c1=v1', 'c2=v2'],
      headers: {
        'content-length': '2',
        'content-type': 'text/plain',
        host: `${host}:${under.port}`,
        'user-agent': 'test',
        'x-a': 'v1,v2',
        'x-amzn-trace-id': expect.stringMatching(/^Root=1-/),
        'x-forwarded-for': '127.0.0.1',
        'x-forwarded-port': String(under.port),
        'x-forwarded-proto': 'http',
      },
      queryStringParameters: { a: '1,2', b: 'ä' },
      pathParameters: { id: 'a b' },
      stageVariables: { k: 'v' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api1',
        domainName: host,
        domainPrefix: 'api1',
        http: {
          method: 'POST',
          path: '/dev/pets/a%20b',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'test',
        },
        requestId: expect.stringMatching(/^[\w+/]{15}=$/),
        routeKey: 'POST /pets/{id}',
        stage: 'dev',
        time: expect.stringMatching(/^\d\d\/\w{3}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        timeEpoch: expect.any(Number),
      },
      body: 'hi',
      isBase64Encoded: false,
    });
  });

  test('what is empty is absent', async () => {
    const under = await start('2.0', () => 'x');
    await under.get('/');
    const given = event(under);
    expect(Object.keys(given)).toEqual([
      'version',
      'routeKey',
      'rawPath',
      'rawQueryString',
      'headers',
      'requestContext',
      'isBase64Encoded',
    ]);
    expect(given.requestContext).not.toHaveProperty('authorizer');
    expect(given.routeKey).toBe('$default');
  });

  test.each([
    ['text/html', false],
    ['application/json; charset=utf-8', false],
    ['application/javascript', false],
    ['application/xml', false],
    ['application/octet-stream', true],
    ['image/png', true],
    [undefined, true],
  ])('a body of %s: isBase64Encoded %s', async (type, isBase64Encoded) => {
    const under = await start('2.0', () => 'x');
    await under.get('/', { method: 'POST', body: 'hi', headers: type ? { 'Content-Type': type } : {} });
    expect(event(under)).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'aGk=' : 'hi' });
  });
});

test('payload 1.0: a body that is no text is base64', async () => {
  const under = await start('1.0', () => ({ statusCode: 200 }));
  await under.get('/', { method: 'POST', body: 'hi', headers: { 'Content-Type': 'image/png' } });
  expect(event(under)).toMatchObject({ body: 'aGk=', isBase64Encoded: true, resource: '$default' });
  expect(event(under)).toMatchObject({
    queryStringParameters: null,
    pathParameters: null,
    stageVariables: null,
  });
});

test('payload 1.0: the REST event, with its version', async () => {
  const under = await start('1.0', () => ({ statusCode: 200 }), {
    keys: ['GET /pets/{id}'],
    stage: { stageVariables: { k: 'v' } },
  });
  await under.get('/pets/a%20b?a=1&a=2', { headers });
  expect(event(under)).toMatchObject({
    version: '1.0',
    resource: '/pets/{id}',
    path: '/pets/a%20b',
    httpMethod: 'GET',
    headers: { 'x-a': 'v2', cookie: 'c1=v1; c2=v2' },
    multiValueHeaders: { 'x-a': ['v1', 'v2'] },
    queryStringParameters: { a: '2' },
    multiValueQueryStringParameters: { a: ['1', '2'] },
    pathParameters: { id: 'a%20b' },
    stageVariables: { k: 'v' },
    requestContext: { resourceId: null, resourcePath: '/pets/{id}', stage: '$default', apiId: 'api1' },
    body: null,
    isBase64Encoded: false,
  });
});

describe('answers', () => {
  const JSON_TYPE = 'application/json';
  const TEXT_TYPE = 'text/plain;charset=UTF-8';
  test.each<[rule: string, output: unknown, status: number, type: string, body: string]>([
    ['an object without statusCode is the body', { a: 1 }, 200, JSON_TYPE, '{"a":1}'],
    ['a list is the body', [1], 200, JSON_TYPE, '[1]'],
    ['a text is the body', 'hi', 200, JSON_TYPE, 'hi'],
    ['a status alone', { statusCode: 201 }, 201, TEXT_TYPE, ''],
    ['a status as text', { statusCode: '404', body: 'no' }, 404, TEXT_TYPE, 'no'],
    [
      'headers',
      { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: 'x' },
      200,
      'text/html',
      'x',
    ],
    ['base64 is undone', { statusCode: 200, body: 'aGk=', isBase64Encoded: true }, 200, TEXT_TYPE, 'hi'],
  ])('2.0: %s', async (_rule, output, status, type, body) => {
    const { get } = await start('2.0', () => output);
    const answer = await get('/');
    expect([answer.status, answer.headers['content-type'], answer.body]).toEqual([status, type, body]);
  });

  test('2.0: cookies become set-cookie; multiValueHeaders do not count', async () => {
    const { get } = await start('2.0', () => ({
      statusCode: 200,
      cookies: ['a=1', 'b=2; Secure'],
      multiValueHeaders: { 'X-M': ['1', '2'] },
    }));
    const { rawHeaders, headers: seen } = await get('/');
    expect(rawHeaders.filter(([name]) => name === 'set-cookie').map(([, value]) => value)).toEqual([
      'a=1',
      'b=2; Secure',
    ]);
    expect(seen).not.toHaveProperty('x-m');
  });

  test.each<[rule: string, output: unknown, status: number, body: string]>([
    ['a status and a body', { statusCode: 201, body: 'made' }, 201, 'made'],
    ['a status as text', { statusCode: '404', body: 'no' }, 404, 'no'],
    ['no status', { body: 'x' }, 200, 'x'],
    ['a body null', { statusCode: 204, body: null }, 204, ''],
    ['base64 is undone whatever the caller accepts', { body: 'aGk=', isBase64Encoded: true }, 200, 'hi'],
    ['base64 that nobody said', { body: 'aGk=' }, 200, 'aGk='],
  ])('1.0: %s', async (_rule, output, status, body) => {
    const { get } = await start('1.0', () => output);
    const answer = await get('/', { headers: { Accept: 'text/html' } });
    expect([answer.status, answer.body]).toEqual([status, body]);
  });

  test('1.0: headers of both maps', async () => {
    const { get } = await start('1.0', () => ({
      statusCode: 200,
      headers: { 'X-A': 'one', 'Content-Type': 'text/csv' },
      multiValueHeaders: { 'Set-Cookie': ['a=1', 'b=2'] },
    }));
    const { rawHeaders, headers: seen } = await get('/');
    expect(seen).toMatchObject({ 'x-a': 'one', 'content-type': 'text/csv' });
    const cookies = rawHeaders.filter(([name]) => name.toLowerCase() === 'set-cookie');
    expect(cookies.map(([, value]) => value)).toEqual(['a=1', 'b=2']);
  });

  const ERROR = '{"message":"Internal Server Error"}';
  test.each<[rule: string, version: '1.0' | '2.0', work: TestFunction]>([
    ['no JSON', '2.0', () => Buffer.from('{')],
    ['a status that is none', '2.0', () => ({ statusCode: 99 })],
    ['a status that is no number', '2.0', () => ({ statusCode: 'ok' })],
    ['a body that is no text', '2.0', () => ({ statusCode: 200, body: {} })],
    ['cookies that are no list', '2.0', () => ({ statusCode: 200, cookies: 'a' })],
    ['B6: a line break in a header', '2.0', () => ({ statusCode: 200, headers: { a: 'b\r\nc: d' } })],
    ['B6: a line break in a name', '2.0', () => ({ statusCode: 200, headers: { 'a\r\nb': 'c' } })],
    ['B6: a line break in a cookie', '2.0', () => ({ statusCode: 200, cookies: ['a\nb: c'] })],
    ['B10: a bomb', '2.0', () => Buffer.from('['.repeat(100_000))],
    ['1.0 in another shape', '1.0', () => ({ hello: 'world' })],
    ['1.0, a text', '1.0', () => 'hi'],
    ['1.0, a list', '1.0', () => [1]],
    ['1.0, null', '1.0', () => null],
    ['1.0, a member of 2.0', '1.0', () => ({ statusCode: 200, cookies: ['a=1'] })],
    ['1.0, a body that is no text', '1.0', () => ({ statusCode: 200, body: {} })],
    ['1.0, a header that is an object', '1.0', () => ({ headers: { a: {} } })],
    ['isBase64Encoded as text', '2.0', () => ({ statusCode: 200, isBase64Encoded: 'true' })],
    ['headers that are a list', '2.0', () => ({ statusCode: 200, headers: ['a'] })],
    [
      'the function throws',
      '2.0',
      () => {
        throw new Error('secret');
      },
    ],
  ])('500 for %s (%s)', async (_rule, version, work) => {
    const { get } = await start(version, work);
    const { status, body } = await get('/');
    expect([status, body]).toEqual([500, ERROR]);
  });

  test('500 for a function that is not there', async () => {
    const { get } = await start('2.0', () => 'x', { integration: { integrationUri: `${FUNCTION}x` } });
    expect((await get('/')).body).toBe(ERROR);
  });

  test.each([
    ['too many calls at once', 429, 500, ERROR],
    ['an event that is too large for it', 413, 413, '{"message":"Request Entity Too Large"}'],
  ])('Lambda refuses: %s', async (_rule, refused, status, body) => {
    const under = await start('2.0', () => 'x');
    under.functions.invoke = async () => ({ status: refused, payload: Buffer.from('{}') });
    const answer = await under.get('/');
    expect([answer.status, answer.body]).toEqual([status, body]);
  });

  test('503 for a function that takes too long', async () => {
    const under = await start('2.0', () => 'x');
    under.functions.invoke = async () => {
      throw new FunctionUnreachable('timeout', 'too long');
    };
    const { status, body } = await under.get('/');
    expect([status, body]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  test('the function by its invocation URI, and by stage variables', async () => {
    const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;
    const byUri = await start('2.0', () => 'x', { integration: { integrationUri: uri } });
    expect((await byUri.get('/')).body).toBe('x');
    await byUri.close();
    const named = FUNCTION.replace(':f', ':${stageVariables.fn}');
    const byName = await start('2.0', () => 'y', {
      integration: { integrationUri: named },
      stage: { stageVariables: { fn: 'f' } },
    });
    expect((await byName.get('/')).body).toBe('y');
  });
});
