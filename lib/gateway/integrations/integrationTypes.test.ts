/* Reference section 9, the table of integration types, row by row for HTTP, HTTP_PROXY and MOCK. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { integrationResponse } from '../testing/documents';
import { type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';

let under: MethodUnderTest;

beforeAll(async () => {
  under = await methodUnderTest();
});
afterAll(() => under.close());

const INTERNAL = '{"message": "Internal server error"}';
type Part = Partial<IntegrationDocument>;
const http: Part = { type: 'HTTP' };
const proxy: Part = { type: 'HTTP_PROXY' };
const mock: Part = { type: 'MOCK' };
const every = [
  ['HTTP', http],
  ['HTTP_PROXY', proxy],
] as const;

describe('httpMethod', () => {
  const verbs = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'];
  test.each(
    every.flatMap(([type, part]) => verbs.map((verb) => ({ type, part, verb }))),
  )("$type: ANY is the client's $verb", async ({ part, verb }) => {
    const { seen } = await under.run({ ...part, httpMethod: 'ANY' }, { method: verb });
    expect(seen?.method).toBe(verb);
  });
  test.each(every)('%s: its own wins over the client’s', async (_type, part) => {
    expect((await under.run({ ...part, httpMethod: 'PATCH' }, { method: 'POST' })).seen?.method).toBe(
      'PATCH',
    );
  });
  test.each(every)('%s: required', async (_type, part) => {
    expect(() => under.deploy({ ...part, httpMethod: undefined } as Part)).toThrow(/httpMethod is missing/);
  });
});

describe('body', () => {
  test.each(
    every.flatMap(([type, part]) => ['GET', 'HEAD', 'OPTIONS'].map((verb) => ({ type, part, verb }))),
  )('$type: none is sent with $verb', async ({ part, verb }) => {
    const { seen } = await under.run({ ...part, httpMethod: verb }, { body: 'a body' });
    expect(seen).toMatchObject({ method: verb, body: '' });
    expect(seen?.headers['content-length']).toBeUndefined();
    expect(seen?.headers['transfer-encoding']).toBeUndefined();
  });
  test.each(
    every.flatMap(([type, part]) => ['POST', 'PUT', 'PATCH', 'DELETE'].map((verb) => ({ type, part, verb }))),
  )('$type: passes with $verb', async ({ part, verb }) => {
    const { seen } = await under.run({ ...part, httpMethod: verb }, { body: 'a body' });
    expect(seen?.body).toBe('a body');
  });
  test('HTTP_PROXY: raw, whatever templates say', async () => {
    const templates = { requestTemplates: { 'application/json': 'mapped' } };
    const { seen } = await under.run({ ...proxy, ...templates }, { body: '{raw' });
    expect(seen?.body).toBe('{raw');
  });
  test('a template’s output is not sent with GET either', async () => {
    const { seen } = await under.run({
      ...http,
      httpMethod: 'GET',
      requestTemplates: { 'application/json': 'mapped' },
    });
    expect(seen?.body).toBe('');
  });
});

describe('what of the client passes', () => {
  const sent = { path: '/x/v?a=1&a=2', headers: { 'X-Own': 'mine', 'Content-Type': 'text/plain' } };
  test('HTTP: no header, no query', async () => {
    const { seen } = await under.run(http, { ...sent, body: 'b' });
    expect(seen?.url).toBe('/base');
    expect(seen?.headers['x-own']).toBeUndefined();
    expect(seen?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'AmazonAPIGateway_api1',
      'x-amzn-apigateway-api-id': 'api1',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-/),
      'content-type': 'text/plain',
    });
  });
  test('HTTP_PROXY: all headers, all of the query, mapped ones appended', async () => {
    const requestParameters = { 'integration.request.querystring.b': "'3'" };
    const { seen } = await under.run({ ...proxy, requestParameters }, sent);
    expect(seen?.url).toBe('/base?a=1&a=2&b=3');
    expect(seen?.headers).toMatchObject({ 'x-own': 'mine', 'content-type': 'text/plain' });
  });
});

describe('the answer', () => {
  test.each([
    ['HTTP', http],
    ['MOCK', mock],
  ] as const)('%s: a response is required', async (_type, part) => {
    const { status, body } = await under.run({ ...part, integrationResponses: {} });
    expect([status, body]).toEqual([500, INTERNAL]);
  });
  test('HTTP_PROXY: raw, and no response is asked for', async () => {
    const responses = { 200: integrationResponse({ responseTemplates: { 'application/json': 'mapped' } }) };
    expect((await under.run({ ...proxy, integrationResponses: {} })).body).toBe('{"from": "backend"}');
    expect((await under.run({ ...proxy, integrationResponses: responses })).body).toBe('{"from": "backend"}');
  });
  test('MOCK: no backend is asked, whatever its uri', async () => {
    const { seen, status } = await under.run({ ...mock, uri: under.backend.url });
    expect([seen, status]).toEqual([undefined, 200]);
  });
});

/** "Failures": what each kind of failing backend comes to. */
describe('failures', () => {
  test.each(
    every.flatMap(([type, part]) => [
      {
        type,
        part,
        rule: 'an undefined stage variable',
        uri: `http://\${stageVariables.none}/`,
        status: 500,
        body: INTERNAL,
      },
      { type, part, rule: 'a URL that is none', uri: 'http://[nonsense/', status: 500, body: INTERNAL },
      {
        ...{ type, part, rule: 'a connection that is refused', uri: 'http://127.0.0.1:1/', status: 504 },
        body: '{"message":"Network error communicating with endpoint"}',
      },
      {
        ...{ type, part, rule: 'a name that nobody has', uri: 'http://nothing.invalid/', status: 504 },
        body: '{"message":"Network error communicating with endpoint"}',
      },
    ]),
  )('$type: $rule: $status', async ({ part, uri, status, body }) => {
    const answer = await under.run({ ...part, uri });
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(answer.headers['x-amzn-errortype']).toBe('InternalServerErrorException');
  });
  test.each(every)('%s over TLS to who speaks none: 504', async (_type, part) => {
    const uri = `https://127.0.0.1:${under.backend.port}/`;
    expect((await under.run({ ...part, uri })).status).toBe(504);
  });
});

test('the protocol to backends is HTTP/1.1 (reference 12)', async () => {
  let version = '';
  under.answer((_request, response) => {
    version = response.req.httpVersion;
    response.end();
  });
  await under.run(proxy);
  expect(version).toBe('1.1');
});
