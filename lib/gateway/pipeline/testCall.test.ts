import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestCall } from '../gateway';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method } from '../testing/documents';
import { TestFunctions } from '../testing/TestFunctions';

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const INVOCATION = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;

let backend: TestBackend;
let gateway: TestGateway;

beforeAll(async () => {
  backend = await createBackend((_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end('{"id": 7}');
  });
  gateway = await createTestGateway();
});
afterAll(async () => {
  await gateway.close();
  await backend.close();
});

function http(type: 'HTTP' | 'HTTP_PROXY', uri = `${backend.url}/pets/{petId}`) {
  return integration({
    type,
    httpMethod: 'GET',
    uri,
    requestParameters: { 'integration.request.path.petId': 'method.request.path.petId' },
  });
}

function describe(part: Partial<TestCall> & Pick<TestCall, 'deployment'>): TestCall {
  return {
    stageName: 'test-invoke-stage',
    variables: {},
    httpMethod: 'GET',
    resourceId: 'res0',
    pathWithQueryString: '/pets/7?foo=bar',
    headers: { 'content-type': 'application/json' },
    body: '',
    ...part,
  };
}

test('HTTP: answer, trace step by step, and the log in the words of AWS', async () => {
  const closed = method('GET', http('HTTP'), { apiKeyRequired: true, authorizationType: 'CUSTOM' });
  const headers = { Authorization: 'Bearer secret-token', 'X-Api-Key': 'secret-key' };
  const outcome = await gateway.gateway.test(
    describe({ deployment: deployment({ '/pets/{petId}': [closed] }), headers }),
  );
  expect([outcome.status, outcome.body]).toEqual([200, '{"id": 7}']);
  expect(outcome.headers['Content-Type']).toEqual(['application/json']);
  expect(outcome.trace.map(({ step }) => step)).toEqual([
    'resolveStage',
    'matchMethod',
    'checkApiKey',
    'throttle',
    'mapIntegrationRequest',
    'mapIntegrationRequest',
    'callIntegration',
    'callIntegration',
    'selectIntegrationResponse',
    'mapIntegrationResponse',
  ]);
  const date = '[A-Z][a-z]{2} [A-Z][a-z]{2} \\d{2} \\d{2}:\\d{2}:\\d{2} UTC \\d{4} : ';
  const [head, ...lines] = outcome.log.split('\n');
  expect(head).toMatch(/^Execution log for request [0-9a-f-]{36}$/);
  for (const line of lines) expect(line).toMatch(new RegExp(`^${date}`));
  const texts = lines.map((line) => line.replace(new RegExp(`^${date}`), ''));
  const expected = [
    /^Starting execution for request: [0-9a-f-]{36}$/,
    /^HTTP Method: GET, Resource Path: \/pets\/7$/,
    /^Method request path: \{petId=7\}$/,
    /^Method request query string: \{foo=bar\}$/,
    /^Method request headers: \{.*Authorization=\*\*\*.*X-Api-Key=\*\*\*.*\}$/,
    /^Method request body before transformations: $/,
    /^Endpoint request URI: http:\/\/127\.0\.0\.1:\d+\/pets\/7$/,
    /^Endpoint request headers: \{.*User-Agent=AmazonAPIGateway_api1.*\}$/,
    /^Endpoint request body after transformations: $/,
    /^Sending request to http:\/\/127\.0\.0\.1:\d+\/pets\/7$/,
    /^Received response\. Status: 200, Integration latency: \d+ ms$/,
    /^Endpoint response headers: \{.*\}$/,
    /^Endpoint response body before transformations: \{"id": 7\}$/,
    /^Method response body after transformations: \{"id": 7\}$/,
    /^Method response headers: \{X-Amzn-Trace-Id=Root=1-[^,]*, Content-Type=application\/json\}$/,
    /^Successfully completed execution$/,
    /^Method completed with status: 200$/,
  ];
  expect(texts).toHaveLength(expected.length);
  for (const [index, pattern] of expected.entries()) expect(texts[index]).toMatch(pattern);
  expect(JSON.stringify(outcome)).not.toContain('secret');
});

test.each([
  { rule: 'a map of headers of more than 1,000 characters is cut', length: 2_000, cut: true },
  { rule: 'a shorter one is not', length: 500, cut: false },
])('$rule', async ({ length, cut }) => {
  const { log } = await gateway.gateway.test(
    describe({
      deployment: deployment({ '/pets/{petId}': [method('GET', http('HTTP'))] }),
      headers: { 'X-Long': 'x'.repeat(length) },
    }),
  );
  const line = log.split('\n').find((one) => one.includes('Method request headers: ')) ?? '';
  expect(line.endsWith(' [TRUNCATED]')).toBe(cut);
  expect(line.length).toBeLessThan(1_100);
});

test('HTTP_PROXY: the streamed body is shown whole', async () => {
  const outcome = await gateway.gateway.test(
    describe({ deployment: deployment({ '/pets/{petId}': [method('ANY', http('HTTP_PROXY'))] }) }),
  );
  expect([outcome.status, outcome.body]).toEqual([200, '{"id": 7}']);
  expect(outcome.log).toContain('Method response body after transformations: {"id": 7}');
});

