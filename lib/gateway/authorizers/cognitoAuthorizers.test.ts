import { constants, createHmac, KeyObject, sign } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, type JWTPayload } from 'jose';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ask, closeCognito, ISSUER, keys, now, startCognito, token } from '../testing/cognito';
import { createBackend } from '../testing/createBackend';

/* Reference section 14, Cognito; reliability.md B7. Issuers elsewhere: issuersElsewhere.test.ts. */
let others: Awaited<ReturnType<typeof generateKeyPair>>;
beforeAll(async () => {
  others = await generateKeyPair('RS256', { extractable: true });
});
afterEach(closeCognito);

test('an id token: its claims stand in $context, lists as AWS prints them', async () => {
  const sent = await token({ claims: { 'cognito:groups': ['a', 'b'] } });
  const answer = await ask(await startCognito(), sent);
  expect([answer.status, answer.body]).toEqual([200, '{"sub":"ada","groups":"a,b"}']);
});

test('a Bearer prefix is no part of the token', async () => {
  expect((await ask(await startCognito(), `Bearer ${await token()}`)).status).toBe(200);
});

test.each<[rule: string, identitySource: string, headers: Record<string, string>, status: number]>([
  ['in a header of any name', 'method.request.header.X-Token', { 'x-token': 'TOKEN' }, 200],
  ['in another header than that', 'method.request.header.X-Token', { Authorization: 'TOKEN' }, 401],
  ['nowhere', 'method.request.header.Authorization', {}, 401],
  ['by another scheme', 'method.request.header.Authorization', { Authorization: 'Basic TOKEN' }, 401],
  [
    'by Bearer in other letters',
    'method.request.header.Authorization',
    { Authorization: 'bEaReR  TOKEN' },
    200,
  ],
])('the token stands %s', async (_rule, identitySource, headers, status) => {
  const engine = await startCognito([], { identitySource });
  const sent = Object.entries(headers).map(async ([name, value]) => [
    name,
    value.replace('TOKEN', await token()),
  ]);
  const answer = await engine.call('/', { headers: Object.fromEntries(await Promise.all(sent)) });
  expect(answer.status).toBe(status);
  if (status === 401) expect(answer.body).toBe('{"message":"Unauthorized"}');
});

const access = { token_use: 'access', client_id: 'client1', aud: undefined };

test.each<[rule: string, scopes: string[], claims: JWTPayload, status: number]>([
  ['no scopes on the method: an id token', [], {}, 200],
  ['no scopes on the method: an access token', [], { ...access, scope: 'pets/read' }, 401],
  ['scopes: an access token with one of them', ['pets/read', 'x'], { ...access, scope: 'a pets/read' }, 200],
  ['scopes: an access token with none of them', ['pets/read'], { ...access, scope: 'pets/readall' }, 401],
  ['scopes: an access token without scopes', ['pets/read'], access, 401],
  ['scopes: an id token', ['pets/read'], { scope: 'pets/read' }, 401],
])('%s: %d', async (_rule, scopes, claims, status) => {
  expect((await ask(await startCognito(scopes), await token({ claims }))).status).toBe(status);
});

test.each<[rule: string, expression: string, claims: JWTPayload, status: number]>([
  ['the audience', 'client1|client2', {}, 200],
  ['another audience', 'client2', {}, 401],
  ['part of an audience', 'client', {}, 401],
])('identityValidationExpression: %s', async (_rule, identityValidationExpression, claims, status) => {
  const engine = await startCognito([], { identityValidationExpression });
  expect((await ask(engine, await token({ claims }))).status).toBe(status);
});

/** Signed by the pool's key, whatever is in it: what SignJWT would not make. */
function rawToken(header: Record<string, unknown>, claims: object | string, how: object = {}): string {
  const payload = typeof claims === 'string' ? claims : JSON.stringify(claims);
  const head = `${base64({ alg: 'RS256', kid: 'k1', ...header })}.${Buffer.from(payload).toString('base64url')}`;
  return `${head}.${sign('sha256', Buffer.from(head), { key: KeyObject.from(keys.privateKey), ...how }).toString('base64url')}`;
}

const otherCase = (one: string) => (one === one.toLowerCase() ? one.toUpperCase() : one.toLowerCase());

test('what the raw tokens below are made with makes good ones too', async () => {
  const plain = { sub: 'ada', token_use: 'id', iss: ISSUER, exp: now() + 300 };
  expect((await ask(await startCognito(), rawToken({}, plain))).status).toBe(200);
});

