import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { IntegrationDocument } from '../snapshot/types';
import { integrationResponse } from '../testing/documents';
import { type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';
import { rawExchange } from '../transport/testing/rawClient';

/* Reference section 12, row by row, for every kind of integration and every door that a header can come through. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
beforeEach(() => bench.answer((_, response) => response.end('{}')));
afterAll(() => bench.close());

const internal = '{"message": "Internal server error"}';
type Part = Partial<IntegrationDocument>;

/** What of a header of the caller comes out behind a door: '' for nothing. */
const doors: Record<
  string,
  { part(name: string): Part; seen(name: string, body: string): string | undefined }
> = {
  'HTTP_PROXY, passed': {
    part: () => ({ type: 'HTTP_PROXY' }),
    seen: (name) => bench.backend.requests[0]?.headers[name.toLowerCase()],
  },
  'HTTP_PROXY, mapped': {
    part: (name) => ({ type: 'HTTP_PROXY', requestParameters: mappedFrom(name) }),
    seen: () => bench.backend.requests[0]?.headers['x-seen'],
  },
  'HTTP, mapped': {
    part: (name) => ({ type: 'HTTP', requestParameters: mappedFrom(name) }),
    seen: () => bench.backend.requests[0]?.headers['x-seen'],
  },
  'MOCK, by name in a template': {
    part: (name) => printing(`$input.params('${name}')`),
    seen: (_name, body) => body,
  },
  'MOCK, among all in a template': {
    part: (name) => printing(`$!input.params().header.get('${name}')`),
    seen: (_name, body) => body,
  },
};

const mappedFrom = (name: string) => ({
  'integration.request.header.X-Seen': `method.request.header.${name}`,
});
const printing = (template: string): Part => ({
  type: 'MOCK',
  integrationResponses: { 200: integrationResponse({ responseTemplates: { 'application/json': template } }) },
});

async function askRaw(headers: string, body: string): Promise<string> {
  bench.backend.requests.length = 0;
  const host = `Host: api1.execute-api.localhost:${bench.gateway.port}\r\n`;
  const { text } = await rawExchange(
    bench.gateway.port,
    `POST /prod/x/v HTTP/1.1\r\n${host}${headers}\r\n${body}`,
  );
  expect(text).toMatch(/HTTP\/1\.1 200 /);
  return text.slice(text.lastIndexOf('\r\n\r\n') + 4);
}

const arriving: [header: string, value: string][] = [
  ['Connection', 'close'],
  ['Content-Length', '2'],
  ['Content-MD5', 'Q2hlY2s='],
  ['Expect', '100-continue'],
  ['Max-Forwards', '3'],
  ['Proxy-Authenticate', 'Basic'],
  ['Server', 'caller'],
  ['TE', 'trailers'],
  ['Transfer-Encoding', 'chunked'],
  ['Trailer', 'X-T'],
  ['Upgrade', 'h2c'],
  ['WWW-Authenticate', 'Basic'],
];
/** This hop's own, whatever the caller's were. */
const ours = new Set(['Connection', 'Content-Length']);

describe.each(Object.entries(doors))('dropped on arrival: %s', (door, { part, seen }) => {
  test.each(arriving)('%s: %s', async (name, value) => {
    bench.deploy(part(name));
    const chunked = name === 'Transfer-Encoding';
    const framing = chunked || name === 'Content-Length' ? '' : 'Content-Length: 2\r\n';
    const closing = name === 'Connection' ? '' : 'Connection: close\r\n';
    const body = await askRaw(
      `${name}: ${value}\r\n${framing}${closing}`,
      chunked ? '2\r\n{}\r\n0\r\n\r\n' : '{}',
    );
    if (door === 'HTTP_PROXY, passed' && ours.has(name)) {
      expect(seen(name, body)).not.toBe('close');
      return;
    }
    expect(seen(name, body) ?? '').toBe('');
  });

  test('Authorization in any spelling that is SigV4, and no other', async () => {
    bench.deploy(part('Authorization'));
    const rest = 'Content-Length: 2\r\nConnection: close\r\n';
    const signed = await askRaw(`Authorization: AWS4-HMAC-SHA256 Credential=a\r\n${rest}`, '{}');
    expect(seen('Authorization', signed) ?? '').toBe('');
    const bearer = await askRaw(`Authorization: Bearer t\r\n${rest}`, '{}');
    expect(seen('Authorization', bearer)).toBe('Bearer t');
  });
});

describe('HTTP_PROXY passes on but', () => {
  const gz = gzipSync('{}');
  test.each<[rule: string, name: string, value: string, body: Buffer, seen: string | undefined]>([
    ['Via', 'Via', '1.1 x', Buffer.from('{}'), undefined],
    ['Content-Encoding, whose coding is undone', 'Content-Encoding', 'gzip', gz, undefined],
    ['Content-Encoding identity', 'Content-Encoding', 'identity', Buffer.from('{}'), undefined],
  ])('%s', async (_rule, name, value, body, seen) => {
    const answer = await bench.run({ type: 'HTTP_PROXY' }, { headers: { [name]: value }, body });
    expect([answer.status, answer.seen?.headers[name.toLowerCase()], answer.seen?.body]).toEqual([
      200,
      seen,
      '{}',
    ]);
  });

  test('Host: the backend reads its own', async () => {
    const { seen } = await bench.run({ type: 'HTTP_PROXY' });
    expect(seen?.rawHeaders.filter(([name]) => name.toLowerCase() === 'host')).toEqual([
      [expect.anything(), `127.0.0.1:${bench.backend.port}`],
    ]);
  });

  test.each(['HTTP', 'HTTP_PROXY'] as const)('%s: a mapped Host counts, once', async (type) => {
    const requestParameters = { 'integration.request.header.Host': "'tenant.example'" };
    const { seen } = await bench.run({ type, requestParameters });
    expect(seen?.rawHeaders.filter(([name]) => name.toLowerCase() === 'host')).toEqual([
      [expect.anything(), 'tenant.example'],
    ]);
  });
});

/** The doors by which an API's owner sets a header of the integration request. */
const setters: [door: string, part: (name: string) => Part][] = [
  ['HTTP, mapped', (name) => ({ type: 'HTTP', requestParameters: literal(name) })],
  ['HTTP_PROXY, mapped', (name) => ({ type: 'HTTP_PROXY', requestParameters: literal(name) })],
  [
    'HTTP, overridden in a template',
    (name) => ({
      type: 'HTTP',
      requestTemplates: { 'application/json': `#set($context.requestOverride.header["${name}"] = "v"){}` },
    }),
  ],
];
const literal = (name: string) => ({ [`integration.request.header.${name}`]: "'v'" });

describe.each(setters)('the integration request: %s', (_door, part) => {
  test.each([
    'Content-Length',
    'Transfer-Encoding',
    'X-Amzn-Trace-Id',
    'X-Amzn-Apigateway-Api-Id',
    'content-length',
    'TRANSFER-ENCODING',
    'x-amzn-trace-id',
    'x-amzn-apigateway-api-id',
  ])('%s is illegal: 500, and the backend is not asked', async (name) => {
    const { status, body, seen } = await bench.run(part(name), { body: '{}' });
    expect([status, body, seen]).toEqual([500, internal, undefined]);
  });

  test.each(['Expect', 'Proxy-Authenticate', 'TE', 'Via'])('%s is dropped without a word', async (name) => {
    const { status, seen } = await bench.run(part(name), { body: '{}' });
    expect([status, seen?.headers[name.toLowerCase()]]).toEqual([200, undefined]);
  });

  test.each([
    'Authorization',
    'Referer',
    'User-Agent',
    'Accept',
    'X-Forwarded-For',
    'Cookie',
  ])('%s is set, in place of any other', async (name) => {
    const { status, seen } = await bench.run(part(name), {
      body: '{}',
      headers: name === 'X-Forwarded-For' ? {} : { [name]: 'caller' },
    });
    const values = seen?.rawHeaders.filter(([sent]) => sent.toLowerCase() === name.toLowerCase());
    expect([status, values?.map(([, value]) => value)]).toEqual([200, ['v']]);
  });
});

describe.each(['HTTP', 'HTTP_PROXY'] as const)('added for the backend: %s', (type) => {
  test('trace id, API id and, where there is none, Accept and User-Agent', async () => {
    const { seen } = await bench.run({ type });
    expect(seen?.headers).toMatchObject({
      accept: 'application/json',
      'user-agent': 'AmazonAPIGateway_api1',
      'x-amzn-apigateway-api-id': 'api1',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24};/),
    });
  });

  test('a caller who sends an API id and a trace id does not add to the gateway’s own', async () => {
    const headers = { 'X-Amzn-Apigateway-Api-Id': 'forged', 'X-Amzn-Trace-Id': 'Self=forged' };
    const { seen } = await bench.run({ type }, { headers });
    const values = (name: string) => seen?.rawHeaders.filter(([sent]) => sent.toLowerCase() === name);
    expect(values('x-amzn-apigateway-api-id')?.map(([, value]) => value)).toEqual(['api1']);
    expect(values('x-amzn-trace-id')).toHaveLength(1);
    expect(seen?.headers['x-amzn-trace-id']).not.toContain('forged');
  });
});

