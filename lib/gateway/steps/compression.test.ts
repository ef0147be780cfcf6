import { createHash, randomBytes } from 'node:crypto';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateSync,
} from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { DeploymentDocument, IntegrationDocument } from '../snapshot/types';
import { type BackendRequest, createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';

/* Reference section 8, and reliability.md B11 for what a body may grow to. */
let gateway: TestGateway | undefined;
let backend: TestBackend | undefined;
afterEach(() => Promise.all([gateway?.close(), backend?.close()]));

const MEBIBYTE = 1024 * 1024;
const TEXT = 'hello, '.repeat(200).trim();

async function start(
  answer: (request: BackendRequest, response: Parameters<Parameters<typeof createBackend>[0]>[1]) => void,
  part: Partial<DeploymentDocument> = {},
  integrationPart: Partial<IntegrationDocument> = {},
): Promise<TestGateway> {
  backend = await createBackend(answer);
  const proxy = integration({
    type: 'HTTP_PROXY',
    httpMethod: 'ANY',
    uri: `${backend.url}/`,
    ...integrationPart,
  });
  const mock = integration({
    integrationResponses: { 200: integrationResponse({ responseTemplates: { 'application/json': TEXT } }) },
  });
  gateway = await createTestGateway(
    snapshot({
      deployments: [deployment({ '/': [method('ANY', proxy)], '/mock': [method('ANY', mock)] }, part)],
    }),
  );
  return gateway;
}

const say =
  (body: string | Buffer, headers: Record<string, string> = {}) =>
  (_request: BackendRequest, response: Parameters<Parameters<typeof createBackend>[0]>[1]) => {
    response.writeHead(200, { 'Content-Type': 'text/plain', ...headers });
    response.end(body);
  };

describe('the answer', () => {
  test.each<{ rule: string; accept?: string; coding?: string }>([
    { rule: 'no Accept-Encoding' },
    { rule: 'gzip', accept: 'gzip', coding: 'gzip' },
    { rule: 'deflate', accept: 'deflate', coding: 'deflate' },
    { rule: 'as browsers send it', accept: 'gzip, deflate, br, zstd', coding: 'gzip' },
    { rule: 'the first of equals', accept: 'deflate, gzip', coding: 'deflate' },
    { rule: 'the higher weight', accept: 'gzip;q=0.5, deflate;q=0.8', coding: 'deflate' },
    { rule: 'weights with blanks, names in any case', accept: 'GZIP ; q=1.000', coding: 'gzip' },
    { rule: 'identity is preferred', accept: 'identity, gzip;q=0.5' },
    { rule: 'refused by weight', accept: 'gzip;q=0' },
    { rule: 'a weight that is none', accept: 'gzip;q=2' },
    { rule: 'a bare * names no coding', accept: '*' },
    { rule: 'empty', accept: '' },
    { rule: 'only codings that the gateway has not', accept: 'br' },
    { rule: 'one that the gateway has behind one that it has not', accept: 'br, gzip;q=0.1', coding: 'gzip' },
  ])('Accept-Encoding, $rule: $coding', async ({ accept, coding }) => {
    const { call } = await start(say(TEXT), { minimumCompressionSize: 0 });
    const answer = await call('/', {
      ...(accept !== undefined && { headers: { 'Accept-Encoding': accept } }),
    });
    expect(answer.headers['content-encoding']).toBe(coding);
    expect(plain(answer.bytes, coding)).toBe(TEXT);
  });

  test.each<{ rule: string; size: number | undefined; body: number; compressed: boolean }>([
    { rule: 'off', size: undefined, body: 1_000, compressed: false },
    { rule: 'below the least size', size: 1_001, body: 1_000, compressed: false },
    { rule: 'of the least size', size: 1_000, body: 1_000, compressed: true },
    { rule: 'every size', size: 0, body: 1, compressed: true },
  ])('size, $rule', async ({ size, body, compressed }) => {
    const { call } = await start(say('x'.repeat(body)), {
      ...(size !== undefined && { minimumCompressionSize: size }),
    });
    const answer = await call('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(answer.headers['content-encoding']).toBe(compressed ? 'gzip' : undefined);
  });

  test('a mapped answer is measured after its mapping', async () => {
    const { call } = await start(say(''), { minimumCompressionSize: 1_000 });
    const answer = await call('/mock', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gunzipSync(answer.bytes).toString()).toBe(TEXT);
    expect(answer.headers.vary).toBe('Accept-Encoding');
  });

  test('a long streamed answer comes whole, and its length and strong ETag are gone', async () => {
    const long = createHash('sha256').update('x').digest('hex').repeat(50_000);
    const headers = { 'Content-Length': String(long.length), ETag: '"a"' };
    const { call } = await start(say(long, headers), { minimumCompressionSize: 0 });
    const answer = await call('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(gunzipSync(answer.bytes).toString()).toBe(long);
    expect([answer.headers['content-length'], answer.headers.etag]).toEqual([undefined, 'W/"a"']);
  });

  test.each<{ rule: string; verb: string; status: number }>([
    { rule: 'HEAD', verb: 'HEAD', status: 200 },
    { rule: '304', verb: 'GET', status: 304 },
    { rule: '206', verb: 'GET', status: 206 },
  ])('$rule has no body of its own to compress', async ({ verb, status }) => {
    const { call } = await start(
      (_request, response) => {
        response.writeHead(status);
        response.end(status === 206 ? TEXT : undefined);
      },
      { minimumCompressionSize: 0 },
    );
    const answer = await call('/', { method: verb, headers: { 'Accept-Encoding': 'gzip' } });
    expect([answer.status, answer.headers['content-encoding']]).toEqual([status, undefined]);
  });

  test.each([
    'br',
    'gzip',
    'identity',
  ])('one that its backend encoded as %s goes on as it is', async (coding) => {
    const { call } = await start(say(TEXT, { 'Content-Encoding': coding }), { minimumCompressionSize: 0 });
    const answer = await call('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect([answer.headers['content-encoding'], answer.body]).toEqual([coding, TEXT]);
  });

  test('one that streams is never compressed', async () => {
    const { call } = await start(
      say(TEXT),
      { minimumCompressionSize: 0 },
      { responseTransferMode: 'STREAM' },
    );
    const answer = await call('/', { headers: { 'Accept-Encoding': 'gzip' } });
    expect([answer.headers['content-encoding'], answer.body]).toEqual([undefined, TEXT]);
  });
});

function plain(bytes: Buffer, coding: string | undefined): string {
  if (coding === 'gzip') return gunzipSync(bytes).toString();
  return (coding === 'deflate' ? inflateSync(bytes) : bytes).toString();
}

describe('the request', () => {
  const http = {
    type: 'HTTP' as const,
    httpMethod: 'POST',
    integrationResponses: { 200: integrationResponse() },
  };
  const echo = (request: BackendRequest, response: Parameters<Parameters<typeof createBackend>[0]>[1]) =>
    response.end(`${request.headers['content-encoding']}|${request.body}`);

  test.each<{ rule: string; coding: string; body: Buffer }>([
    { rule: 'gzip', coding: 'gzip', body: gzipSync(TEXT) },
    { rule: 'deflate', coding: 'deflate', body: deflateSync(TEXT) },
    { rule: 'deflate without its head', coding: 'deflate', body: deflateRawSync(TEXT) },
    { rule: 'in any case', coding: 'GZip', body: gzipSync(TEXT) },
    {
      rule: 'two members one after the other',
      coding: 'gzip',
      body: Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))]),
    },
  ])('$rule is undone before its backend sees it, although compression is off', async ({ coding, body }) => {
    const { call } = await start(echo);
    const answer = await call('/', { method: 'POST', body, headers: { 'Content-Encoding': coding } });
    expect([answer.status, answer.body]).toEqual([200, `undefined|${TEXT}`]);
  });

  test.each<{ rule: string; coding: string; body: Buffer; path?: string }>([
    { rule: 'a coding that the gateway has not', coding: 'br', body: brotliCompressSync(TEXT) },
    { rule: 'two codings', coding: 'gzip, deflate', body: gzipSync(deflateSync(TEXT)) },
    { rule: 'what is not gzip', coding: 'gzip', body: Buffer.from(TEXT) },
    { rule: 'what is not deflate', coding: 'deflate', body: Buffer.from('zzzz') },
    { rule: 'cut off', coding: 'gzip', body: gzipSync(TEXT).subarray(0, 20) },
    { rule: 'a body that nobody asks for', coding: 'gzip', body: Buffer.from(TEXT), path: '/mock' },
  ])('$rule: 415', async ({ coding, body, path = '/' }) => {
    const { call } = await start(echo);
    const answer = await call(path, { method: 'POST', body, headers: { 'Content-Encoding': coding } });
    expect([answer.status, answer.body]).toEqual([415, '{"message":"Unsupported Media Type"}']);
    expect(backend?.requests).toEqual([]);
  });

  test('a template reads it plain', async () => {
    const { call } = await start(echo, {}, { type: 'HTTP', requestTemplates: { $default: '<$input.body>' } });
    await call('/', { method: 'POST', body: gzipSync(TEXT), headers: { 'Content-Encoding': 'gzip' } });
    expect(backend?.requests[0]?.body).toBe(`<${TEXT}>`);
  });

  test('identity and an empty body are as they are', async () => {
    const { call } = await start(echo);
    const identity = { method: 'POST', body: 'a', headers: { 'Content-Encoding': 'identity' } };
    expect((await call('/', identity)).status).toBe(200);
    expect(
      (await call('/', { method: 'POST', body: '', headers: { 'Content-Encoding': 'gzip' } })).status,
    ).toBe(200);
  });

  test('of an empty body the coding can be seen by templates', async () => {
    const requestTemplates = { 'application/json': "[$input.params('Content-Encoding')]" };
    const { call } = await start(echo, {}, { ...http, requestTemplates });
    await call('/', { headers: { 'Content-Encoding': 'gzip' } });
    expect(backend?.requests[0]?.body).toBe('[gzip]');
  });

  test.each([
    { rule: '10 MiB pass', body: () => gzipSync(mixed(10 * MEBIBYTE)), status: 200 },
    { rule: 'one byte more is too large', body: () => gzipSync(mixed(10 * MEBIBYTE + 1)), status: 413 },
    { rule: '1 MiB of nothing passes', body: () => gzipSync(Buffer.alloc(MEBIBYTE)), status: 200 },
    {
      rule: 'B11: 5 MiB of nothing grow a thousandfold',
      body: () => gzipSync(Buffer.alloc(5 * MEBIBYTE)),
      status: 413,
    },
    { rule: 'B11: a bomb of 1 GB', body: () => bomb(1024 * MEBIBYTE), status: 413 },
  ])('$rule', async ({ body, status }) => {
    const { call } = await start((request, response) => response.end(String(request.bytes.length)));
    const bytes = body();
    const before = process.memoryUsage().rss;
    const answer = await call('/', { method: 'POST', body: bytes, headers: { 'Content-Encoding': 'gzip' } });
    expect(answer.status).toBe(status);
    // Half of what the bomb unpacks to: other files' garbage of this process is in the figure.
    expect(process.memoryUsage().rss - before).toBeLessThan(500 * MEBIBYTE);
  });
});

/** Shrinks to about a fortieth. */
function mixed(size: number): Buffer {
  return Buffer.concat([randomBytes(MEBIBYTE / 4), Buffer.alloc(size - MEBIBYTE / 4)]);
}

/** Gzip of zeros, by members of 16 MiB. */
function bomb(size: number): Buffer {
  const portion = 16 * MEBIBYTE;
  return Buffer.concat(Array.from({ length: size / portion }, () => gzipSync(Buffer.alloc(portion))));
}
