import { createHmac } from 'node:crypto';
import { exportSPKI, generateKeyPair } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { route } from '../testing/apiDocuments';
import { createBackend } from '../testing/createBackend';
import { FUNCTION, type HttpApiParts, type HttpApiUnderTest, startHttpApi } from '../testing/startHttpApi';
import { startIssuer, type TestIssuer, type TokenPart } from '../testing/tokens';

/* reference/http-apis.md section 9; reliability.md B7. */
let issuer: TestIssuer;
let others: Awaited<ReturnType<typeof generateKeyPair>>;
let api: HttpApiUnderTest | undefined;
beforeAll(async () => {
  issuer = await startIssuer();
  others = await generateKeyPair('RS256');
});
afterAll(() => issuer.close());
afterEach(async () => {
  await api?.close();
  api = undefined;
});

interface Closed {
  scopes?: string[];
  identitySource?: string[];
  issuer?: string;
  audience?: string[];
  parts?: HttpApiParts;
  /** what the function answers of its event's authorizer; by default that itself */
  answer?: (authorizer: { claims: Record<string, string>; scopes: string[] | null }) => unknown;
}

async function start({
  scopes,
  identitySource,
  audience = ['client1', 'client2'],
  parts,
  answer = (authorizer) => authorizer,
  ...of
}: Closed = {}) {
  const authorizers = [
    {
      authorizerId: 'a1',
      name: 'jwt',
      authorizerType: 'JWT' as const,
      ...(identitySource && { identitySource }),
      jwtConfiguration: { issuer: of.issuer ?? issuer.url, audience },
    },
  ];
  const closed = route('GET /', {
    authorizationType: 'JWT',
    authorizerId: 'a1',
    ...(scopes && { authorizationScopes: scopes }),
  });
  api = await startHttpApi({
    ...parts,
    deployment: { routes: [closed], authorizers },
    integration: {
      integrationType: 'AWS_PROXY',
      integrationUri: FUNCTION,
      payloadFormatVersion: '2.0',
      ...parts?.integration,
    },
    functions: {
      [FUNCTION]: ({ requestContext: { authorizer } }) => answer(authorizer),
    },
  });
  return api;
}
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });
const INVALID = (description: string, scope = '') =>
  `Bearer scope="${scope}" error="invalid_token" error_description="${description}"`;

test('claims go on as texts, lists as [a b]; scopes are null where the route lists none', async () => {
  const { get } = await start();
  const token = await issuer.token({ claims: { groups: ['a', 'b'], n: 7, exp: 4_000_000_000 } });
  const { status, body } = await get('/', bearer(token));
  expect(status).toBe(200);
  expect(JSON.parse(body)).toEqual({
    jwt: {
      claims: { aud: 'client1', exp: '4000000000', groups: '[a b]', iss: issuer.url, n: '7', sub: 'ada' },
      scopes: null,
    },
  });
});

test('payload 1.0: claims and scopes stand in authorizer itself', async () => {
  const { get } = await start({
    scopes: ['email'],
    parts: { integration: { payloadFormatVersion: '1.0' } },
    answer: ({ claims: { sub }, scopes }) => ({ statusCode: 200, body: JSON.stringify([sub, scopes]) }),
  });
  const { status, body } = await get('/', bearer(await issuer.token({ claims: { scope: 'email' } })));
  expect([status, body]).toEqual([200, '["ada",["email"]]']);
});

const at = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

