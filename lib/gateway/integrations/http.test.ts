import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { type BackendRequest, createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot, stage } from '../testing/documents';
import type { SendOptions } from '../testing/sendRequest';

/** A stage variable as URIs write it; spelled so that nobody takes it for a template literal gone wrong. */
const variable = (name: string) => `\${stageVariables.${name}}`;

let backend: TestBackend;
let gateway: TestGateway;

beforeAll(async () => {
  backend = await createBackend((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json', 'X-Backend': 'seen', Server: 'mine' });
    response.end('{"name": "Rex", "tags": ["a"]}');
  });
  gateway = await createTestGateway();
});
beforeEach(() => {
  backend.requests.length = 0;
});
afterAll(async () => {
  await gateway.close();
  await backend.close();
});

let revision = 0;

/** Deploys one method with this integration and calls it; tells what the backend saw. */
async function run(
  part: Partial<IntegrationDocument>,
  options: Partial<SendOptions> = {},
  path = '/x/v',
): Promise<{
  status: number;
  body: string;
  headers: Record<string, string>;
  seen: BackendRequest | undefined;
}> {
  revision += 1;
  const document = integration({ type: 'HTTP', httpMethod: 'POST', uri: `${backend.url}/base`, ...part });
  const deploymentId = `dep${revision}`;
  gateway.gateway.apply(
    snapshot({
      revision,
      deployments: [deployment({ '/x/{p}': [method('ANY', document)] }, { deploymentId })],
      stages: [stage({ deploymentId, variables: { port: String(backend.port), name: 'var' } })],
    }),
  );
  const answer = await gateway.call(path, { method: 'POST', ...options });
  return { ...answer, seen: backend.requests[0] };
}

const json = { 'Content-Type': 'application/json' };
const internal = '{"message": "Internal server error"}';

test.each<{
  rule: string;
  part?: Partial<IntegrationDocument>;
  options?: Partial<SendOptions>;
  path?: string;
  seen: Partial<BackendRequest>;
}>([
  { rule: 'the body passes without a template', options: { body: 'plain' }, seen: { body: 'plain' } },
  {
    rule: "ANY sends the caller's verb",
    part: { httpMethod: 'ANY' },
    options: { method: 'PUT' },
    seen: { method: 'PUT' },
  },
  { rule: 'nothing of the query passes', path: '/x/v?a=1', seen: { url: '/base' } },
  {
    rule: 'GET sends no body',
    part: { httpMethod: 'GET' },
    options: { body: 'x' },
    seen: { method: 'GET', body: '' },
  },
  {
    rule: 'stage variables in any part of the URI',
    part: { uri: `http://127.0.0.1:${variable('port')}/${variable('name')}?k=${variable('name')}` },
    seen: { url: '/var?k=var' },
  },
  {
    rule: 'mapped path parameters; the unmapped stay',
    part: {
      uri: '{base}',
      requestParameters: { 'integration.request.path.p': 'method.request.path.p' },
    },
    path: '/x/a%20b',
    seen: { url: '/base/a%20b' },
  },
  {
    rule: 'a header mapped into the path is encoded',
    part: { uri: '{base}', requestParameters: { 'integration.request.path.p': 'method.request.header.H' } },
    options: { headers: { H: 'a/b?c#d' } },
    seen: { url: '/base/a%2Fb%3Fc%23d' },
  },
  {
    rule: 'mapped query is encoded; several values are repeated',
    part: {
      requestParameters: {
        'integration.request.querystring.all': 'method.request.multivaluequerystring.a',
        'integration.request.querystring.last': 'method.request.querystring.a',
        'integration.request.querystring.none': 'method.request.querystring.zz',
      },
    },
    path: '/x/v?a=1&a=2%263',
    seen: { url: '/base?all=1&all=2%263&last=2%263' },
  },
  {
    rule: 'the template makes the body',
    part: {
      requestTemplates: { 'application/json': '{"n": $input.json("$.n"), "p": "$input.params("p")"}' },
    },
    options: { headers: json, body: '{"n": 1}' },
    seen: { body: '{"n": 1, "p": "v"}' },
  },
  {
    rule: 'parameters of the Content-Type do not count',
    part: { requestTemplates: { 'application/json': 'chosen' }, passthroughBehavior: 'NEVER' },
    options: { headers: { 'Content-Type': 'Application/JSON; charset=utf-8' } },
    seen: { body: 'chosen' },
  },
  {
    rule: '$default takes every other type',
    part: { requestTemplates: { 'application/json': 'no', $default: 'yes' } },
    options: { headers: { 'Content-Type': 'text/xml' }, body: '<a/>' },
    seen: { body: 'yes' },
  },
  {
    rule: 'WHEN_NO_MATCH passes what no template matches',
    part: { requestTemplates: { 'application/json': 'no' } },
    options: { headers: { 'Content-Type': 'text/xml' }, body: '<a/>' },
    seen: { body: '<a/>' },
  },
  {
    rule: 'WHEN_NO_TEMPLATES passes while there is none',
    part: { passthroughBehavior: 'WHEN_NO_TEMPLATES' },
    options: { body: 'x' },
    seen: { body: 'x' },
  },
  {
    rule: 'overrides win over mappings',
    part: {
      uri: '{base}',
      requestParameters: {
        'integration.request.querystring.q': "'mapped'",
        'integration.request.path.p': "'mapped'",
      },
      requestTemplates: {
        'application/json':
          '#set($context.requestOverride.querystring.q = "over")#set($context.requestOverride.path.p = "o v")b',
      },
    },
    seen: { url: '/base/o%20v?q=over', body: 'b' },
  },
])('request: $rule', async ({ part, options, path, seen }) => {
  const uri = part?.uri === '{base}' ? `${backend.url}/base/{p}` : (part?.uri ?? `${backend.url}/base`);
  const answer = await run({ ...part, uri }, options, path);
  expect(answer.status).toBe(200);
  expect(answer.seen).toMatchObject(seen);
});