const always = ['Connection', 'Content-Length', 'Date', 'Server', 'x-amzn-RequestId'];
const whenMapped = [
  'Authorization',
  'Content-MD5',
  'Expect',
  'Host',
  'Max-Forwards',
  'Proxy-Authenticate',
  'Trailer',
  'Upgrade',
  'User-Agent',
  'WWW-Authenticate',
];

/** The doors by which a header of the caller's answer is set. */
const repliers: [door: string, remapped: string[], asItIs: string[], part: (name: string) => Part][] = [
  ['HTTP, mapped', [...always, ...whenMapped], [], (name) => responding('HTTP', mappedTo(name))],
  ['HTTP, overridden', [...always, ...whenMapped], [], (name) => responding('HTTP', overriding(name))],
  [
    'MOCK, mapped',
    always,
    ['Authorization', 'WWW-Authenticate', 'Host'],
    (name) => responding('MOCK', mappedTo(name)),
  ],
  [
    'MOCK, overridden',
    always,
    ['Authorization', 'WWW-Authenticate', 'Host'],
    (name) => responding('MOCK', overriding(name)),
  ],
];

function responding(type: 'HTTP' | 'MOCK', part: Parameters<typeof integrationResponse>[0]): Part {
  return { type, integrationResponses: { 200: integrationResponse(part) } };
}
const mappedTo = (name: string) => ({ responseParameters: { [`method.response.header.${name}`]: "'7'" } });
const overriding = (name: string) => ({
  responseTemplates: { 'application/json': `#set($context.responseOverride.header["${name}"] = "7")body` },
});

