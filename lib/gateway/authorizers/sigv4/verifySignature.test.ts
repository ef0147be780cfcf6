import { Sha256 } from '@aws-crypto/sha256-js';
import { HttpRequest } from '@smithy/protocol-http';
import { SignatureV4 } from '@smithy/signature-v4';
import { describe, expect, test } from 'vitest';
import { GatewayError } from '../../GatewayError';
import { Departure } from '../../transport/Departure';
import type { Request } from '../../transport/Request';
import { verifySignature } from './verifySignature';

/* B20: what AWS's own signer signs is taken, and nothing that was changed after it. */
const KEY = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};
const NOW = Date.parse('2026-11-21T12:00:00Z');

interface Sent {
  method?: string;
  path?: string;
  /** decoded, as the signer takes it */
  query?: Record<string, string | string[]>;
  headers?: Record<string, string>;
  body?: string;
}

/** As the signer made it, on the wire: path as given, query encoded. */
interface Wire {
  method: string;
  path: string;
  query: string;
  headers: [string, string][];
  body: string;
}

const signer = (service = 'execute-api', secretAccessKey = KEY.secretAccessKey, sessionToken?: string) =>
  new SignatureV4({
    service,
    region: 'eu-central-1',
    credentials: { ...KEY, secretAccessKey, ...(sessionToken && { sessionToken }) },
    sha256: Sha256,
  });

function httpRequest({
  method = 'GET',
  path = '/prod/pets',
  query = {},
  headers = {},
  body,
}: Sent): HttpRequest {
  const host = 'api1.execute-api.localhost:8080';
  return new HttpRequest({ method, hostname: host, path, query, headers: { host, ...headers }, body });
}