test('HTTP passes no header of the caller and adds its own', async () => {
  const { seen } = await run({}, { headers: { 'X-Mine': '1', Authorization: 'secret', 'x-api-key': 'k' } });
  const names = seen?.rawHeaders.map(([name]) => name.toLowerCase()).sort();
  const own = ['accept', 'connection', 'content-length', 'content-type', 'host', 'user-agent'];
  const expected = [...own, 'x-amzn-apigateway-api-id', 'x-amzn-trace-id'];
  expect(names?.filter((name) => !expected.includes(name))).toEqual([]);
  expect(seen?.headers).toMatchObject({
    accept: 'application/json',
    'user-agent': 'AmazonAPIGateway_api1',
    'x-amzn-apigateway-api-id': 'api1',
  });
});

test.each([
  ['', undefined],
  ['{}', 'application/json'],
])('HTTP with body %j: Content-Type %s', async (body, type) => {
  const { seen } = await run({}, { method: 'POST', body });
  expect([seen?.headers['content-type'], seen?.headers['content-length']]).toEqual([type, `${body.length}`]);
});

test('the trace id goes to the backend and, for HTTP, to the caller', async () => {
  const root = '1-5759e988-bd862e3fe1be46a994272793';
  const { seen, headers } = await run({}, { headers: { 'X-Amzn-Trace-Id': `Root=${root}` } });
  expect(seen?.headers['x-amzn-trace-id']).toMatch(
    new RegExp(`^Root=${root};Parent=[0-9a-f]{16};Sampled=0$`),
  );
  expect(headers['x-amzn-trace-id']).toBe(seen?.headers['x-amzn-trace-id']);
});

test('mapped headers replace the defaults; dropped ones have no effect', async () => {
  const { seen } = await run({
    requestParameters: {
      'integration.request.header.accept': "'text/plain'",
      'integration.request.header.User-Agent': 'context.identity.sourceIp',
      'integration.request.header.X-Var': 'stageVariables.name',
      'integration.request.header.TE': "'trailers'",
      'integration.request.header.X-Gone': 'method.request.header.None',
    },
  });
  expect(seen?.headers).toMatchObject({ accept: 'text/plain', 'user-agent': '127.0.0.1', 'x-var': 'var' });
  expect(seen?.headers.te).toBeUndefined();
  expect(seen?.headers['x-gone']).toBeUndefined();
});

test.each<{
  rule: string;
  part: Partial<IntegrationDocument>;
  options?: Partial<SendOptions>;
  status: number;
  body: string;
}>([
  {
    rule: 'NEVER without a template',
    part: { passthroughBehavior: 'NEVER' },
    status: 415,
    body: '{"message":"Unsupported Media Type"}',
  },
  {
    rule: 'NEVER with another template',
    part: { passthroughBehavior: 'NEVER', requestTemplates: { 'text/xml': 'x' } },
    status: 415,
    body: '{"message":"Unsupported Media Type"}',
  },
  {
    rule: 'WHEN_NO_TEMPLATES with another template',
    part: { passthroughBehavior: 'WHEN_NO_TEMPLATES', requestTemplates: { 'text/xml': 'x' } },
    status: 415,
    body: '{"message":"Unsupported Media Type"}',
  },
  {
    rule: 'an undefined stage variable in the URI',
    part: { uri: `http://${variable('nowhere')}/` },
    status: 500,
    body: internal,
  },
  { rule: 'a URI that is no URL', part: { uri: 'http://[nonsense/' }, status: 500, body: internal },
  {
    rule: 'an illegal mapped header',
    part: { requestParameters: { 'integration.request.header.Content-Length': "'5'" } },
    status: 500,
    body: internal,
  },
  {
    rule: 'a mapping over a body that is broken JSON',
    part: { requestParameters: { 'integration.request.header.x': 'method.request.body.a' } },
    options: { body: ' {broken' },
    status: 400,
    body: '{"message":"Invalid JSON in request body"}',
  },
  {
    rule: 'B6: a line break mapped into a header',
    part: { requestParameters: { 'integration.request.header.x': 'method.request.body.a' } },
    options: { body: '{"a": "1\\r\\nX-Evil: 1"}' },
    status: 400,
    body: '{"message":"Bad Request"}',
  },
  {
    rule: 'B5: a dot segment mapped into the path',
    part: {
      uri: `http://127.0.0.1:${variable('port')}/base/{p}`,
      requestParameters: { 'integration.request.path.p': 'method.request.header.H' },
    },
    options: { headers: { H: '..' } },
    status: 400,
    body: '{"message":"Bad Request"}',
  },
  {
    rule: 'a template that fails while it runs',
    part: { requestTemplates: { 'application/json': '#foreach($i in [1..2000])$i#end' } },
    options: { headers: json, body: '{}' },
    status: 500,
    body: internal,
  },
])('refused before the backend is asked: $rule', async ({ part, options, status, body }) => {
  const answer = await run(part, options);
  expect([answer.status, answer.body]).toEqual([status, body]);
  expect(answer.seen).toBeUndefined();
});

