import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IntegrationDocument, StageDocument } from '../snapshot/types';
import { apiKey, integrationResponse, usagePlan } from '../testing/documents';
import { type Around, type MethodUnderTest, methodUnderTest, type Sent } from '../testing/methodUnderTest';

/* Reference section 1: of two reasons to end a call, the one of the earlier step is given. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

const nothing = { rateLimit: 0, burstLimit: 0 };
const validator = { id: 'all', validateRequestParameters: true, validateRequestBody: true };
const model = { name: 'Pet', contentType: 'application/json', schema: '{"required":["name"]}' };
/** A method that asks for all that can be asked for. */
const strict: Around = {
  method: {
    apiKeyRequired: true,
    requestValidatorId: 'all',
    requestParameters: { 'method.request.querystring.q': true },
    requestModels: { $default: 'Pet' },
  },
  deployment: { requestValidators: [validator], models: [model] },
  snapshot: { usagePlans: [usagePlan()], apiKeys: [apiKey('k')] },
};
const key = { 'x-api-key': 'k' };
const down: Partial<IntegrationDocument> = { uri: 'http://127.0.0.1:1/' };
const missing = '{"message":"Missing required request parameters: [q]"}';

interface Row {
  earlier: string;
  later: string;
  part?: Partial<IntegrationDocument>;
  around?: Around;
  stage?: string;
  sent?: Sent;
  status: number;
  body: string;
}

test.each<Row>([
  {
    earlier: 'unknown stage',
    later: 'unknown coding',
    stage: 'nowhere',
    sent: { headers: { 'Content-Encoding': 'br' } },
    status: 403,
    body: '{"message":"Forbidden"}',
  },
  {
    earlier: 'unknown coding',
    later: 'unknown path',
    sent: { path: '/none', headers: { 'Content-Encoding': 'br' } },
    status: 415,
    body: '{"message":"Unsupported Media Type"}',
  },
  {
    earlier: 'unknown path',
    later: 'no API key',
    around: strict,
    sent: { path: '/none' },
    status: 403,
    body: '{"message":"Missing Authentication Token"}',
  },
  {
    earlier: 'no authorization',
    later: 'no API key',
    around: { ...strict, method: { ...strict.method, authorizationType: 'CUSTOM' } },
    status: 403,
    body: '{"Message":"User is not authorized to access this resource"}',
  },
  {
    earlier: 'no API key',
    later: 'throttle',
    around: { ...strict, stage: { throttle: nothing } },
    status: 403,
    body: '{"message":"Forbidden"}',
  },
  {
    earlier: 'throttle',
    later: 'quota',
    around: {
      ...strict,
      snapshot: {
        usagePlans: [usagePlan({ throttle: nothing, quota: { limit: 0, offset: 0, period: 'DAY' } })],
        apiKeys: [apiKey('k')],
      },
    },
    sent: { headers: key },
    status: 429,
    body: '{"message":"Too Many Requests"}',
  },
  {
    earlier: 'quota',
    later: 'missing parameter',
    around: {
      ...strict,
      snapshot: {
        usagePlans: [usagePlan({ quota: { limit: 0, offset: 0, period: 'DAY' } })],
        apiKeys: [apiKey('k')],
      },
    },
    sent: { headers: key },
    status: 429,
    body: '{"message":"Limit Exceeded"}',
  },
  {
    earlier: 'missing parameter',
    later: 'wrong body',
    around: strict,
    sent: { headers: key, body: '[' },
    status: 400,
    body: missing,
  },
  {
    earlier: 'wrong body',
    later: 'no template for the type',
    part: { passthroughBehavior: 'NEVER' },
    around: strict,
    sent: { headers: key, path: '/x/v?q=1', body: '[' },
    status: 400,
    body: '{"message":"Invalid request body"}',
  },
  {
    earlier: 'no template for the type',
    later: 'backend down',
    part: { ...down, passthroughBehavior: 'NEVER' },
    status: 415,
    body: '{"message":"Unsupported Media Type"}',
  },
  {
    earlier: 'mapping over broken JSON',
    later: 'template that fails',
    part: {
      ...down,
      requestParameters: { 'integration.request.header.x': 'method.request.body.a' },
      requestTemplates: { 'application/json': '#foreach($i in [1..2000])$i#end' },
    },
    sent: { body: '{' },
    status: 400,
    body: '{"message":"Invalid JSON in request body"}',
  },
  {
    earlier: 'backend down',
    later: 'no response matches',
    part: { ...down, integrationResponses: {} },
    status: 504,
    body: '{"message":"Network error communicating with endpoint"}',
  },
  {
    earlier: 'no response matches',
    later: 'its template fails',
    part: {
      integrationResponses: {
        404: integrationResponse({
          statusCode: '404',
          selectionPattern: '404',
          responseTemplates: { 'application/json': '#foreach($i in [1..2000])$i#end' },
        }),
      },
    },
    status: 500,
    body: '{"message": "Internal server error"}',
  },
])('$earlier before $later', async ({ part, around, stage = 'prod', sent = {}, status, body }) => {
  bench.deploy(part, around);
  const { path = '/x/v', ...rest } = sent;
  const answer = await bench.gateway.call(path, { method: 'POST', ...rest, stage });
  expect([answer.status, answer.body]).toEqual([status, body]);
});

