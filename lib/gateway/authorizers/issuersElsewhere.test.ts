import { exportJWK } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { ask, closeCognito, keys, startCognito, token } from '../testing/cognito';
import { createBackend, type TestBackend } from '../testing/createBackend';

/* COGNITO_USER_POOLS with an OpenID Connect issuer elsewhere: reference section 14, reliability.md B7. */
let issuer: TestBackend | undefined;
afterEach(async () => {
  await closeCognito();
  await issuer?.close();
  issuer = undefined;
});

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
const signed = (iss: string, kid = 'k1') => token({ claims: { iss, token_use: undefined }, header: { kid } });

test('its keys are found by discovery and kept', async () => {
  const url = await provider(() => ['k1']);
  const engine = await startCognito([], { providerARNs: [url] });
  const statuses = [
    (await ask(engine, await signed(url))).status,
    (await ask(engine, await signed(url))).status,
  ];
  expect([statuses, issuer?.requests.length]).toEqual([[200, 200], 2]);
});

test('a rotated key is fetched, at most once in a minute for unknown ids', async () => {
  const kids = ['k1'];
  const url = await provider(() => kids);
  const engine = await startCognito([], { providerARNs: [url] });
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
  const engine = await startCognito([], { providerARNs: [url] });
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
  const engine = await startCognito([], { providerARNs: [url] });
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
  const engine = await startCognito([], { providerARNs: [url] });
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
  const engine = await startCognito([], { providerARNs: [issuer.url] });
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
  const engine = await startCognito([], { providerARNs: [issuer.url] });
  expect((await ask(engine, await signed(issuer.url))).status).toBe(401);
});

test('a key of the HMAC kind among its keys signs nobody in', async () => {
  const secret = Buffer.alloc(32, 7);
  const key = { kty: 'oct', k: secret.toString('base64url'), kid: 'k1', alg: 'HS256' };
  const url = await provider(
    () => [],
    (asked) => (asked === '/keys' ? { body: JSON.stringify({ keys: [key] }) } : undefined),
  );
  const engine = await startCognito([], { providerARNs: [url] });
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
  const engine = await startCognito([], { providerARNs: [url] });
  expect((await ask(engine, await signed(url))).status).toBe(401);
});

test('one that the egress guard refuses is never asked', async () => {
  const engine = await startCognito([], { providerARNs: ['http://169.254.169.254'] });
  expect((await ask(engine, await signed('http://169.254.169.254'))).status).toBe(401);
});