test.each([
  ['not before, by a clock a little ahead', { nbf: now() + 20 }, 200],
  ['issued, by a clock a little ahead', { iat: now() + 20 }, 200],
  ['its end, whatever the clocks', { exp: now() - 1 }, 401],
])('clock skew: %s', async (_rule, claims, status) => {
  expect((await ask(await startCognito(), await token({ claims }))).status).toBe(status);
});

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('B7: refused with 401', () => {
  const plain = { sub: 'ada', token_use: 'id', iss: ISSUER, exp: now() + 300 };
  test.each<[rule: string, make: () => Promise<string> | string]>([
    ['no token at all', () => ''],
    ['what is no token', () => 'abc'],
    ['two dots more', async () => `${await token()}..`],
    ['alg none', () => `${base64({ alg: 'none' })}.${base64(plain)}.`],
    ['alg None', () => `${base64({ alg: 'None' })}.${base64(plain)}.`],
    ['an empty signature', async () => (await token()).replace(/[^.]*$/, '')],
    [
      'a zero signature',
      async () => (await token()).replace(/[^.]*$/, Buffer.alloc(256).toString('base64url')),
    ],
    [
      'a changed payload',
      async () => (await token()).replace(/\.[^.]*\./, `.${base64({ ...plain, sub: 'bob' })}.`),
    ],
    [
      'the public key as an HMAC’s secret',
      async () => {
        const head = `${base64({ alg: 'HS256', kid: 'k1' })}.${base64(plain)}`;
        const secret = await exportSPKI(keys.publicKey);
        return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
      },
    ],
    ['another key', () => token({ key: others.privateKey })],
    ['another key under another id', () => token({ key: others.privateKey, header: { kid: 'k2' } })],
    [
      'a key that came with the token',
      async () =>
        token({ key: others.privateKey, header: { kid: 'x', jwk: await exportJWK(others.publicKey) } }),
    ],
    ['a jku', () => token({ key: others.privateKey, header: { kid: 'x', jku: 'http://127.0.0.1:1/keys' } })],
    ['an x5u', () => token({ key: others.privateKey, header: { kid: 'x', x5u: 'http://127.0.0.1:1/c' } })],
    ['an x5c', () => token({ key: others.privateKey, header: { kid: 'x', x5c: ['AAAA'] } })],
    ['a critical header that nobody knows', () => rawToken({ crit: ['exp2'], exp2: 1 }, plain)],
    ['an empty list of critical headers', () => rawToken({ crit: [] }, plain)],
    ['no algorithm', () => rawToken({ alg: undefined }, plain)],
    [
      'another algorithm than the key’s',
      () => rawToken({ alg: 'PS256' }, plain, { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }),
    ],
    ['an algorithm for other keys', () => rawToken({ alg: 'ES256' }, plain)],
    ['an algorithm that is none', () => rawToken({ alg: 'RS256 ' }, plain)],
    ['a key id that is a path', () => token({ key: others.privateKey, header: { kid: '../../dev/null' } })],
    ['a key id that is SQL', () => token({ key: others.privateKey, header: { kid: "' or 1=1--" } })],
    ['a key id of Object’s', () => token({ key: others.privateKey, header: { kid: '__proto__' } })],
    ['a key id that is a number', () => rawToken({ kid: 1 }, plain)],
    [
      'claims twice, the issuer’s second',
      () =>
        rawToken(
          {},
          `{"iss":"${ISSUER}","iss":"https://evil.example","sub":"ada","token_use":"id","exp":${now() + 300}}`,
        ),
    ],
    ['claims that are a list', () => rawToken({}, '[]')],
    ['claims that are no JSON', () => rawToken({}, '{')],
    ['an end that is a text', () => rawToken({}, { ...plain, exp: '9999999999' })],
    [
      'an end without end',
      () => rawToken({}, `{"iss":"${ISSUER}","sub":"ada","token_use":"id","exp":1e999}`),
    ],
    ['issued in the future', () => token({ claims: { iat: now() + 90 } })],
    [
      'the signature in another letter case',
      async () => (await token()).replace(/[^.]*$/, (end) => [...end].map(otherCase).join('')),
    ],
    ['a second signature', async () => `${await token()}.${(await token()).split('.')[2]}`],
    ['expired', () => token({ expiresIn: -1 })],
    ['not yet', () => token({ claims: { nbf: now() + 60 } })],
    ['without an end', () => token({ claims: { exp: undefined } })],
    ['another issuer', () => token({ claims: { iss: 'https://evil.example' } })],
    ['no issuer', () => token({ claims: { iss: undefined } })],
    ['an issuer that is a list', () => token({ claims: { iss: [ISSUER] as unknown as string } })],
    ['larger than 16 KB', () => token({ claims: { x: 'y'.repeat(12_500) } })],
  ])('%s', async (_rule, make) => {
    const engine = await startCognito();
    const answer = await ask(engine, await make());
    expect(answer.status).toBe(401);
    expect(answer.headers['x-amzn-errortype']).toBe('UnauthorizedException');
  });

  test('nothing that a token names is fetched', async () => {
    const named = await createBackend((_request, response) => void response.end('{"keys":[]}'));
    const engine = await startCognito();
    const header = { jku: `${named.url}/keys`, x5u: `${named.url}/cert`, kid: `${named.url}/kid` };
    for (const iss of [ISSUER, named.url]) {
      const sent = await token({ key: others.privateKey, header, claims: { iss } });
      expect((await ask(engine, sent)).status).toBe(401);
    }
    expect(named.requests).toEqual([]);
    await named.close();
  });

  test('AWS’s words for an expired one', async () => {
    expect((await ask(await startCognito(), await token({ expiresIn: -1 }))).body).toBe(
      '{"message":"The incoming token has expired"}',
    );
  });
});
