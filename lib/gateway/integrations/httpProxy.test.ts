import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { type BackendRequest, createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, method, snapshot, stage } from '../testing/documents';
import type { SendOptions } from '../testing/sendRequest';

type Script = (request: BackendRequest, response: ServerResponse) => void;
const plain: Script = (_, response) => response.end('ok');

let script = plain;
let backend: TestBackend;
let gateway: TestGateway;
let revision = 0;

beforeAll(async () => {
  backend = await createBackend((request, response) => script(request, response));
  gateway = await createTestGateway();
});
afterEach(() => {
  backend.requests.length = 0;
  script = plain;
});
afterAll(async () => {
  await gateway.close();
  await backend.close();
});

async function run(
  part: Partial<IntegrationDocument> = {},
  options: Partial<SendOptions> = {},
  path = '/a/b',
) {
  revision += 1;
  const deploymentId = `dep${revision}`;
  const document = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'ANY',
    uri: `${backend.url}/{proxy}`,
    ...part,
    requestParameters: {
      'integration.request.path.proxy': 'method.request.path.proxy',
      ...part.requestParameters,
    },
  });
  gateway.gateway.apply(
    snapshot({
      revision,
      deployments: [deployment({ '/{proxy+}': [method('ANY', document)] }, { deploymentId })],
      stages: [stage({ deploymentId })],
    }),
  );
  const answer = await gateway.call(path, options);
  return { ...answer, seen: backend.requests[0] };
}

test.each<{
  rule: string;
  options?: Partial<SendOptions>;
  path?: string;
  part?: Partial<IntegrationDocument>;
  seen: Partial<BackendRequest>;
}>([
  { rule: 'path and verb', options: { method: 'DELETE' }, seen: { method: 'DELETE', url: '/a/b' } },
  { rule: 'the path as it was sent', path: '/a%2Fb//c', seen: { url: '/a%2Fb//c' } },
  { rule: 'the whole query as it was sent', path: '/a?x=1&x=2&e=%20+', seen: { url: '/a?x=1&x=2&e=%20+' } },
  {
    rule: 'mapped query appends',
    path: '/a?x=1',
    part: { requestParameters: { 'integration.request.querystring.x': "'2 3'" } },
    seen: { url: '/a?x=1&x=2%203' },
  },
  { rule: 'the body', options: { method: 'POST', body: 'raw {' }, seen: { body: 'raw {' } },
  { rule: 'no body with GET', options: { method: 'GET', body: 'raw' }, seen: { body: '' } },
  { rule: 'a verb of its own', part: { httpMethod: 'PUT' }, seen: { method: 'PUT' } },
  {
    rule: 'the overriding verb goes on',
    options: { method: 'POST', headers: { 'X-HTTP-Method-Override': 'PATCH' } },
    seen: { method: 'PATCH' },
  },
])('request: $rule', async ({ options, path, part, seen }) => {
  const answer = await run(part, options, path);
  expect(answer.status).toBe(200);
  expect(answer.seen).toMatchObject(seen);
});

test('request headers: what passes, what is dropped, what is added', async () => {
  const { seen } = await run(
    { requestParameters: { 'integration.request.header.x-mapped': "'by the gateway'" } },
    {
      method: 'POST',
      headers: {
        'X-Mine': ['1', '2'],
        Authorization: 'Bearer t',
        'X-Mapped': 'by the caller',
        'X-Hop': 'ends here',
        Connection: 'X-Hop',
        'Max-Forwards': '1',
        Server: 'x',
        Via: '1.1 x',
        'X-Forwarded-For': '9.9.9.9',
        'X-Forwarded-Proto': 'https',
        'User-Agent': 'curl',
      },
    },
  );
  expect(seen?.rawHeaders.filter(([name]) => name === 'X-Mine')).toEqual([
    ['X-Mine', '1'],
    ['X-Mine', '2'],
  ]);
  expect(seen?.headers).toMatchObject({
    authorization: 'Bearer t',
    'x-mapped': 'by the gateway',
    'user-agent': 'curl',
    accept: 'application/json',
    host: `127.0.0.1:${backend.port}`,
    'x-amzn-apigateway-api-id': 'api1',
    'x-forwarded-for': '9.9.9.9, 127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': String(gateway.port),
  });
  expect(seen?.headers['x-amzn-trace-id']).toMatch(/^Root=1-/);
  for (const gone of ['x-hop', 'max-forwards', 'server', 'via']) expect(seen?.headers[gone]).toBeUndefined();
});

test('a SigV4 Authorization ends at the gateway', async () => {
  const { seen } = await run({}, { headers: { Authorization: 'AWS4-HMAC-SHA256 Credential=x' } });
  expect(seen?.headers.authorization).toBeUndefined();
});

