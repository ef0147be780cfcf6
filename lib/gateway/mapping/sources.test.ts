import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { integrationResponse } from '../testing/documents';
import { type MethodUnderTest, methodUnderTest, type Sent } from '../testing/methodUnderTest';

/* Reference section 5: every source expression, as the backend and the caller see what comes of it. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

const body = JSON.stringify({
  text: 'hello',
  number: 1.5,
  yes: true,
  none: null,
  object: { b: [1, { c: 'd' }] },
  'with-dash': 1,
  'with space': 2,
});
const call: Sent = {
  path: '/x/a%20b%2Fc?q=first&q=last+one%21&Q=upper&empty=',
  headers: { 'X-In': ['first', 'last'], 'Content-Type': 'application/json' },
  body,
};
const around = { stage: { variables: { v: 'variable' } } };

const rows: [source: string, values: string[]][] = [
  ['method.request.path.p', ['a%20b%2Fc']],
  ['method.request.path.none', []],
  ['method.request.querystring.q', ['last one!']],
  ['method.request.querystring.Q', ['upper']],
  ['method.request.querystring.empty', ['']],
  ['method.request.querystring.none', []],
  ['method.request.header.X-In', ['last']],
  ['method.request.header.x-in', []],
  ['method.request.multivalueheader.X-In', ['first,last']],
  ['method.request.multivalueheader.None', []],
  ['method.request.multivaluequerystring.q', ['first', 'last one!']],
  ['method.request.multivaluequerystring.none', []],
  ['method.request.body.text', ['hello']],
  ['method.request.body.number', ['1.5']],
  ['method.request.body.yes', ['true']],
  ['method.request.body.none', []],
  ['method.request.body.missing', []],
  ['method.request.body.missing.deeper', []],
  ['method.request.body.object', ['{"b":[1,{"c":"d"}]}']],
  ['method.request.body.object.b', ['[1,{"c":"d"}]']],
  ['method.request.body.object.b[1].c', ['d']],
  ['method.request.body.$.text', ['hello']],
  ["method.request.body.['with space']", ['2']],
  ['method.request.body.constructor', []],
  ['method.request.body.__proto__.toString', []],
  ['stageVariables.v', ['variable']],
  ['stageVariables.none', []],
  ['stageVariables.constructor', []],
  ['context.stage', ['prod']],
  ['context.resourcePath', ['/x/{p}']],
  ['context.identity.sourceIp', ['127.0.0.1']],
  ['context.identity.user', []],
  ['context.identity', []],
  ['context.requestTimeEpoch', []],
  ['context.nothing', []],
  ['context.constructor.name', []],
  ["'a literal'", ['a literal']],
  ["''", ['']],
  ["'$context.stage {p} stageVariables.v'", ['$context.stage {p} stageVariables.v']],
];

describe.each(['HTTP', 'HTTP_PROXY'] as const)('%s: a header from', (type) => {
  test.each(rows)('%s', async (source, values) => {
    const requestParameters = { 'integration.request.header.X-Out': source };
    const { status, seen } = await bench.run({ type, requestParameters }, call, around);
    expect(status).toBe(200);
    const sent = seen?.rawHeaders.filter(([name]) => name === 'X-Out').map(([, value]) => value);
    expect(sent).toEqual(values);
  });

  test('the whole body, and {} for none', async () => {
    const requestParameters = { 'integration.request.header.X-Out': 'method.request.body' };
    const whole = await bench.run({ type, requestParameters }, call);
    expect(whole.seen?.headers['x-out']).toBe(body);
    const none = await bench.run({ type, requestParameters });
    expect(none.seen?.headers['x-out']).toBe('{}');
  });

  test.each([
    ['plain text', 'a: 1', 200],
    ['nothing', '', 200],
    ['a number', '5', 200],
    ['broken {', '{"a": 1', 400],
    ['broken [', '[1', 400],
    ['broken "', '"a', 400],
    ["a ' that no JSON begins with", "'a'", 400],
    ['blanks before what is broken', ' \n{', 400],
  ])('over %s', async (_rule, text, status) => {
    const requestParameters = { 'integration.request.header.X-Out': 'method.request.body.a' };
    const answer = await bench.run({ type, requestParameters }, { body: text });
    expect([answer.status, answer.seen?.headers['x-out']]).toEqual([status, undefined]);
    if (status === 400) expect(answer.body).toBe('{"message":"Invalid JSON in request body"}');
  });
});

describe('a query parameter', () => {
  test.each<[rule: string, type: 'HTTP' | 'HTTP_PROXY', url: string]>([
    ['of HTTP is all that there is', 'HTTP', '/base?q=a%26b%3Dc%20%C3%A9&m=1&m=2'],
    ['of HTTP_PROXY follows the caller’s', 'HTTP_PROXY', '/base?m=1&m=2&z=%20&q=a%26b%3Dc%20%C3%A9&m=1&m=2'],
  ])('%s', async (_rule, type, url) => {
    const requestParameters = {
      'integration.request.querystring.q': "'a&b=c é'",
      'integration.request.querystring.m': 'method.request.multivaluequerystring.m',
      'integration.request.querystring.none': 'method.request.header.None',
    };
    const { seen } = await bench.run({ type, requestParameters }, { path: '/x/v?m=1&m=2&z=%20' });
    expect(seen?.url).toBe(url);
  });
});

const answered = { a: 'text', list: [1, { b: null }], zero: 0, no: false };

describe('a header of the answer from', () => {
  test.each<[source: string, value: string | undefined]>([
    ['integration.response.header.X-Back', 'last'],
    ['integration.response.header.x-back', undefined],
    ['integration.response.multivalueheader.X-Back', 'first,last'],
    ['integration.response.header.None', undefined],
    ['integration.response.body', JSON.stringify(answered)],
    ['integration.response.body.a', 'text'],
    ['integration.response.body.list', '[1,{"b":null}]'],
    ['integration.response.body.list[1]', '{"b":null}'],
    ['integration.response.body.list[1].b', undefined],
    ['integration.response.body.zero', '0'],
    ['integration.response.body.no', 'false'],
    ['integration.response.body.none', undefined],
    ['stageVariables.v', 'variable'],
    ['stageVariables.none', undefined],
    ['context.resourcePath', '/x/{p}'],
    ['context.requestTimeEpoch', undefined],
    ["'a literal'", 'a literal'],
  ])('%s', async (source, value) => {
    bench.answer((_, response) => {
      response.writeHead(200, ['X-Back', 'first', 'X-Back', 'last']);
      response.end(JSON.stringify(answered));
    });
    const responseParameters = { 'method.response.header.X-Out': source };
    const part = { integrationResponses: { 200: integrationResponse({ responseParameters }) } };
    const { status, headers } = await bench.run(part, {}, around);
    expect([status, headers['x-out']]).toEqual([200, value]);
  });

  test.each([
    ['text', 'plain', 200],
    ['nothing', '', 200],
    ['broken JSON', '{"a"', 500],
  ])('a path over %s', async (_rule, text, status) => {
    bench.answer((_, response) => response.end(text));
    const responseParameters = { 'method.response.header.X-Out': 'integration.response.body.a' };
    const part = { integrationResponses: { 200: integrationResponse({ responseParameters }) } };
    expect((await bench.run(part)).status).toBe(status);
  });
});
