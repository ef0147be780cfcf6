import { constants, createHmac, KeyObject, sign } from 'node:crypto';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AuthorizerDocument, UserPoolDocument } from '../snapshot/types';
import { createBackend, type TestBackend } from '../testing/createBackend';
import { createTestGateway, type TestGateway } from '../testing/createTestGateway';
import { deployment, integration, integrationResponse, method, snapshot } from '../testing/documents';

/* Reference section 14, Cognito; reliability.md B7. */
let gateway: TestGateway | undefined;
let issuer: TestBackend | undefined;
afterEach(() => Promise.all([gateway?.close(), issuer?.close()]));

const POOL = 'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_abc';
const ISSUER = 'http://localhost:3000/pools/us-east-1_abc';
let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
let others: { publicKey: CryptoKey; privateKey: CryptoKey };
let pool: UserPoolDocument;

beforeAll(async () => {
  keys = await generateKeyPair('RS256', { extractable: true });
  others = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
  pool = { arn: POOL, issuer: ISSUER, jwks: { keys: [jwk] }, clientIds: ['client1'] };
});

const AUTHORIZER: AuthorizerDocument = {
  id: 'auth1',
  name: 'pool',
  type: 'COGNITO_USER_POOLS',
  identitySource: 'method.request.header.Authorization',
  authorizerResultTtlInSeconds: 300,
  providerARNs: [POOL],
};
const seen =
  '{"sub":"$context.authorizer.claims.sub","groups":"$context.authorizer.claims[\'cognito:groups\']"}';

async function start(scopes: string[] = [], part: Partial<AuthorizerDocument> = {}): Promise<TestGateway> {
  const responses = { 200: integrationResponse({ responseTemplates: { 'application/json': seen } }) };
  const closed = method('GET', integration({ integrationResponses: responses }), {
    authorizationType: 'COGNITO_USER_POOLS',
    authorizerId: 'auth1',
    authorizationScopes: scopes,
  });
  const document = deployment({ '/': [closed] }, { authorizers: [{ ...AUTHORIZER, ...part }] });
  gateway = await createTestGateway(snapshot({ deployments: [document], userPools: [pool] }));
  return gateway;
}

interface TokenPart {
  claims?: JWTPayload;
  header?: Record<string, unknown>;
  key?: CryptoKey | Uint8Array;
  expiresIn?: number;
}
const now = () => Math.floor(Date.now() / 1000);

function token({
  claims = {},
  header = {},
  key = keys.privateKey,
  expiresIn = 300,
}: TokenPart = {}): Promise<string> {
  const payload = {
    sub: 'ada',
    token_use: 'id',
    aud: 'client1',
    iss: ISSUER,
    exp: now() + expiresIn,
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(key);
}

const ask = async ({ call }: TestGateway, Authorization: string) => call('/', { headers: { Authorization } });

test('an id token: its claims stand in $context, lists as AWS prints them', async () => {
  const sent = await token({ claims: { 'cognito:groups': ['a', 'b'] } });
  const answer = await ask(await start(), sent);
  expect([answer.status, answer.body]).toEqual([200, '{"sub":"ada","groups":"a,b"}']);
});

test('a Bearer prefix is no part of the token', async () => {
  expect((await ask(await start(), `Bearer ${await token()}`)).status).toBe(200);
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
  const engine = await start([], { identitySource });
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
  expect((await ask(await start(scopes), await token({ claims }))).status).toBe(status);
});

test.each<[rule: string, expression: string, claims: JWTPayload, status: number]>([
  ['the audience', 'client1|client2', {}, 200],
  ['another audience', 'client2', {}, 401],
  ['part of an audience', 'client', {}, 401],
])('identityValidationExpression: %s', async (_rule, identityValidationExpression, claims, status) => {
  const engine = await start([], { identityValidationExpression });
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
  expect((await ask(await start(), rawToken({}, plain))).status).toBe(200);
});

test.each([
  ['not before, by a clock a little ahead', { nbf: now() + 20 }, 200],
  ['issued, by a clock a little ahead', { iat: now() + 20 }, 200],
  ['its end, whatever the clocks', { exp: now() - 1 }, 401],
])('clock skew: %s', async (_rule, claims, status) => {
  expect((await ask(await start(), await token({ claims }))).status).toBe(status);
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
    const engine = await start();
    const answer = await ask(engine, await make());
    expect(answer.status).toBe(401);
    expect(answer.headers['x-amzn-errortype']).toBe('UnauthorizedException');
  });

  test('nothing that a token names is fetched', async () => {
    const named = await createBackend((_request, response) => void response.end('{"keys":[]}'));
    const engine = await start();
    const header = { jku: `${named.url}/keys`, x5u: `${named.url}/cert`, kid: `${named.url}/kid` };
    for (const iss of [ISSUER, named.url]) {
      const sent = await token({ key: others.privateKey, header, claims: { iss } });
      expect((await ask(engine, sent)).status).toBe(401);
    }
    expect(named.requests).toEqual([]);
    await named.close();
  });

  test('AWS’s words for an expired one', async () => {
    expect((await ask(await start(), await token({ expiresIn: -1 }))).body).toBe(
      '{"message":"The incoming token has expired"}',
    );
  });
});