describe('who is let in', () => {
  test.each<[rule: string, part: TokenPart, closed: Closed]>([
    ['aud is a list', { claims: { aud: ['x', 'client2'] } }, {}],
    ['client_id where there is no aud', { claims: { aud: undefined, client_id: 'client1' } }, {}],
    ['one of the scopes', { claims: { scope: 'other email' } }, { scopes: ['email', 'profile'] }],
    ['scp', { claims: { scp: ['profile'] } }, { scopes: ['email', 'profile'] }],
    ['nbf and iat before now', { claims: { nbf: at(-60), iat: at(-60) } }, {}],
  ])('%s', async (_rule, part, closed) => {
    const { get } = await start(closed);
    expect((await get('/', bearer(await issuer.token(part)))).status).toBe(200);
  });

  test('a token without Bearer, or from the query', async () => {
    const { get } = await start({ identitySource: ['$request.querystring.token'] });
    expect((await get(`/?token=${await issuer.token()}`)).status).toBe(200);
    await api?.close();
    const other = await start();
    expect((await other.get('/', { headers: { Authorization: await issuer.token() } })).status).toBe(200);
  });

  test('a user pool of this installation is an issuer; nothing is fetched', async () => {
    const own = 'http://localhost:3000/pools/us-east-1_abc';
    const pool = { arn: 'arn:pool', issuer: own, jwks: { keys: [issuer.jwk] }, clientIds: [] };
    const asked = issuer.requests.length;
    const { get } = await start({ issuer: own, parts: { snapshot: { userPools: [pool] } } });
    expect((await get('/', bearer(await issuer.token({ claims: { iss: own } })))).status).toBe(200);
    expect(issuer.requests.length).toBe(asked);
  });

  test('keys are fetched once for many calls', async () => {
    const { get } = await start();
    const asked = issuer.requests.length;
    for (let call = 0; call < 5; call += 1) await get('/', bearer(await issuer.token()));
    expect(issuer.requests.length - asked).toBe(2);
  });
});

describe('401, with the reason in www-authenticate', () => {
  const UNAUTHORIZED = '{"message":"Unauthorized"}';
  const refused = async (headers: Record<string, string>, closed: Closed = {}) => {
    const { get, functions } = await start(closed);
    const answer = await get('/', { headers });
    expect([answer.status, answer.body]).toEqual([401, UNAUTHORIZED]);
    expect(functions.calls).toEqual([]);
    return answer.headers['www-authenticate'];
  };

  test('no token', async () => expect(await refused({})).toBe('Bearer'));

  test.each<[rule: string, part: TokenPart, description: string]>([
    ['aud is another', { claims: { aud: 'x' } }, 'the token does not have a valid audience'],
    [
      'aud wins over client_id',
      { claims: { aud: 'x', client_id: 'client1' } },
      'the token does not have a valid audience',
    ],
    [
      'an empty aud is one',
      { claims: { aud: [], client_id: 'client1' } },
      'the token does not have a valid audience',
    ],
    ['no audience at all', { claims: { aud: undefined } }, 'the token does not have a valid audience'],
    ['iss is another', { claims: { iss: 'http://x.test' } }, 'the token does not have a valid issuer'],
    ['expired', { claims: { exp: at(-1) } }, 'the token has expired'],
    ['never expires', { claims: { exp: undefined } }, 'the token does not have valid claims'],
    ['nbf after now', { claims: { nbf: at(120) } }, 'the token is not valid yet'],
    ['iat after now', { claims: { iat: at(120) } }, 'the token was issued in the future'],
    ['kid is another', { header: { kid: 'k9' } }, 'the token is signed by an unknown key'],
    ['no kid', { header: { kid: undefined } }, 'the token does not name its signing key'],
  ])('%s', async (_rule, part, description) => {
    const token = await issuer.token(part);
    expect(await refused({ Authorization: `Bearer ${token}` })).toBe(INVALID(description));
  });

  test('signed by another key', async () => {
    const Authorization = await issuer.token({ key: others.privateKey });
    expect(await refused({ Authorization })).toBe(INVALID('the token does not have a valid signature'));
  });

  test('elliptic curves: RSA alone is taken', async () => {
    const { privateKey } = await generateKeyPair('ES256');
    const Authorization = await issuer.token({ key: privateKey, header: { alg: 'ES256' } });
    expect(await refused({ Authorization })).toBe(
      INVALID('the token does not have a supported signing algorithm'),
    );
  });

  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = () => encoded({ sub: 'ada', aud: 'client1', iss: issuer.url, exp: at(300) });

  test.each([
    ['alg none', () => `${encoded({ alg: 'none', kid: 'k1' })}.${claims()}.`],
    ['an empty signature', () => `${encoded({ alg: 'RS256', kid: 'k1' })}.${claims()}.`],
    ['two parts', () => `${encoded({ alg: 'RS256', kid: 'k1' })}.${claims()}`],
    ['more dots', () => `${encoded({ alg: 'RS256', kid: 'k1' })}.${claims()}.x.y.z`],
    ['no JSON', () => 'a.b.c'],
    ['a word', () => 'token'],
    [
      'a critical header nobody knows',
      () => `${encoded({ alg: 'RS256', kid: 'k1', crit: ['x'], x: 1 })}.${claims()}.AAAA`,
    ],
    [
      'a key of its own',
      () => `${encoded({ alg: 'RS256', kid: 'k1', jwk: { kty: 'oct' }, jku: 'http://x' })}.${claims()}.AAAA`,
    ],
  ])('B7: %s', async (_rule, make) => {
    expect(await refused({ Authorization: `Bearer ${make()}` })).toMatch(/error="invalid_token"/);
  });

  test('B7: the public key is no secret of an HMAC', async () => {
    const signed = `${encoded({ alg: 'HS256', kid: 'k1' })}.${claims()}`;
    const secret = await exportSPKI(issuer.keys.publicKey);
    const signature = createHmac('sha256', secret).update(signed).digest('base64url');
    expect(await refused({ Authorization: `Bearer ${signed}.${signature}` })).toBe(
      INVALID('the token does not have a supported signing algorithm'),
    );
  });

  test('an issuer that nobody reaches', async () => {
    const gone = 'http://127.0.0.1:1';
    const Authorization = await issuer.token({ claims: { iss: gone } });
    expect(await refused({ Authorization }, { issuer: gone })).toBe(
      INVALID('OIDC discovery endpoint communication error'),
    );
  });

  test('an authorizer without an audience lets nobody in', async () => {
    await refused({ Authorization: await issuer.token() }, { audience: [] });
  });
});

