import { constants, createHmac, KeyObject, sign } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { route } from '../testing/apiDocuments';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import { startIssuer, type TestIssuer } from '../testing/tokens';

/* reliability.md B7 for JWT authorizers of HTTP APIs: 401, and nothing that a token says is fetched. What they let in: jwtAuthorizers.test.ts. */
const CLOSED = route('GET /', { authorizationType: 'JWT', authorizerId: 'a1' });
const authorizer = (url: string) => ({
  authorizerId: 'a1',
  name: 'jwt',
  authorizerType: 'JWT' as const,
  jwtConfiguration: { issuer: url, audience: ['client1'] },
});
let issuer: TestIssuer;
let others: Awaited<ReturnType<typeof generateKeyPair>>;
let elsewhere: TestBackend;
let api: HttpApiUnderTest;
beforeAll(async () => {
  issuer = await startIssuer();
  others = await generateKeyPair('RS256', { extractable: true });
  elsewhere = await createBackend((_request, response) => void response.end('{"keys":[]}'));
  api = await startHttpApi({
    deployment: { routes: [CLOSED], authorizers: [authorizer(issuer.url)] },
  });
});
afterAll(() => Promise.all([api.close(), issuer.close(), elsewhere.close()]));

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const at = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;
const plain = () => ({ sub: 'ada', aud: 'client1', iss: issuer.url, exp: at(300) });

/** Signed by the issuer's key, whatever is in it: what SignJWT would not make. */
function raw(header: object, claims: object | string, how: object = {}, digest = 'sha256'): string {
  const payload = typeof claims === 'string' ? claims : JSON.stringify(claims);
  const head = `${encoded({ alg: 'RS256', kid: 'k1', ...header })}.${Buffer.from(payload).toString('base64url')}`;
  const key = KeyObject.from(issuer.keys.privateKey);
  return `${head}.${sign(digest, Buffer.from(head), { key, ...how }).toString('base64url')}`;
}

const good = () => issuer.token();
const forged = (header: object) => issuer.token({ key: others.privateKey, header: { ...header } });
const ask = (token: string) => api.get('/', { headers: { Authorization: `Bearer ${token}` } });
const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 };

const RSA = [
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
] as const;

test.each(RSA)('a key that is of RS256 is good for no other: %s', async (alg, digest) => {
  expect((await ask(raw({ alg }, plain(), {}, digest))).status).toBe(alg === 'RS256' ? 200 : 401);
});

test.each(RSA)('a key of no algorithm is good for each that there is: %s', async (alg, digest) => {
  const { alg: _, ...jwk } = issuer.jwk;
  const open: TestBackend = await createBackend(({ url }, response) => {
    const discovery = { issuer: open.url, jwks_uri: `${open.url}/keys` };
    response.end(JSON.stringify(url === '/keys' ? { keys: [jwk] } : discovery));
  });
  const other = await startHttpApi({
    deployment: { routes: [CLOSED], authorizers: [authorizer(open.url)] },
  });
  const Authorization = raw({ alg }, { ...plain(), iss: open.url }, {}, digest);
  expect((await other.get('/', { headers: { Authorization } })).status).toBe(200);
  await Promise.all([other.close(), open.close()]);
});