/* 13: after validation, before everything else. */
const cached: Partial<StageDocument> = {
  cacheBytes: 1_000_000,
  methodCaching: {
    '/x/{p}/ANY': {
      cachingEnabled: true,
      cacheTtlInSeconds: 300,
      requireAuthorizationForCacheControl: false,
      unauthorizedCacheControlHeaderStrategy: 'SUCCEED_WITHOUT_RESPONSE_HEADER',
    },
  },
};

test.each<{ rule: string; path: string; headers: Record<string, string>; body: string; status: number }>([
  {
    rule: 'a hit skips the choice of a template',
    path: '/x/v?q=1',
    headers: { 'Content-Type': 'a/b' },
    body: '{"name":1}',
    status: 200,
  },
  { rule: 'and a mapping of the body', path: '/x/v?q=1', headers: {}, body: '{"name":2}', status: 200 },
  { rule: 'not the key', path: '/x/v?q=1', headers: { 'x-api-key': 'no' }, body: '{"name":1}', status: 403 },
  { rule: 'not the parameters', path: '/x/v', headers: {}, body: '{"name":1}', status: 400 },
  { rule: 'not the body’s model', path: '/x/v?q=1', headers: {}, body: '{}', status: 400 },
  {
    rule: 'not its coding',
    path: '/x/v?q=1',
    headers: { 'Content-Encoding': 'gzip' },
    body: '{"name":1}',
    status: 415,
  },
])('a cached answer: $rule', async ({ path, headers, body, status }) => {
  const part = { passthroughBehavior: 'NEVER' as const, requestTemplates: { 'application/json': '{}' } };
  const around = { ...strict, stage: cached };
  const first = await bench.run(part, { path: '/x/v?q=1', headers: key, body: '{"name":1}' }, around);
  expect(first.status).toBe(200);
  const answer = await bench.gateway.call(path, { method: 'POST', headers: { ...key, ...headers }, body });
  expect(answer.status).toBe(status);
  expect(bench.backend.requests).toHaveLength(1);
});

test.each([
  { rule: 'exactly 20,480 bytes of headers pass', more: 0, status: 200 },
  { rule: 'one byte more: 413', more: 1, status: 413 },
])('$rule', async ({ more, status }) => {
  bench.deploy({ type: 'MOCK' });
  const { port } = bench.gateway;
  const host = `api1.execute-api.localhost:${port}`;
  // Names, values, colon with blank and line end, as they go over the wire.
  const others = `Host: ${host}\r\nConnection: close\r\nX-Pad: \r\n`.length;
  const headers = { Host: host, Connection: 'close', 'X-Pad': 'p'.repeat(20_480 - others + more) };
  const answer = await bench.gateway.call('/x/v', { headers });
  const errorType = status === 413 ? 'RequestTooLargeException' : undefined;
  expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([status, errorType]);
  expect(answer.headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
});

test.each([
  { rule: 'a target of 10,240 characters passes', length: 10_240, status: 200 },
  { rule: 'one more: 414', length: 10_241, status: 414 },
])('$rule', async ({ length, status }) => {
  bench.deploy({ type: 'MOCK' });
  const answer = await bench.gateway.call(`/x/v?q=${'a'.repeat(length - '/prod/x/v?q='.length)}`);
  expect(answer.status).toBe(status);
});