test('MOCK: no line speaks of an endpoint; stage variables are those of the panel', async () => {
  const mock = integration({
    integrationResponses: {
      200: integrationResponse({
        responseTemplates: { 'application/json': '$stageVariables.v $context.stage' },
      }),
    },
  });
  const outcome = await gateway.gateway.test(
    describe({ deployment: deployment({ '/pets/{petId}': [method('GET', mock)] }), variables: { v: 'x' } }),
  );
  expect([outcome.status, outcome.body]).toEqual([200, 'x test-invoke-stage']);
  expect(outcome.log).not.toMatch(/Endpoint|Sending|Received/);
});

test.each<{ failure: string; uri: string; status: number; log: string }>([
  {
    failure: 'an invalid address',
    uri: 'http://[nonsense/',
    status: 500,
    log: 'Execution failed due to configuration error: Invalid endpoint address',
  },
  {
    failure: 'nobody there',
    uri: 'http://127.0.0.1:1/',
    status: 504,
    log: 'Execution failed due to an error of the backend',
  },
  {
    failure: 'a definition that does not compile',
    uri: 'ftp://x/',
    status: 500,
    log: 'uri is not an http(s) URL',
  },
])('failure: $failure', async ({ uri, status, log }) => {
  const outcome = await gateway.gateway.test(
    describe({ deployment: deployment({ '/pets/{petId}': [method('GET', http('HTTP', uri))] }) }),
  );
  expect(outcome.status).toBe(status);
  expect(outcome.log).toContain(log);
  expect(outcome.log).toMatch(new RegExp(`Method completed with status: ${status}$`));
  expect(outcome.log).not.toContain('Successfully');
  expect(outcome.trace.at(-1)?.failed).toBe(true);
});

test('the resource under test answers, not a literal sibling', async () => {
  const named = (name: string) =>
    integration({
      integrationResponses: { 200: integrationResponse({ responseTemplates: { 'application/json': name } }) },
    });
  const document = deployment({
    '/pets/{petId}': [method('GET', named('this'))],
    '/pets/7': [method('GET', named('sibling'))],
  });
  expect((await gateway.gateway.test(describe({ deployment: document }))).body).toBe('this');
});

test('a path that does not fit its resource is no hindrance, and names no path variable', async () => {
  const mock = integration({
    integrationResponses: {
      200: integrationResponse({ responseTemplates: { 'application/json': '[$input.params("petId")]' } }),
    },
  });
  const { status, body, log } = await gateway.gateway.test(
    describe({
      deployment: deployment({ '/pets/{petId}': [method('GET', mock)], '/': [method('GET', mock)] }),
      pathWithQueryString: '/random/test',
    }),
  );
  expect([status, body]).toEqual([200, '[]']);
  expect(log).toContain('HTTP Method: GET, Resource Path: /random/test');
  expect(log).toContain('Method request path: {}');
  expect(log).toContain('Method response headers: {Content-Type=application/json}');
});

test('a resource’s own path is one with a brace in its variable’s value', async () => {
  const mock = integration({
    integrationResponses: {
      200: integrationResponse({ responseTemplates: { 'application/json': '[$input.params("petId")]' } }),
    },
  });
  const { status, body, log } = await gateway.gateway.test(
    describe({
      deployment: deployment({ '/pets/{petId}': [method('GET', mock)] }),
      pathWithQueryString: '/pets/{petId}',
    }),
  );
  expect([status, body]).toEqual([200, '[{petId}]']);
  expect(log).toContain('HTTP Method: GET, Resource Path: /pets/{petId}');
  expect(log).toContain('Method request path: {petId={petId}}');
});

test('AWS to a function: of no event the log tells nothing, and the function gets an empty object', async () => {
  const functions = new TestFunctions({ [FUNCTION]: (event) => event });
  const own = await createTestGateway(undefined, { functions });
  const lambda = integration({ type: 'AWS', httpMethod: 'POST', uri: INVOCATION, requestTemplates: {} });
  const { body, log } = await own.gateway.test(
    describe({ deployment: deployment({ '/pets/{petId}': [method('GET', lambda)] }) }),
  );
  await own.close();
  expect(body).toBe('{}');
  expect(log).toMatch(/Endpoint request body after transformations: $/m);
});

test.each<Partial<TestCall>>([
  { pathWithQueryString: '/pets/../admin' },
  { headers: { 'X-Bad': 'a\r\nX-Evil: 1' } },
  { headers: { 'bad name': 'x' } },
])('what the gate would refuse is refused here: %o', async (part) => {
  const document = deployment({ '/pets/{petId}': [method('GET', http('HTTP'))] });
  expect((await gateway.gateway.test(describe({ deployment: document, ...part }))).status).toBe(400);
});

test('a test is no call: nothing is recorded', () => {
  expect(gateway.recorder.calls).toEqual([]);
});