describe.each(repliers)('the caller’s answer: %s', (_door, remapped, asItIs, part) => {
  test.each(remapped)('%s is remapped', async (name) => {
    const { status, headers, rawHeaders } = await bench.run(part(name));
    expect([status, headers[`x-amzn-remapped-${name.toLowerCase()}`]]).toEqual([200, '7']);
    expect(
      rawHeaders.filter(([sent, value]) => sent.toLowerCase() === name.toLowerCase() && value === '7'),
    ).toEqual([]);
    expect(rawHeaders.map(([sent]) => sent)).toContain(`x-amzn-Remapped-${name}`);
  });

  test.each(asItIs)('%s goes out as it is', async (name) => {
    const { headers } = await bench.run(part(name));
    expect(headers[name.toLowerCase()]).toBe('7');
  });

  test('Transfer-Encoding is dropped, and the answer is whole', async () => {
    const { status, headers } = await bench.run(part('Transfer-Encoding'));
    expect([status, headers['transfer-encoding']]).toEqual([200, undefined]);
  });

  test('TE goes out as it is', async () => {
    expect((await bench.run(part('TE'))).headers.te).toBe('7');
  });

  test.each(['x-amz-apigw-id', 'X-Amz-Apigw-Id'])('%s stays the gateway’s own', async (name) => {
    const { rawHeaders } = await bench.run(part(name));
    const ids = rawHeaders
      .filter(([sent]) => sent.toLowerCase() === 'x-amz-apigw-id')
      .map(([, value]) => value);
    expect(ids).toEqual([expect.stringMatching(/^[A-Za-z0-9+/]{15}=$/)]);
  });
});

