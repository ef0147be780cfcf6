/* Reference section 9, the column AWS of the table of integration types; a service and a function. The flows: aws.test.ts. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { IntegrationDocument } from '../../snapshot/types';
import { createTestGateway, type TestGateway } from '../../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../../testing/documents';
import { type MethodUnderTest, methodUnderTest, type Sent } from '../../testing/methodUnderTest';
import { TestFunctions } from '../../testing/TestFunctions';

let under: MethodUnderTest;
beforeAll(async () => {
  under = await methodUnderTest();
});
afterAll(() => under.close());

const INTERNAL = '{"message": "Internal server error"}';
const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' };
const QUEUE = 'arn:aws:apigateway:us-east-1:sqs:path/base';

/** What the service is asked. */
function run(part: Partial<IntegrationDocument> = {}, sent: Sent = {}) {
  const { uri = QUEUE } = part;
  const service = uri.split(':')[4] ?? '';
  const services = { endpoints: { [service]: under.backend.url }, credentials };
  return under.run({ type: 'AWS', httpMethod: 'POST', requestTemplates: {}, ...part, uri }, sent, {
    snapshot: { services },
    stage: { variables: { queue: 'pets' } },
  });
}

describe('a service', () => {
  const sent = {
    path: '/x/v?a=1',
    headers: { 'X-Own': 'mine', Referer: 'http://r', 'Content-Type': 'text/plain' },
  };

  test('no header and no query of the client; both as they are mapped', async () => {
    const { seen } = await run({}, sent);
    expect(seen?.url).toBe('/base');
    expect(seen?.headers['x-own']).toBeUndefined();
    expect(seen?.headers.referer).toBeUndefined();
    const requestParameters = {
      'integration.request.header.X-Own': 'method.request.header.X-Own',
      'integration.request.querystring.b': 'method.request.querystring.a',
    };
    const mapped = await run({ requestParameters }, sent);
    expect([mapped.seen?.url, mapped.seen?.headers['x-own']]).toEqual(['/base?b=1', 'mine']);
  });

  test.each(['GET', 'HEAD', 'OPTIONS'])('no body is sent with %s', async (verb) => {
    const templates = { requestTemplates: { 'application/json': 'mapped' } };
    const { seen } = await run(
      { httpMethod: verb, ...templates },
      { method: verb === 'HEAD' ? 'GET' : verb },
    );
    expect(seen).toMatchObject({ method: verb, body: '' });
    expect(seen?.headers['content-length']).toBeUndefined();
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('a template’s output is sent with %s', async (verb) => {
    const templates = { requestTemplates: { 'application/json': 'mapped' } };
    expect((await run({ httpMethod: verb, ...templates }, { body: '{}' })).seen?.body).toBe('mapped');
  });

  test('a body without a template passes', async () => {
    expect((await run({}, { body: '{"a":1}' })).seen?.body).toBe('{"a":1}');
  });

  test.each(['GET', 'DELETE'])('ANY is the client’s verb: %s', async (verb) => {
    expect((await run({ httpMethod: 'ANY' }, { method: verb })).seen?.method).toBe(verb);
  });

  test.each<[action: string, target: string]>([
    ['dynamodb:action/PutItem', 'DynamoDB_20120810.PutItem'],
    ['kinesis:action/PutRecord', 'Kinesis_20131202.PutRecord'],
    ['states:action/StartExecution', 'AWSStepFunctions.StartExecution'],
  ])('X-Amz-Target is set: %s', async (action, target) => {
    const { seen } = await run({ uri: `arn:aws:apigateway:us-east-1:${action}` }, { body: '{}' });
    expect([seen?.headers['x-amz-target'], seen?.body]).toEqual([target, '{}']);
    expect(seen?.headers['content-type']).toMatch(/^application\/x-amz-json-1\.[01]$/);
  });

  test.each([
    'sns:action/Publish',
    'ssm:action/GetParameter',
  ])('the action of any other service is a query: %s', async (action) => {
    const { seen } = await run({ uri: `arn:aws:apigateway:us-east-1:${action}` }, { body: '{}' });
    const query = `/?Action=${action.split('/')[1]}`;
    expect([seen?.url, seen?.headers['x-amz-target']]).toEqual([query, undefined]);
  });

  test('Accept is JSON, unless it is mapped; the gateway names itself and the call’s trace', async () => {
    const { seen } = await run({}, { headers: { Accept: 'text/html', 'User-Agent': 'mine' } });
    expect(seen?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': expect.stringMatching(/^AmazonAPIGateway_\w+$/),
      'x-amzn-apigateway-api-id': expect.stringMatching(/^\w+$/),
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-/),
    });
    const requestParameters = { 'integration.request.header.Accept': "'application/xml'" };
    expect((await run({ requestParameters })).seen?.headers.accept).toBe('application/xml');
  });

  test('a response is required', async () => {
    const { status, body } = await run({ integrationResponses: {} });
    expect([status, body]).toEqual([500, INTERNAL]);
  });

  test('its status selects the response', async () => {
    under.answer((_request, response) => response.writeHead(418).end('tea'));
    const integrationResponses = {
      200: integrationResponse(),
      404: integrationResponse({ statusCode: '404', selectionPattern: '4\\d\\d' }),
    };
    const { status, body } = await run({ integrationResponses });
    expect([status, body]).toEqual([404, 'tea']);
    under.answer((_request, response) => response.end());
  });

  test.each<[name: string, status: number, urls: string[]]>([
    ['queue', 200, ['/pets']],
    ['none', 500, []],
  ])('a stage variable in its path: %s', async (name, status, urls) => {
    const answer = await run({ uri: `arn:aws:apigateway:us-east-1:sqs:path/\${stageVariables.${name}}` });
    expect([answer.status, under.backend.requests.map(({ url }) => url)]).toEqual([status, urls]);
  });
});

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:f';
const INVOCATION = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`;

describe('a function', () => {
  let gateway: TestGateway | undefined;
  afterEach(() => gateway?.close());

  async function start(part: Partial<IntegrationDocument>, functions: TestFunctions) {
    const own = integration({
      type: 'AWS',
      httpMethod: 'POST',
      uri: INVOCATION,
      requestTemplates: {},
      ...part,
    });
    gateway = await createTestGateway(
      snapshot({ deployments: [deployment({ '/': [method('POST', own)] })] }),
      { functions },
    );
    return gateway;
  }

  test.each([
    ['Event', 'Event', ''],
    ['RequestResponse', 'RequestResponse', '{"done":true}'],
    [undefined, 'RequestResponse', '{"done":true}'],
  ])('X-Amz-Invocation-Type of the client’s header %s: %s', async (header, invocationType, body) => {
    const functions = new TestFunctions({ [FUNCTION]: () => ({ done: true }) });
    const invoke = functions.invoke.bind(functions);
    // Lambda's own answer to an event.
    functions.invoke = async (call) => ({
      ...(await invoke(call)),
      ...(call.invocationType === 'Event' && { status: 202, payload: Buffer.alloc(0) }),
    });
    const name = 'InvocationType';
    const requestParameters = {
      'integration.request.header.X-Amz-Invocation-Type': `method.request.header.${name}`,
    };
    const { call } = await start({ requestParameters }, functions);
    const answer = await call('/', { method: 'POST', body: '{}', headers: header ? { [name]: header } : {} });
    expect([answer.status, answer.body]).toEqual([200, body]);
    expect(functions.calls[0]?.invocationType).toBe(invocationType);
  });

  test.each([
    'path//2015-03-31',
    'path/ 2015-03-31',
  ])('what stands before the version counts for nothing: %s', async (path) => {
    const functions = new TestFunctions({ [FUNCTION]: () => ({ statusCode: 200 }) });
    const uri = INVOCATION.replace('path/2015-03-31', path);
    for (const type of ['AWS', 'AWS_PROXY'] as const) {
      const { call } = await start({ uri, type }, functions);
      expect((await call('/', { method: 'POST', body: '{}' })).status).toBe(200);
      await gateway?.close();
    }
    expect(functions.calls.map(({ functionArn }) => functionArn)).toEqual([FUNCTION, FUNCTION]);
  });

  test.each([
    ['too many at once', 429],
    ['an event beyond 6 MB', 413],
    ['out of order', 500],
  ])('Lambda refuses, %s: 500 whatever the patterns', async (_rule, status) => {
    const functions = new TestFunctions();
    functions.invoke = async () => ({ status, payload: Buffer.from('{"message":"no"}') });
    const integrationResponses = { 200: integrationResponse({ selectionPattern: '.*' }) };
    for (const part of [{ integrationResponses }, { type: 'AWS_PROXY' as const }]) {
      const { call, close } = await start(part, functions);
      const answer = await call('/', { method: 'POST', body: '{}' });
      expect([answer.status, answer.body]).toEqual([500, INTERNAL]);
      await close();
    }
  });
});