const responding = (
  part: Parameters<typeof integrationResponse>[0],
): Pick<IntegrationDocument, 'integrationResponses'> => ({
  integrationResponses: { 200: integrationResponse(part) },
});

test.each<{
  rule: string;
  part: Partial<IntegrationDocument>;
  options?: Partial<SendOptions>;
  expected: object;
}>([
  {
    rule: 'without a template the body passes; unmapped headers do not',
    part: {},
    expected: { status: 200, body: '{"name": "Rex", "tags": ["a"]}' },
  },
  {
    rule: 'the template reads the backend body and the original request',
    part: responding({
      responseTemplates: { 'application/json': "$input.path('$.name') $input.params('p')" },
    }),
    expected: { body: 'Rex v' },
  },
  {
    rule: 'only the first Accept counts',
    part: responding({ responseTemplates: { 'application/json': 'json', 'text/xml': 'xml' } }),
    options: { headers: { Accept: 'text/xml;q=0.1, application/json' } },
    expected: { body: 'xml' },
  },
  {
    rule: 'without a match application/json serves',
    part: responding({ responseTemplates: { 'text/xml': 'xml', 'application/json': 'json' } }),
    options: { headers: { Accept: 'image/png' } },
    expected: { body: 'json' },
  },
  {
    rule: 'without that the first template',
    part: responding({ responseTemplates: { 'text/xml': 'xml', 'text/html': 'html' } }),
    options: { headers: { Accept: 'image/png' } },
    expected: { body: 'xml' },
  },
  {
    rule: 'the status is overridden',
    part: responding({
      responseTemplates: { 'application/json': '#set($context.responseOverride.status = 418)x' },
    }),
    expected: { status: 418, body: 'x' },
  },
  {
    rule: 'a status that ends no answer is not taken',
    part: responding({
      responseTemplates: { 'application/json': '#set($context.responseOverride.status = 101)x' },
    }),
    expected: { status: 200, body: 'x' },
  },
  {
    rule: 'no response of that status and no default',
    part: {
      integrationResponses: { 400: integrationResponse({ statusCode: '400', selectionPattern: '4\\d{2}' }) },
    },
    expected: { status: 500, body: internal },
  },
])('response: $rule', async ({ part, options, expected }) => {
  expect(await run(part, options)).toMatchObject(expected);
});

test('mapped response headers: sources, remapped names, overrides, what resolves to nothing', async () => {
  const { headers } = await run({
    ...responding({
      responseParameters: {
        'method.response.header.X-Name': 'integration.response.body.name',
        'method.response.header.X-Tags': 'integration.response.body.tags',
        'method.response.header.X-Seen': 'integration.response.header.X-Backend',
        'method.response.header.X-Case': 'integration.response.header.x-backend',
        'method.response.header.WWW-Authenticate': "'Basic'",
        'method.response.header.Date': "'today'",
        'method.response.header.X-Over': "'mapped'",
        'method.response.header.Content-Type': "'text/plain'",
      },
      responseTemplates: { 'application/json': '#set($context.responseOverride.header.x-over = "over")x' },
    }),
  });
  expect(headers).toMatchObject({
    'x-name': 'Rex',
    'x-tags': '["a"]',
    'x-seen': 'seen',
    'x-amzn-remapped-www-authenticate': 'Basic',
    'x-amzn-remapped-date': 'today',
    'x-over': 'over',
    'content-type': 'text/plain',
  });
  expect(headers['x-case']).toBeUndefined();
  expect(headers['www-authenticate']).toBeUndefined();
  expect(headers.server).toBeUndefined();
});

test('a status code that the method does not declare is 500', async () => {
  revision += 1;
  const document = method('GET', integration(), { methodResponses: {} });
  const deploymentId = `dep${revision}`;
  gateway.gateway.apply(
    snapshot({
      revision,
      deployments: [deployment({ '/': [document] }, { deploymentId })],
      stages: [stage({ deploymentId })],
    }),
  );
  const answer = await gateway.call('/');
  expect([answer.status, answer.body]).toEqual([500, internal]);
});