describe('the caller’s answer: HTTP_PROXY', () => {
  const answering = (headers: [string, string][]) => (_: unknown, response: ServerResponse) => {
    response.writeHead(200, headers.flat());
    response.end('{}');
  };

  test.each([
    ['Content-Length', '2'],
    ['Date', 'then'],
    ['Server', 'theirs'],
    ['x-amzn-RequestId', 'theirs'],
    ['Connection', 'close'],
  ])('%s is remapped', async (name, value) => {
    bench.answer(answering([[name, value]]));
    const { headers } = await bench.run({ type: 'HTTP_PROXY' });
    expect(headers[`x-amzn-remapped-${name.toLowerCase()}`]).toBe(value);
  });

  test.each(
    whenMapped.filter((name) => name !== 'Trailer' && name !== 'Upgrade'),
  )('%s passes as it is', async (name) => {
    bench.answer(answering([[name, 'theirs']]));
    const { headers } = await bench.run({ type: 'HTTP_PROXY' });
    expect(headers[name.toLowerCase()]).toBe('theirs');
  });

  test.each([
    ['Via', '1.1 x'],
    ['Transfer-Encoding', 'chunked'],
    ['Keep-Alive', 'timeout=5'],
    ['TE', 'trailers'],
    ['x-amz-apigw-id', 'theirs'],
  ])('%s: %s is dropped', async (name, value) => {
    bench.answer(answering([[name, value]]));
    const { status, body, rawHeaders } = await bench.run({ type: 'HTTP_PROXY' });
    expect([status, body]).toEqual([200, '{}']);
    // Between the gateway and its caller the same names may stand for this hop.
    if (name !== 'Keep-Alive' && name !== 'Transfer-Encoding')
      expect(rawHeaders.filter(([sent, got]) => sent.toLowerCase() === name && got === value)).toEqual([]);
  });
});

describe('standard headers', () => {
  const traced = /^Root=1-[0-9a-f]{8}-[0-9a-f]{24};/;
  test.each<
    [rule: string, part: Part, path: string, status: number, trace: boolean, errorType: string | undefined]
  >([
    ['HTTP', { type: 'HTTP' }, '/x/v', 200, true, undefined],
    ['HTTP_PROXY', { type: 'HTTP_PROXY' }, '/x/v', 200, false, undefined],
    ['MOCK', { type: 'MOCK' }, '/x/v', 200, false, undefined],
    ['a gateway response before the method', {}, '/none', 403, false, 'MissingAuthenticationTokenException'],
    [
      'a gateway response of HTTP',
      { type: 'HTTP', integrationResponses: {} },
      '/x/v',
      500,
      false,
      'InternalServerErrorException',
    ],
  ])('%s', async (_rule, part, path, status, trace, errorType) => {
    const answer = await bench.run(part, { path });
    expect(answer.status).toBe(status);
    const only = (name: string) => answer.rawHeaders.filter(([sent]) => sent.toLowerCase() === name);
    expect(only('x-amzn-requestid')).toEqual([
      ['x-amzn-RequestId', expect.stringMatching(/^[0-9a-f-]{36}$/)],
    ]);
    expect(only('x-amz-apigw-id')).toEqual([['x-amz-apigw-id', expect.stringMatching(/=$/)]]);
    expect(only('content-type')).toEqual([['Content-Type', 'application/json']]);
    if (trace) expect(answer.headers['x-amzn-trace-id']).toMatch(traced);
    else expect(answer.headers['x-amzn-trace-id']).toBeUndefined();
    expect(answer.headers['x-amzn-errortype']).toBe(errorType);
  });
});
