import { Readable } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import type { FunctionCall, FunctionInvoker } from '../ports';
import type { DeploymentDocument, IntegrationDocument } from '../snapshot/types';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';
import { type TestFunction, TestFunctions } from '../testing/TestFunctions';

/* Reference section 11: events and answers of proxy functions, every row as recorded on AWS. */
let gateway: TestGateway | undefined;
afterEach(() => gateway?.close());

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const uri = (arn: string) =>
  `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;

async function start(
  functions: FunctionInvoker,
  part: Partial<IntegrationDocument> = {},
  more: Partial<DeploymentDocument> = {},
  variables: Record<string, string> = {},
): Promise<TestGateway> {
  const proxy = integration({ type: 'AWS_PROXY', httpMethod: 'POST', uri: uri(FUNCTION), ...part });
  const any = method('ANY', proxy);
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [any], '/pets/{id}': [any], '/files/{proxy+}': [any] }, more)],
      stages: [stage({ variables })],
    }),
    { functions },
  );
  return gateway;
}

/** The event that a call makes. */
async function eventOf(
  send: (gateway: TestGateway) => Promise<unknown>,
  more: Partial<DeploymentDocument> = {},
  variables: Record<string, string> = {},
) {
  const functions = new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) });
  await send(await start(functions, {}, more, variables));
  return JSON.parse(functions.calls[0]?.payload.toString() ?? '');
}

test.each(['AWS_PROXY', 'AWS'] as const)('an answer of %s tells the trace id (recorded)', async (type) => {
  const functions = new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) });
  const responses = type === 'AWS' ? { integrationResponses: { 200: integrationResponse() } } : {};
  const { headers } = await (await start(functions, { type, ...responses })).call('/');
  expect(headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
});

/* Recorded: the other mappings of AWS_PROXY have no effect, these end the call. */
test.each(
  (['AWS_PROXY', 'AWS'] as const).flatMap((type) =>
    [
      'Content-Length',
      'Transfer-Encoding',
      'Authorization',
      'Connection',
      'Expect',
      'Proxy-Authenticate',
      'TE',
    ].map((name) => [type, name] as const),
  ),
)('%s with %s mapped: 500, and no function is asked', async (type, name) => {
  const functions = new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) });
  const responses = type === 'AWS' ? { integrationResponses: { 200: integrationResponse() } } : {};
  const requestParameters = { [`integration.request.header.${name}`]: "'v'" };
  const { status } = await (await start(functions, { type, ...responses, requestParameters })).call('/');
  expect([status, functions.calls]).toEqual([500, []]);
});

test('AWS: mapped headers of the answer are remapped as those of HTTP', async () => {
  const functions = new TestFunctions({ [FUNCTION]: () => ({}) });
  const responseParameters = { 'method.response.header.WWW-Authenticate': "'Basic'" };
  const integrationResponses = { 200: integrationResponse({ responseParameters }) };
  const { headers } = await (await start(functions, { type: 'AWS', integrationResponses })).call('/');
  expect([headers['www-authenticate'], headers['x-amzn-remapped-www-authenticate']]).toEqual([
    undefined,
    'Basic',
  ]);
});

test.each([
  [
    'the caller’s whole one',
    'Root=1-3152b799-8954dae64eda91bc9a23a7e8;Parent=7fa8c0f79203be72;Sampled=1',
    /^$/,
  ],
  [
    'one with a parent where it has none',
    'Root=1-3152b799-8954dae64eda91bc9a23a7e8',
    /;Parent=\w{16};Sampled=0$/,
  ],
  [
    'never a field more',
    'Root=1-2;Parent=7fa8c0f79203be72;Sampled=1;Self=x',
    /^Root=1-2;Parent=\w{16};Sampled=1$/,
  ],
])('the told trace id is %s', async (_rule, sent, added) => {
  const functions = new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) });
  const { headers } = await (await start(functions)).call('/', { headers: { 'X-Amzn-Trace-Id': sent } });
  const told = String(headers['x-amzn-trace-id']);
  expect(told.startsWith(sent) ? told.slice(sent.length) : told).toMatch(added);
});

describe('the event', () => {
  test('of a plain call: empty maps are null', async () => {
    const event = await eventOf(({ call }) => call('/'));
    expect(Object.keys(event)).toEqual([
      'resource',
      'path',
      'httpMethod',
      'headers',
      'multiValueHeaders',
      'queryStringParameters',
      'multiValueQueryStringParameters',
      'pathParameters',
      'stageVariables',
      'requestContext',
      'body',
      'isBase64Encoded',
    ]);
    expect(event).toMatchObject({
      resource: '/',
      path: '/',
      httpMethod: 'GET',
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
    });
    expect(event.requestContext).toMatchObject({
      accountId: '000000000000',
      apiId: 'api1',
      deploymentId: 'dep1',
      httpMethod: 'GET',
      path: '/prod/',
      protocol: 'HTTP/1.1',
      resourceId: 'res0',
      resourcePath: '/',
      stage: 'prod',
      domainPrefix: 'api1',
      identity: { sourceIp: '127.0.0.1', userArn: null, accessKey: null },
    });
    expect(event.requestContext).not.toHaveProperty('authorizer');
    expect(event.requestContext.requestTime).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
  });

  test.each<[rule: string, path: string, event: object]>([
    [
      'a path parameter is not decoded',
      '/pets/a%2Bb',
      { path: '/pets/a%2Bb', pathParameters: { id: 'a%2Bb' } },
    ],
    [
      'a greedy value keeps a double slash',
      '/files/a//b',
      { path: '/files/a//b', pathParameters: { proxy: 'a//b' } },
    ],
    [
      'a trailing slash stays in the path alone',
      '/files/a/',
      { path: '/files/a/', pathParameters: { proxy: 'a' } },
    ],
    ['a leading double slash is one', '//pets/1', { path: '/pets/1' }],
    [
      'queries are decoded, the last and all of them',
      '/?a=1&a=x%20y+z&b=',
      {
        queryStringParameters: { a: 'x y z', b: '' },
        multiValueQueryStringParameters: { a: ['1', 'x y z'], b: [''] },
      },
    ],
  ])('%s', async (_rule, path, expected) => {
    expect(await eventOf(({ call }) => call(path))).toMatchObject(expected);
  });

  test('requestContext.path keeps stage and double slash', async () => {
    expect((await eventOf(({ call }) => call('//pets/1'))).requestContext.path).toBe('/prod//pets/1');
  });

  test('headers as the client wrote them, the last and all; what belongs to one connection is gone', async () => {
    const headers = { 'X-Case': 'a', 'x-two': ['1', '2'], Connection: 'close', 'Content-Length': '0' };
    const event = await eventOf(({ call }) => call('/', { headers }));
    expect(event.headers).toMatchObject({ 'X-Case': 'a', 'x-two': '2', 'X-Forwarded-Proto': 'http' });
    expect(event.multiValueHeaders['x-two']).toEqual(['1', '2']);
    const names = Object.keys(event.headers).map((name) => name.toLowerCase());
    expect(names).not.toContain('connection');
    expect(names).not.toContain('content-length');
  });

  test.each<[rule: string, types: string[], contentType: string, body: string, base64: boolean]>([
    ['text', [], 'text/plain', 'hé', false],
    ['a binary type', ['image/png'], 'image/png', 'aMOp', true],
    ['a type beside the list', ['image/png'], 'text/plain', 'hé', false],
    ['every type', ['*/*'], 'text/plain', 'aMOp', true],
  ])('body, %s', async (_rule, binaryMediaTypes, contentType, body, isBase64Encoded) => {
    const headers = { 'Content-Type': contentType };
    const event = await eventOf(({ call }) => call('/', { method: 'POST', body: 'hé', headers }), {
      binaryMediaTypes,
    });
    expect(event).toMatchObject({ body, isBase64Encoded });
  });

  test('stage variables', async () => {
    expect((await eventOf(({ call }) => call('/'), {}, { a: 'b' })).stageVariables).toEqual({ a: 'b' });
  });
});

describe('the answer', () => {
  const answerOf = async (
    says: unknown,
    headers: Record<string, string> = {},
    more: Partial<DeploymentDocument> = {},
  ) => {
    const { call } = await start(new TestFunctions({ [FUNCTION]: () => says }), {}, more);
    return call('/', { headers });
  };

  test.each<[rule: string, says: unknown, status: number, body: string]>([
    ['only a status', { statusCode: 201 }, 201, ''],
    ['only headers', { headers: { 'x-a': 'b' } }, 200, ''],
    ['a status as text', { statusCode: '201', body: 'x' }, 201, 'x'],
    ['headers null', { statusCode: 200, headers: null, body: 'x' }, 200, 'x'],
    ['nothing in it', {}, 200, ''],
    ['a body null', { statusCode: 204, body: null }, 204, ''],
  ])('%s', async (_rule, says, status, body) => {
    const answer = await answerOf(says);
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(answer.headers['content-type']).toBe('application/json');
  });

  test.each<[rule: string, says: unknown]>([
    ['an unknown member', { statusCode: 200, cookies: [] }],
    ['a text', 'string'],
    ['null', null],
    ['a list', [1]],
    ['a header that is an object', { headers: { a: {} } }],
    ['a header that is a list', { headers: { a: ['b'] } }],
    ['multiple values that are none', { multiValueHeaders: { a: 'b' } }],
    ['a status that is none', { statusCode: 'test' }],
    ['a status beyond HTTP', { statusCode: 1000 }],
    ['a body that is an object', { body: {} }],
    ['isBase64Encoded as text', { isBase64Encoded: 'true', body: '' }],
    ['B6: a header with a line end', { headers: { a: 'b\r\nx: y' } }],
    ['B6: a name with a line end', { headers: { 'a\r\nx': 'y' } }],
    ['what is not JSON', Buffer.from('{')],
  ])('%s: 502', async (_rule, says) => {
    const answer = await answerOf(says);
    expect([answer.status, answer.body]).toEqual([502, '{"message": "Internal server error"}']);
    expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
  });

  test('values of headers are texts; both maps are merged, the multiple ones first and in their spelling', async () => {
    const says = {
      headers: { 'x-b': true, 'x-n': 7, 'X-MULTI': 'single' },
      multiValueHeaders: { 'x-Multi': ['1', '2'] },
    };
    const { headers, rawHeaders } = await answerOf(says);
    expect([headers['x-b'], headers['x-n']]).toEqual(['true', '7']);
    expect(rawHeaders.filter(([name]) => /x-multi/i.test(name))).toEqual([
      ['x-Multi', '1'],
      ['x-Multi', '2'],
      ['x-Multi', 'single'],
    ]);
  });

  test('headers of the gateway’s own are remapped', async () => {
    const { headers } = await answerOf({ headers: { Date: 'd', Server: 's', Connection: 'c' } });
    expect(headers).toMatchObject({ 'x-amzn-remapped-date': 'd', 'x-amzn-remapped-server': 's' });
  });

  test.each<[rule: string, accept: string, types: string[], isBase64Encoded: boolean, body: string]>([
    ['Accept and list: decoded', 'image/png', ['image/png'], true, 'hé'],
    ['a wildcard in the list', 'image/png', ['image/*'], true, 'hé'],
    ['Accept beside the list', 'text/plain', ['image/png'], true, 'aMOp'],
    ['no list', 'image/png', [], true, 'aMOp'],
    ['not said to be base64', 'image/png', ['image/png'], false, 'aMOp'],
    ['Accept of a kind only, without a subtype', 'image', ['image/*'], true, 'aMOp'],
    ['only the first of Accept counts', 'text/html, image/png', ['image/png'], true, 'aMOp'],
  ])('base64, %s', async (_rule, Accept, binaryMediaTypes, isBase64Encoded, body) => {
    const answer = await answerOf({ isBase64Encoded, body: 'aMOp' }, { Accept }, { binaryMediaTypes });
    expect(answer.body).toBe(body);
  });

  test('a body that should be base64 and is not: 500', async () => {
    const says = { isBase64Encoded: true, body: 'èé+à)(' };
    const { status } = await answerOf(says, { Accept: 'image/png' }, { binaryMediaTypes: ['image/png'] });
    expect(status).toBe(500);
  });
});

describe('failures', () => {
  test('a function that throws: 502', async () => {
    const throws: TestFunction = () => {
      throw new Error('secret');
    };
    const { call } = await start(new TestFunctions({ [FUNCTION]: throws }));
    const answer = await call('/');
    expect([answer.status, answer.body]).toEqual([502, '{"message": "Internal server error"}']);
  });

  test.each<[rule: string, part: Partial<IntegrationDocument>]>([
    ['no such function', { uri: uri(`${FUNCTION}x`) }],
    ['a verb other than POST', { httpMethod: 'GET' }],
    ['a stage variable that is not there', { uri: uri(`${FUNCTION}\${stageVariables.none}`) }],
    [
      'the streaming URI for a buffered answer',
      {
        uri: uri(FUNCTION)
          .replace('2015-03-31', '2021-11-15')
          .replace('/invocations', '/response-streaming-invocations'),
      },
    ],
  ])('%s: 500', async (_rule, part) => {
    const { call } = await start(new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) }), part);
    expect((await call('/')).status).toBe(500);
  });

  test('a URI that is no function is refused when it is published', async () => {
    await expect(start(new TestFunctions(), { uri: 'http://x' })).rejects.toThrow(
      "is no function's invocation URI",
    );
  });

  test('the function by a stage variable', async () => {
    const part = { uri: uri('arn:aws:lambda:us-east-1:000000000000:function:${stageVariables.fn}') };
    const { call } = await start(
      new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) }),
      part,
      {},
      { fn: 'f' },
    );
    expect((await call('/')).status).toBe(200);
  });
});

describe('a streamed answer', () => {
  const streaming = {
    uri: uri(FUNCTION)
      .replace('2015-03-31', '2021-11-15')
      .replace('/invocations', '/response-streaming-invocations'),
    responseTransferMode: 'STREAM' as const,
  };
  const zeros = '\0'.repeat(8);
  const streams = (...chunks: string[]): FunctionInvoker => ({
    invoke: async () => ({ status: 500, payload: Buffer.alloc(0) }),
    stream: async (_call: FunctionCall) => ({
      status: 200,
      body: Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
    }),
  });

  test.each<[rule: string, chunks: string[], status: number, body: string, headers: Record<string, string>]>([
    [
      'metadata, delimiter, body',
      [`{"statusCode":201,"headers":{"x-a":"b"}}${zeros}hello`],
      201,
      'hello',
      { 'x-a': 'b' },
    ],
    ['in pieces', ['{"status', 'Code":201}', '\0\0\0', '\0\0\0\0\0he', 'llo'], 201, 'hello', {}],
    ['cookies', [`{"cookies":["a=1"]}${zeros}`], 200, '', { 'set-cookie': 'a=1' }],
    [
      'of both maps the multiple values',
      [`{"headers":{"x-a":"1"},"multiValueHeaders":{"X-A":["2"]}}${zeros}`],
      200,
      '',
      { 'x-a': '2' },
    ],
    ['zeros in the body are the body’s', [`{}${zeros}a${zeros}b`], 200, `a${zeros}b`, {}],
  ])('%s', async (_rule, chunks, status, body, headers) => {
    const { call } = await start(streams(...chunks), streaming);
    const answer = await call('/');
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(answer.headers).toMatchObject(headers);
  });

  test.each<[rule: string, chunks: string[]]>([
    ['no delimiter', ['{"statusCode":200}']],
    ['no delimiter within 16 KB', [`{"headers":{"a":"${'x'.repeat(17_000)}"}}${zeros}`]],
    ['no JSON', [`{${zeros}`]],
    ['an unknown member', [`{"body":"x"}${zeros}`]],
  ])('%s: 500', async (_rule, chunks) => {
    const { call } = await start(streams(...chunks), streaming);
    expect((await call('/')).status).toBe(500);
  });
});
