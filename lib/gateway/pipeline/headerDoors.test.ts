import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { integrationResponse } from '../testing/documents';
import { type Around, type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';
import { rawExchange } from '../transport/testing/rawClient';
import { scriptedBackend } from '../transport/testing/scriptedBackend';

/*
 * reliability.md 4.3, B6: every door by which a text comes into a header of the caller's answer, or by which the caller
 * writes headers that the gateway writes as well. Mapped headers to and from backends: integrations/headerAttacks.test.ts.
 */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
beforeEach(() => bench.answer((_, response) => response.end('{}')));
afterAll(() => bench.close());

const EVIL = 'a\r\nX-Evil: 1\r\n\r\nbody';
const internal = '{"message": "Internal server error"}';

const responding = (part: Parameters<typeof integrationResponse>[0]): Partial<IntegrationDocument> => ({
  type: 'MOCK',
  integrationResponses: { 200: integrationResponse(part) },
});
const rendering = (template: string) => responding({ responseTemplates: { 'application/json': template } });
const mapping = (source: string) =>
  responding({ responseParameters: { 'method.response.header.X-Out': source } });
const evilVariable: Around = { stage: { variables: { evil: EVIL } } };

function namesOf(rawHeaders: readonly (readonly [string, string])[]): string[] {
  return rawHeaders.map(([name]) => name.toLowerCase());
}

test.each<[door: string, part: Partial<IntegrationDocument>, around?: Around]>([
  ['a stage variable', mapping('stageVariables.evil'), evilVariable],
  ['a literal', mapping(`'${EVIL}'`)],
  ['a literal with a bare CR', mapping("'a\rX-Evil: 1'")],
  ['a literal with a bare LF', mapping("'a\nX-Evil: 1'")],
  ['a literal with NUL', mapping("'a\0'")],
  ['a literal with DEL', mapping("'a\x7f'")],
  [
    'an override out of a stage variable',
    rendering('#set($context.responseOverride.header.X-Out = $stageVariables.evil)'),
    evilVariable,
  ],
  [
    'an override out of the query',
    rendering("#set($context.responseOverride.header.X-Out = $input.params('q'))"),
  ],
  [
    'one of a list of overrides',
    rendering("#set($context.responseOverride.header.X-Out = ['fine', $input.params('q')])"),
  ],
  ['an override’s name', rendering("#set($context.responseOverride.header[$input.params('q')] = 'a')")],
  ['an override’s name with a colon', rendering("#set($context.responseOverride.header['X-Evil: 1'] = 'a')")],
  ['an override’s empty name', rendering("#set($context.responseOverride.header[''] = 'a')")],
  ['the content type', rendering("#set($context.responseOverride.header.Content-Type = $input.params('q'))")],
  [
    'a header that is remapped',
    rendering("#set($context.responseOverride.header.Server = $input.params('q'))"),
  ],
  ['a cookie', rendering("#set($context.responseOverride.header.Set-Cookie = $input.params('q'))")],
  [
    'an override in the template of the request',
    {
      type: 'MOCK',
      requestTemplates: {
        'application/json':
          '#set($context.responseOverride.header.X-Out = $input.params("q")){"statusCode": 200}',
      },
    },
  ],
])('B6 %s: 500, and no further header', async (_door, part, around) => {
  const path = `/x/v?q=${encodeURIComponent(EVIL.replaceAll('\0', ''))}`;
  const { status, body, rawHeaders } = await bench.run(part, { path }, around);
  expect([status, body]).toEqual([500, internal]);
  expect(namesOf(rawHeaders)).not.toContain('x-evil');
  expect(namesOf(rawHeaders)).toContain('x-amzn-requestid');
});

describe('gateway responses leave out what would break out of a header', () => {
  test.each<[door: string, source: string, q: string]>([
    ['the query, CR LF', 'method.request.querystring.q', '%0d%0aX-Evil:%201'],
    ['the query, CR', 'method.request.querystring.q', '%0dX-Evil:%201'],
    ['the query, LF', 'method.request.querystring.q', '%0aX-Evil:%201'],
    ['the query, vertical tab', 'method.request.querystring.q', 'a%0b'],
    ['the query, escape', 'method.request.querystring.q', '%1b[2J'],
    ['the older form', 'method.input.params.q', '%0d%0aX-Evil:%201'],
    ['a stage variable', 'stageVariables.evil', ''],
    ['a literal', `'${EVIL}'`, ''],
  ])('B6 %s', async (_door, source, q) => {
    const around: Around = {
      ...evilVariable,
      method: { authorizationType: 'AWS_IAM' },
      deployment: {
        gatewayResponses: [
          {
            responseType: 'ACCESS_DENIED',
            responseParameters: { 'gatewayresponse.header.X-Out': source },
            responseTemplates: {},
          },
        ],
      },
    };
    const { status, rawHeaders } = await bench.run({}, { path: `/x/v?q=${q}` }, around);
    expect(status).toBe(403);
    expect(namesOf(rawHeaders)).not.toContain('x-evil');
    expect(namesOf(rawHeaders)).not.toContain('x-out');
  });
});

/** Sends a head as it is written. */
async function ask(target: string, headers: string): Promise<string> {
  bench.backend.requests.length = 0;
  bench.deploy({ type: 'HTTP_PROXY', httpMethod: 'ANY' });
  const head = `GET /prod${target} HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`;
  return (await rawExchange(bench.gateway.port, head)).text;
}
const host = () => `Host: api1.execute-api.localhost:${bench.gateway.port}\r\n`;

test.each<[door: string, target: string, headers: string]>([
  ['CR LF in the path', '/x/a%0d%0aX-Evil:%201', ''],
  ['LF in the path', '/x/a%0aX-Evil:%201', ''],
  ['NUL in the path', '/x/a%00', ''],
  ['NUL in the query', '/x/a?q=%00', ''],
  ['a folded header', '/x/v', 'X-A: b\r\n X-Evil: 1\r\n'],
  ['a bare CR', '/x/v', 'X-A: b\rX-Evil: 1\r\n'],
  ['a bare LF', '/x/v', 'X-A: b\nX-Evil: 1\r\n'],
  ['NUL in a value', '/x/v', 'X-A: b\0\r\n'],
  ['an escape in a value', '/x/v', 'X-A: \x1b[2J\r\n'],
  ['a blank in a name', '/x/v', 'X-A b: c\r\n'],
  ['a blank before the colon', '/x/v', 'X-A : c\r\n'],
  ['a second Host', '/x/v', 'Host: evil\r\n'],
  ['a name that is a framing header by underscore', '/x/v', 'Content_Length: 5\r\n'],
])('B6 %s of a call: 400, and no backend is asked', async (_door, target, headers) => {
  const text = await ask(target, host() + headers);
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(text).not.toMatch(/X-Evil/i);
  expect(bench.backend.requests).toEqual([]);
});

describe('headers that the gateway writes as well', () => {
  const seen = (name: string) =>
    bench.backend.requests[0]?.rawHeaders
      .filter(([sent]) => sent.toLowerCase() === name)
      .map(([, value]) => value);

  test.each([
    'not-a-uuid',
    'c0ffee00-0000-4000-8000-000000000001, second',
    'c0ffee00-0000-4000-8000-000000000001\t',
    '{"a":1}',
  ])('B6 x-amzn-RequestId %j is not echoed', async (id) => {
    const text = await ask('/x/v', `${host()}x-amzn-RequestId: ${id}\r\n`);
    const ids = [...text.matchAll(/^x-amzn-RequestId: (.*)\r$/gim)].map(([, value]) => value);
    expect(ids).toEqual([expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)]);
    if (id !== 'c0ffee00-0000-4000-8000-000000000001\t') expect(ids).not.toContain(id.slice(0, 36));
  });

  test.each([
    'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=x;Sampled=1;Lineage=evil',
    'Root=a b;X=1',
    'Root=;Sampled=yes',
    'Root=1-5759e988-bd862e3fe1be46a994272793,Root=evil',
    `Root=${'a'.repeat(500)}`,
    '=;;=evil',
  ])('B6 X-Amzn-Trace-Id %j adds no field', async (sent) => {
    await ask('/x/v', `${host()}X-Amzn-Trace-Id: ${sent}\r\n`);
    expect(seen('x-amzn-trace-id')).toEqual([
      expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=[01]$/),
    ]);
  });

  test.each([
    'X-Forwarded-Proto: https',
    'X-Forwarded-Port: 443',
    'X-Forwarded-Proto: a\r\nX-Forwarded-Proto: b',
  ])('B6 %j is the gateway’s to say', async (headers) => {
    await ask('/x/v', `${host()}${headers}\r\n`);
    expect(seen('x-forwarded-proto')).toEqual(['http']);
    expect(seen('x-forwarded-port')).toEqual([String(bench.gateway.port)]);
  });

  test('B6 X-Forwarded-For is continued, never replaced', async () => {
    await ask('/x/v', `${host()}X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-For: 2.2.2.2, 3.3.3.3\r\n`);
    expect(seen('x-forwarded-for')).toEqual(['1.1.1.1, 2.2.2.2, 3.3.3.3, 127.0.0.1']);
  });
});

test('B6 a backend’s status text and cookies: the text is ours, two cookies stay two', async () => {
  const head =
    'HTTP/1.1 200 OK\tX-Evil: 1\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2, X-Evil: 1\r\nContent-Length: 2\r\n\r\nok';
  const backend = await scriptedBackend((socket) => socket.end(head));
  bench.deploy({ type: 'HTTP_PROXY', uri: backend.origin });
  const { text } = await rawExchange(
    bench.gateway.port,
    `POST /prod/x/v HTTP/1.1\r\n${host()}Content-Length: 0\r\nConnection: close\r\n\r\n`,
  );
  expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect([...text.matchAll(/^Set-Cookie: (.*)\r$/gm)].map(([, value]) => value)).toEqual([
    'a=1',
    'b=2, X-Evil: 1',
  ]);
  expect(text).not.toMatch(/^X-Evil/m);
});