test.each<[rule: string, make: () => Promise<string> | string]>([
  ['alg None', () => `${encoded({ alg: 'None', kid: 'k1' })}.${encoded(plain())}.`],
  ['alg nOnE, signed', () => raw({ alg: 'nOnE' }, plain())],
  ['no alg', () => raw({ alg: undefined }, plain())],
  ['an alg that is a list', () => raw({ alg: ['RS256'] }, plain())],
  ['an alg with a blank', () => raw({ alg: 'RS256 ' }, plain())],
  ['PS256 by the same key', () => raw({ alg: 'PS256' }, plain(), pss)],
  [
    'HS384 with the public key as its secret',
    async () => {
      const head = `${encoded({ alg: 'HS384', kid: 'k1' })}.${encoded(plain())}`;
      const secret = await exportSPKI(issuer.keys.publicKey);
      return `${head}.${createHmac('sha384', secret).update(head).digest('base64url')}`;
    },
  ],
  ['a zero signature', async () => (await good()).replace(/[^.]*$/, Buffer.alloc(256).toString('base64url'))],
  ['an empty signature', async () => (await good()).replace(/[^.]*$/, '')],
  ['half of the signature', async () => (await good()).slice(0, -171)],
  [
    'a changed payload',
    async () => (await good()).replace(/\.[^.]*\./, `.${encoded({ ...plain(), sub: 'bob' })}.`),
  ],
  [
    'a changed header',
    async () => (await good()).replace(/^[^.]*/, encoded({ alg: 'RS256', kid: 'k1', x: 1 })),
  ],
  ['two dots more', async () => `${await good()}..`],
  ['a second signature', async () => `${await good()}.${(await good()).split('.')[2]}`],
  ['blanks within', async () => (await good()).replace('.', ' .')],
  ['two tokens', async () => `${await good()}, ${await good()}`],
  ['Bearer twice', async () => `Bearer ${await good()}`],
  ['another key under its id', () => forged({})],
  ['a key of its own', async () => forged({ jwk: await exportJWK(others.publicKey) })],
  [
    'a key of its own under another id',
    async () => forged({ kid: 'x', jwk: await exportJWK(others.publicKey) }),
  ],
  ['a jku', () => forged({ kid: 'x', jku: `${elsewhere.url}/keys` })],
  ['an x5u', () => forged({ kid: 'x', x5u: `${elsewhere.url}/cert` })],
  ['an x5c', () => forged({ kid: 'x', x5c: ['AAAA'] })],
  ['a key id that is a URL', () => forged({ kid: `${elsewhere.url}/keys` })],
  ['a key id that is a path', () => forged({ kid: '../../dev/null' })],
  ['a key id that is SQL', () => forged({ kid: "' or 1=1--" })],
  ['a key id of Object’s', () => forged({ kid: '__proto__' })],
  ['a key id that is a number', () => raw({ kid: 1 }, plain())],
  ['a key id that is empty', () => forged({ kid: '' })],
  ['a critical header that nobody knows', () => raw({ crit: ['exp2'], exp2: 1 }, plain())],
  ['an empty list of critical headers', () => raw({ crit: [] }, plain())],
  ['b64 false', () => raw({ crit: ['b64'], b64: false }, plain())],
  ['an issuer elsewhere', () => issuer.token({ claims: { iss: elsewhere.url } })],
  ['the issuer with a slash more', () => issuer.token({ claims: { iss: `${issuer.url}/` } })],
  ['an issuer that is a list', () => raw({}, { ...plain(), iss: [issuer.url] })],
  ['no issuer', () => raw({}, { ...plain(), iss: undefined })],
  [
    'claims twice, another’s audience second',
    () => raw({}, JSON.stringify(plain()).replace('{', '{"aud":"client1",').replace(/}$/, ',"aud":"other"}')),
  ],
  ['an audience that is an object', () => raw({}, { ...plain(), aud: { client1: true } })],
  ['an audience in another case', () => issuer.token({ claims: { aud: 'Client1' } })],
  ['part of an audience', () => issuer.token({ claims: { aud: 'client' } })],
  ['claims that are a list', () => raw({}, '[]')],
  ['claims that are no JSON', () => raw({}, '{')],
  ['claims that are a text', () => raw({}, '"ada"')],
  ['an end that is a text', () => raw({}, { ...plain(), exp: String(at(300)) })],
  [
    'an end without end',
    () => raw({}, JSON.stringify({ ...plain(), exp: 0 }).replace('"exp":0', '"exp":1e999')),
  ],
  ['an end that is null', () => raw({}, { ...plain(), exp: null })],
  ['a beginning that is a text', () => raw({}, { ...plain(), nbf: 'now' })],
  ['more than 8,000 letters, and not the issuer’s', () => forged({ kid: 'x', x: 'y'.repeat(4_000) })],
])('B7, 401: %s', async (_rule, make) => {
  const { status, body, headers } = await ask(await make());
  expect([status, body]).toEqual([401, '{"message":"Unauthorized"}']);
  expect(headers['www-authenticate']).toMatch(/^Bearer /);
  expect(elsewhere.requests).toEqual([]);
});

test('B7: a token of 64 KB is refused with its head', async () => {
  const token = await issuer.token({ claims: { x: 'y'.repeat(64 * 1024) } });
  // Beyond what the listener reads of a head, before any API is known: the text is the listener's.
  expect((await ask(token)).status).toBe(431);
});