test('403 without one of the scopes, and the header says which', async () => {
  const { get } = await start({ scopes: ['email', 'profile'] });
  const { status, body, headers } = await get(
    '/',
    bearer(await issuer.token({ claims: { scope: 'e mail' } })),
  );
  expect([status, body]).toEqual([403, '{"message":"Forbidden"}']);
  expect(headers['www-authenticate']).toBe(
    'Bearer scope="email profile" error="insufficient_scope" error_description="the token does not have any of the required scopes"',
  );
});

test('a wrong token tells the scopes too', async () => {
  const { get } = await start({ scopes: ['email'] });
  const { headers } = await get('/', bearer(await issuer.token({ claims: { aud: 'x' } })));
  expect(headers['www-authenticate']).toBe(INVALID('the token does not have a valid audience', 'email'));
});

/** Section 9, reliability.md B7: what an issuer may do to whoever asks it for keys. */
test.each<[does: string, answer: Parameters<typeof createBackend>[0]]>([
  ['answers nothing', () => undefined],
  [
    'redirects',
    (_request, response) => void response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
  ],
  ['has more than 150 KB', (_request, response) => void response.end(' '.repeat(150_001))],
  ['calls itself another', (_request, response) => void response.end('{"issuer":"http://a.test"}')],
])('an issuer that %s: 401, soon, and asked once however many ask', async (_does, answer) => {
  const bad = await createBackend(answer);
  const { get } = await start({ issuer: bad.url });
  const startedAt = performance.now();
  const token = await issuer.token({ claims: { iss: bad.url } });
  const answers = await Promise.all([token, token, token].map((one) => get('/', bearer(one))));
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  // Of an integration it would be waited for 30 s.
  expect(performance.now() - startedAt).toBeLessThan(25_000);
  expect(bad.requests).toHaveLength(1);
  await bad.close();
});