describe('an issuer elsewhere', () => {
  /** A provider on loopback: its keys, its discovery, and how often it was asked. */
  async function provider(
    kids: () => string[],
    fault?: (url: string) => { status?: number; body?: string } | undefined,
  ) {
    issuer = await createBackend((request, response) => {
      const url = issuer?.url ?? '';
      const wrong = fault?.(request.url);
      void (async () => {
        const jwk = await exportJWK(keys.publicKey);
        const documents: Record<string, object> = {
          '/.well-known/openid-configuration': { issuer: url, jwks_uri: `${url}/keys` },
          '/keys': { keys: kids().map((kid) => ({ ...jwk, kid, alg: 'RS256' })) },
        };
        response.writeHead(wrong?.status ?? 200, { Location: 'http://127.0.0.1:1/' });
        response.end(wrong?.body ?? JSON.stringify(documents[request.url] ?? {}));
      })();
    });
    return issuer.url;
  }
  const signed = (iss: string, kid = 'k1') =>
    token({ claims: { iss, token_use: undefined }, header: { kid } });

  test('its keys are found by discovery and kept', async () => {
    const url = await provider(() => ['k1']);
    const engine = await start([], { providerARNs: [url] });
    const statuses = [
      (await ask(engine, await signed(url))).status,
      (await ask(engine, await signed(url))).status,
    ];
    expect([statuses, issuer?.requests.length]).toEqual([[200, 200], 2]);
  });

  test('a rotated key is fetched, at most once in a minute for unknown ids', async () => {
    const kids = ['k1'];
    const url = await provider(() => kids);
    const engine = await start([], { providerARNs: [url] });
    await ask(engine, await signed(url));
    engine.clock.advance(60_001);
    kids.push('k2');
    expect((await ask(engine, await signed(url, 'k2'))).status).toBe(200);
    const asked = issuer?.requests.length;
    for (let n = 0; n < 20; n += 1) expect((await ask(engine, await signed(url, `x${n}`))).status).toBe(401);
    expect(issuer?.requests.length).toBe(asked);
  });

  test('a storm of unknown key ids: one fetch', async () => {
    const url = await provider(() => ['k1']);
    const engine = await start([], { providerARNs: [url] });
    await ask(engine, await signed(url));
    const keyFetches = () => issuer?.requests.filter((request) => request.url === '/keys').length;
    engine.clock.advance(60_001);
    const tokens = await Promise.all(Array.from({ length: 60 }, (_, n) => signed(url, `x${n}`)));
    const answers = await Promise.all(tokens.map((one) => ask(engine, one)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
    expect(keyFetches()).toBe(2);
    // The clock goes on by itself as well: what a busy machine takes is left to it.
    engine.clock.advance(30_000);
    await ask(engine, await signed(url, 'y'));
    expect(keyFetches()).toBe(2);
    engine.clock.advance(30_001);
    await ask(engine, await signed(url, 'z'));
    expect(keyFetches()).toBe(3);
  });

  test('one that was away is asked again after 10 s; no token waits for it until then', async () => {
    let away = true;
    const url = await provider(
      () => ['k1'],
      () => (away ? { status: 503 } : undefined),
    );
    const engine = await start([], { providerARNs: [url] });
    const status = async () => (await ask(engine, await signed(url))).status;
    expect([await status(), await status(), issuer?.requests.length]).toEqual([401, 401, 1]);
    away = false;
    engine.clock.advance(10_001);
    expect(await status()).toBe(200);
  });

  test('keys that were had serve on while it is away, two hours at most', async () => {
    let away = false;
    const url = await provider(
      () => ['k1'],
      () => (away ? { status: 503 } : undefined),
    );
    const engine = await start([], { providerARNs: [url] });
    const status = async () => {
      const claims = { iss: url, token_use: undefined, exp: Math.floor(engine.clock.now() / 1000) + 60 };
      return (await ask(engine, await token({ claims }))).status;
    };
    expect(await status()).toBe(200);
    away = true;
    engine.clock.advance(3_600_001);
    expect(await status()).toBe(200);
    engine.clock.advance(3_600_001);
    expect(await status()).toBe(401);
    away = false;
    engine.clock.advance(10_001);
    expect(await status()).toBe(200);
  });

  test('one that never answers is waited for as long as AWS waits', async () => {
    issuer = await createBackend(() => {});
    const engine = await start([], { providerARNs: [issuer.url] });
    expect((await ask(engine, await signed(issuer.url))).status).toBe(401);
    expect(issuer.requests).toHaveLength(1);
  });

  test('one whose keys never end is read no further than 150 KB', async () => {
    issuer = await createBackend((request, response) => {
      const { url = '' } = issuer ?? {};
      response.writeHead(200);
      if (request.url !== '/keys') response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }));
      else response.write('[', () => response.write(' '.repeat(10_000_000)));
    });
    const engine = await start([], { providerARNs: [issuer.url] });
    expect((await ask(engine, await signed(issuer.url))).status).toBe(401);
  });

  test('a key of the HMAC kind among its keys signs nobody in', async () => {
    const secret = Buffer.alloc(32, 7);
    const key = { kty: 'oct', k: secret.toString('base64url'), kid: 'k1', alg: 'HS256' };
    const url = await provider(
      () => [],
      (asked) => (asked === '/keys' ? { body: JSON.stringify({ keys: [key] }) } : undefined),
    );
    const engine = await start([], { providerARNs: [url] });
    const forged = await token({ claims: { iss: url }, header: { alg: 'HS256' }, key: secret });
    expect((await ask(engine, forged)).status).toBe(401);
  });

  test.each<[rule: string, fault: (url: string) => { status?: number; body?: string } | undefined]>([
    ['answers an error', () => ({ status: 500 })],
    ['redirects', () => ({ status: 302 })],
    ['answers garbage', () => ({ body: '<html>' })],
    ['calls itself another', (url) => (url === '/keys' ? undefined : { body: '{"issuer":"https://x"}' })],
    ['has more than 150 KB of keys', (url) => (url === '/keys' ? { body: ' '.repeat(200_000) } : undefined)],
  ])('one that %s lets nobody in', async (_rule, fault) => {
    const url = await provider(() => ['k1'], fault);
    const engine = await start([], { providerARNs: [url] });
    expect((await ask(engine, await signed(url))).status).toBe(401);
  });

  test('one that the egress guard refuses is never asked', async () => {
    const engine = await start([], { providerARNs: ['http://169.254.169.254'] });
    expect((await ask(engine, await signed('http://169.254.169.254'))).status).toBe(401);
  });
});