test('the answer passes raw: status, headers remapped or dropped, body', async () => {
  script = (_, response) => {
    response.writeHead(418, [
      ...[
        'Date',
        'then',
        'Server',
        'theirs',
        'X-One',
        '1',
        'X-One',
        '2',
        'Via',
        'x',
        'x-amzn-RequestId',
        'id',
      ],
      ...['WWW-Authenticate', 'Basic', 'Content-Length', '3', 'X-Amz-Apigw-Id', 'fake'],
    ]);
    response.end('tea');
  };
  const { status, body, headers, rawHeaders } = await run();
  expect([status, body]).toEqual([418, 'tea']);
  expect(headers).toMatchObject({
    'x-amzn-remapped-date': 'then',
    'x-amzn-remapped-server': 'theirs',
    'x-amzn-remapped-content-length': '3',
    'x-amzn-remapped-x-amzn-requestid': 'id',
    'www-authenticate': 'Basic',
    'content-length': '3',
    'content-type': 'application/json',
  });
  expect(rawHeaders.filter(([name]) => name === 'X-One').map(([, value]) => value)).toEqual(['1', '2']);
  expect(rawHeaders.filter(([name]) => name.toLowerCase() === 'x-amz-apigw-id')).toHaveLength(1);
  expect(headers.via).toBeUndefined();
  expect(headers.server).toBeUndefined();
  expect(headers['x-amzn-trace-id']).toBeUndefined();
});

test('the answer is streamed: its first part arrives before its last is made', async () => {
  let finish = () => {};
  script = (_, response) => {
    response.write('first');
    finish = () => response.end('last');
  };
  const { request } = await import('node:http');
  revision += 1;
  const deploymentId = `dep${revision}`;
  const document = integration({ type: 'HTTP_PROXY', httpMethod: 'GET', uri: backend.url });
  gateway.gateway.apply(
    snapshot({
      revision,
      deployments: [deployment({ '/': [method('GET', document)] }, { deploymentId })],
      stages: [stage({ deploymentId })],
    }),
  );
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { Host: 'api1.execute-api.localhost' };
    const outgoing = request({ host: '127.0.0.1', port: gateway.port, path: '/prod', headers, agent: false });
    outgoing.on('error', reject);
    outgoing.on('response', (incoming) => {
      let received = '';
      incoming.on('data', (chunk: Buffer) => {
        received += chunk.toString();
        if (received === 'first') finish();
      });
      incoming.on('end', () => resolve(received));
    });
    outgoing.end();
  });
  expect(text).toBe('firstlast');
});

test.each<{
  rule: string;
  script?: Script;
  part?: Partial<IntegrationDocument>;
  status: number;
  body: string;
  type: string;
}>([
  {
    rule: 'a backend that stalls: 504',
    script: () => undefined,
    part: { timeoutInMillis: 50 },
    status: 504,
    body: '{"message":"Endpoint request timed out"}',
    type: 'INTEGRATION_TIMEOUT',
  },
  {
    rule: 'a backend that refuses: 504',
    part: { uri: 'http://127.0.0.1:1/' },
    status: 504,
    body: '{"message":"Network error communicating with endpoint"}',
    type: 'INTEGRATION_FAILURE',
  },
  {
    rule: 'a backend that resets a POST: 504',
    script: (_, response) => response.destroy(),
    status: 504,
    body: '{"message":"Network error communicating with endpoint"}',
    type: 'INTEGRATION_FAILURE',
  },
  {
    rule: 'a backend that speaks no HTTP: 502',
    script: (_, response) => response.socket?.end('nonsense\r\n\r\n'),
    status: 502,
    body: '{"message": "Internal server error"}',
    type: 'DEFAULT_5XX',
  },
  {
    rule: 'an address that the egress guard refuses: 500',
    part: { uri: 'http://169.254.169.254/latest/meta-data' },
    status: 500,
    body: '{"message": "Internal server error"}',
    type: 'API_CONFIGURATION_ERROR',
  },
])('$rule', async ({ script: given, part, status, body, type }) => {
  if (given) script = given;
  const before = gateway.recorder.calls.length;
  const answer = await run(part, { method: 'POST', body: 'x' });
  expect([answer.status, answer.body]).toEqual([status, body]);
  expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
  const records = await gateway.recorder.recorded(before + 1);
  expect(records.at(-1)).toMatchObject({ status, responseType: type, resourcePath: '/{proxy+}' });
});

test('the record of a proxied call: what metrics and usage need', async () => {
  const before = gateway.recorder.calls.length;
  await run({}, { method: 'POST', body: 'x' });
  const record = (await gateway.recorder.recorded(before + 1)).at(-1);
  expect(record).toMatchObject({
    restApiId: 'api1',
    stageName: 'prod',
    resourcePath: '/{proxy+}',
    httpMethod: 'POST',
    status: 200,
    responseLength: 2,
    quotaCounted: false,
  });
  expect(record?.latency).toBeGreaterThanOrEqual(record?.integrationLatency ?? Number.POSITIVE_INFINITY);
});