function wire({ method, path, query, headers, body }: HttpRequest): Wire {
  const pairs = Object.entries(query ?? {}).flatMap(([name, value]) =>
    [value ?? ''].flat().map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`),
  );
  return { method, path, query: pairs.join('&'), headers: Object.entries(headers), body: String(body ?? '') };
}

async function signed(sent: Sent = {}, sign = signer(), date = NOW): Promise<Wire> {
  return wire((await sign.sign(httpRequest(sent), { signingDate: new Date(date) })) as HttpRequest);
}

async function presigned(sent: Sent = {}, expiresIn = 300): Promise<Wire> {
  const options = { signingDate: new Date(NOW), expiresIn };
  return wire((await signer().presign(httpRequest(sent), options)) as HttpRequest);
}

function request({ method, path, query, headers, body }: Wire): Request {
  const header = (name: string) => headers.findLast(([key]) => key.toLowerCase() === name)?.[1];
  return {
    method,
    path,
    query,
    headers,
    header,
    host: header('host') ?? '',
    protocol: 'HTTP/1.1',
    sourceIp: '127.0.0.1',
    startedAt: 0,
    clientGone: new Departure(),
    bodyBytes: body.length,
    readBody: async () => Buffer.from(body),
  };
}

/** The key's id, or the refusal's type and error type. */
async function verdict(sent: Wire, now = NOW): Promise<string> {
  const find = (id: string, sessionToken?: string) =>
    id === KEY.accessKeyId && sessionToken === undefined ? KEY : undefined;
  return verifySignature(request(sent), { service: 'execute-api', now, find }).then(
    ({ accessKeyId }) => accessKeyId,
    (error: unknown) => {
      if (!(error instanceof GatewayError)) throw error;
      return `${error.responseType} ${error.errorType ?? ''}`.trim();
    },
  );
}

const sendings: [rule: string, sent: Sent][] = [
  ['plain', {}],
  ['root', { path: '/' }],
  ['a trailing slash', { path: '/prod/pets/' }],
  ['an encoded slash', { path: '/prod/pets%2Fa' }],
  ['an encoded blank', { path: '/prod/a%20b' }],
  ['letters beyond ASCII', { path: '/prod/%C3%A4' }],
  ['letters that encodeURIComponent leaves', { path: "/prod/a!b'c(d)e*f" }],
  ['a colon and an at', { path: '/prod/a:b@c' }],
  ['a query', { query: { a: '1', b: '2' } }],
  ['a query out of order', { query: { b: '2', a: '1', A: '0' } }],
  ['one name twice', { query: { a: ['2', '1'] } }],
  ['a query without value', { query: { a: '' } }],
  ['a query of special letters', { query: { 'a b': "x=y&z/ü+*'()" } }],
  ['a header with blanks', { headers: { 'x-a': '  one   two  ' } }],
  ['a body', { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } }],
  ['an empty POST', { method: 'POST', body: '' }],
  ['DELETE', { method: 'DELETE' }],
];

test.each(sendings)('AWS’s signer, header: %s', async (_rule, sent) => {
  expect(await verdict(await signed(sent))).toBe(KEY.accessKeyId);
});

test.each(sendings.filter(([, { body }]) => !body))('AWS’s signer, query: %s', async (_rule, sent) => {
  expect(await verdict(await presigned(sent))).toBe(KEY.accessKeyId);
});

test.each([
  'UNSIGNED-PAYLOAD',
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
])('%s leaves the body alone', async (word) => {
  const sent = await signed({ method: 'POST', body: 'a', headers: { 'x-amz-content-sha256': word } });
  expect(await verdict({ ...sent, body: 'b' })).toBe(KEY.accessKeyId);
});

describe('changed after it was signed', () => {
  const post: Sent = {
    method: 'POST',
    body: 'a',
    query: { a: '1' },
    headers: { 'x-amz-meta': 'm', 'x-other': 'o' },
  };
  const change = (part: (sent: Wire) => Partial<Wire>) => (sent: Wire) => ({ ...sent, ...part(sent) });
  const header = (name: string, value: string) =>
    change(({ headers }) => ({ headers: [...headers.filter(([key]) => key !== name), [name, value]] }));
  const authorization = (from: RegExp, to: string) =>
    change(({ headers }) => ({
      headers: headers.map(([name, value]) => [
        name,
        name === 'authorization' ? value.replace(from, to) : value,
      ]),
    }));

  const upperSignature = change(({ headers }) => ({
    headers: headers.map(([name, value]) => [
      name,
      name === 'authorization'
        ? value.replace(/Signature=(.*)$/, (_all, hex: string) => `Signature=${hex.toUpperCase()}`)
        : value,
    ]),
  }));
  const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

  test.each<[rule: string, changed: (sent: Wire) => Wire, verdict: string]>([
    ['nothing', (sent) => sent, KEY.accessKeyId],
    ['a header that is not signed and not AWS’s', header('x-new', '1'), KEY.accessKeyId],
    ['the verb', change(() => ({ method: 'PUT' })), 'INVALID_SIGNATURE'],
    ['the path', change(() => ({ path: '/prod/pet' })), 'INVALID_SIGNATURE'],
    ['the path’s case', change(() => ({ path: '/prod/Pets' })), 'INVALID_SIGNATURE'],
    ['the query', change(() => ({ query: 'a=2' })), 'INVALID_SIGNATURE'],
    ['a further query', change(({ query }) => ({ query: `${query}&b=1` })), 'INVALID_SIGNATURE'],
    ['a query twice', change(({ query }) => ({ query: `${query}&a=1` })), 'INVALID_SIGNATURE'],
    ['the body', change(() => ({ body: 'b' })), 'INVALID_SIGNATURE'],
    ['a signed header', header('x-other', 'p'), 'INVALID_SIGNATURE'],
    ['the host', header('host', 'evil'), 'INVALID_SIGNATURE'],
    ['a header of AWS’s own that is not signed', header('x-amz-new', '1'), 'INVALID_SIGNATURE'],
    [
      'a header of AWS’s own again',
      change(({ headers }) => ({ headers: [...headers, ['x-amz-meta', 'n']] })),
      'INVALID_SIGNATURE',
    ],
    ['a hash that is another body’s', header('x-amz-content-sha256', 'a'.repeat(64)), 'INVALID_SIGNATURE'],
    ['the signature', authorization(/Signature=../, 'Signature=zz'), 'INVALID_SIGNATURE'],
    ['the signature cut', authorization(/(Signature=.{10}).*/, '$1'), 'INVALID_SIGNATURE'],
    ['no signature', authorization(/(Signature=).*/, '$1'), 'INVALID_SIGNATURE'],
    [
      'a signature of zeros',
      authorization(/Signature=.*/, `Signature=${'0'.repeat(64)}`),
      'INVALID_SIGNATURE',
    ],
    ['a signature in capitals', upperSignature, 'INVALID_SIGNATURE'],
    [
      'a parameter twice',
      authorization(/$/, ', Signature=0'),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    [
      'another algorithm',
      authorization(/^AWS4-HMAC-SHA256/, 'AWS4-HMAC-SHA1'),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    [
      'a path encoded once more',
      change(({ path }) => ({ path: path.replace('s', '%2573') })),
      'INVALID_SIGNATURE',
    ],
    ['the hash of nothing for a body', header('x-amz-content-sha256', EMPTY), 'INVALID_SIGNATURE'],
    ['a word that is no hash', header('x-amz-content-sha256', 'NONE'), 'INVALID_SIGNATURE'],
    [
      'the end of the scope',
      authorization(/aws4_request/, 'aws3_request'),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    ['the region', authorization(/eu-central-1/, 'us-east-1'), 'INVALID_SIGNATURE'],
    ['the service', authorization(/execute-api/, 's3'), 'INVALID_SIGNATURE'],
    ['the day', authorization(/20261121/, '20261122'), 'INVALID_SIGNATURE'],
    [
      'signed headers out of order',
      authorization(/SignedHeaders=host;/, 'SignedHeaders=z;host;'),
      'INVALID_SIGNATURE',
    ],
    [
      'host not signed',
      authorization(/SignedHeaders=host;/, 'SignedHeaders='),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    [
      'an unknown key',
      authorization(/AKIAIOSFODNN7EXAMPLE/, 'AKIAIOSFODNN7EXAMPLF'),
      'INVALID_SIGNATURE UnrecognizedClientException',
    ],
    [
      'no scope',
      authorization(/\/20261121.*?aws4_request/, ''),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    [
      'no Credential',
      authorization(/Credential=[^,]*,/, ''),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    [
      'a bearer token',
      header('authorization', 'Bearer abc'),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    ['an empty header', header('authorization', ''), 'INVALID_SIGNATURE IncompleteSignatureException'],
    [
      'no header',
      change(({ headers }) => ({ headers: headers.filter(([name]) => name !== 'authorization') })),
      'MISSING_AUTHENTICATION_TOKEN',
    ],
    [
      'two ways at once',
      change(({ query }) => ({ query: `${query}&X-Amz-Signature=1` })),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
    ['a date that is none', header('x-amz-date', 'today'), 'INVALID_SIGNATURE'],
    [
      'no date',
      change(({ headers }) => ({ headers: headers.filter(([name]) => name !== 'x-amz-date') })),
      'INVALID_SIGNATURE IncompleteSignatureException',
    ],
  ])('%s', async (_rule, changed, expected) => {
    expect(await verdict(changed(await signed(post)))).toBe(expected);
  });

  test('another secret', async () => {
    expect(await verdict(await signed({}, signer('execute-api', 'another')))).toBe('INVALID_SIGNATURE');
  });

  test('a session token that its finder does not know', async () => {
    const sent = await signed({}, signer('execute-api', KEY.secretAccessKey, 'token'));
    expect(await verdict(sent)).toBe('INVALID_SIGNATURE UnrecognizedClientException');
  });
});

test.each([
  [-300, KEY.accessKeyId],
  [-301, 'INVALID_SIGNATURE'],
  [0, KEY.accessKeyId],
  [300, KEY.accessKeyId],
  [301, 'INVALID_SIGNATURE'],
])('a clock that is %d s apart', async (seconds, expected) => {
  expect(await verdict(await signed(), NOW + seconds * 1000)).toBe(expected);
});

test.each([
  [60, 59, KEY.accessKeyId],
  [60, 61, 'INVALID_SIGNATURE'],
  [604_800, 604_000, KEY.accessKeyId],
  [3600, -301, 'INVALID_SIGNATURE'],
])('presigned for %d s, used after %d s', async (expiresIn, seconds, expected) => {
  expect(await verdict(await presigned({}, expiresIn), NOW + seconds * 1000)).toBe(expected);
});

test.each([
  ['longer than a week', /X-Amz-Expires=300/, 'X-Amz-Expires=604801'],
  ['not at all', /X-Amz-Expires=300/, 'X-Amz-Expires=0'],
  ['no algorithm', /X-Amz-Algorithm=[^&]*&/, ''],
  ['another algorithm', /AWS4-HMAC-SHA256/, 'none'],
  ['a name twice', /$/, '&X-Amz-Date=20261121T120000Z'],
])('presigned, %s', async (_rule, from, to) => {
  const sent = await presigned();
  expect(await verdict({ ...sent, query: sent.query.replace(from, to) })).toBe(
    'INVALID_SIGNATURE IncompleteSignatureException',
  );
});

test.each<[rule: string, sent: Sent, changed: (sent: Wire) => Partial<Wire>, verdict: string]>([
  ['nothing', { query: { a: '1' } }, () => ({}), KEY.accessKeyId],
  ['its pairs in another order', { query: { a: '1' } }, reversed, KEY.accessKeyId],
  [
    'a longer time',
    {},
    ({ query }) => ({ query: query.replace('Expires=300', 'Expires=3000') }),
    'INVALID_SIGNATURE',
  ],
  ['the time', {}, ({ query }) => ({ query: query.replace('T120000Z', 'T120001Z') }), 'INVALID_SIGNATURE'],
  [
    'the day',
    {},
    ({ query }) => ({ query: query.replace(/%2F20261121/, '%2F20261122') }),
    'INVALID_SIGNATURE',
  ],
  [
    'the region',
    {},
    ({ query }) => ({ query: query.replace('eu-central-1', 'us-east-1') }),
    'INVALID_SIGNATURE',
  ],
  ['the path', {}, () => ({ path: '/prod/cats' }), 'INVALID_SIGNATURE'],
  ['the verb', {}, () => ({ method: 'DELETE' }), 'INVALID_SIGNATURE'],
  [
    'its own query',
    { query: { a: '1' } },
    ({ query }) => ({ query: query.replace('a=1', 'a=2') }),
    'INVALID_SIGNATURE',
  ],
  ['a further query', {}, ({ query }) => ({ query: `${query}&b=1` }), 'INVALID_SIGNATURE'],
  ['a query twice', { query: { a: '1' } }, ({ query }) => ({ query: `${query}&a=1` }), 'INVALID_SIGNATURE'],
  ['a body', {}, () => ({ body: 'x' }), 'INVALID_SIGNATURE'],
  [
    'the host',
    {},
    ({ headers }) => ({ headers: headers.map(([name]) => [name, name === 'host' ? 'evil' : '']) }),
    'INVALID_SIGNATURE',
  ],
  [
    'a header of AWS’s own',
    {},
    ({ headers }) => ({ headers: [...headers, ['x-amz-meta', 'm']] }),
    'INVALID_SIGNATURE',
  ],
  [
    'a session token',
    {},
    ({ query }) => ({ query: `${query}&X-Amz-Security-Token=t` }),
    'INVALID_SIGNATURE UnrecognizedClientException',
  ],
])('presigned, changed after it: %s', async (_rule, sent, changed, expected) => {
  const made = await presigned(sent);
  expect(await verdict({ ...made, ...changed(made) })).toBe(expected);
});

function reversed({ query }: Wire): Partial<Wire> {
  return { query: query.split('&').reverse().join('&') };
}

test('within its window the same request is taken again, as on AWS', async () => {
  const once = await signed();
  expect([await verdict(once), await verdict(once, NOW + 299_000)]).toEqual([
    KEY.accessKeyId,
    KEY.accessKeyId,
  ]);
});
