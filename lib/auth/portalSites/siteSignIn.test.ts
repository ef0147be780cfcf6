import { decodeJwt } from 'jose';
import { expect, test } from 'vitest';
import { callback, editor, poolWithAda, TestBrowser, userPoolKit } from '../userPools/testing';
import { openAttempt, openReader, sealAttempt, sealReader } from './readerSession';
import {
  beginSignIn,
  finishSignIn,
  isAnswerTo,
  type SitePool,
  signOutLocation,
  sitePool,
} from './siteSignIn';

const kit = userPoolKit();
const secret = 'the secret of this installation';

async function start(client: object = {}) {
  const made = await poolWithAda(kit, client);
  const config = { userPoolArn: made.pool.arn, appClientId: made.client.clientId };
  const of = { portalId: 'p1', ...config };
  return { ...made, config, of, browser: new TestBrowser(kit) };
}

async function openPool(config: Parameters<typeof sitePool>[1]): Promise<SitePool> {
  const found = await sitePool(kit.control, config, callback);
  if ('fault' in found) throw new Error(found.fault);
  return found.pool;
}

/** To the pool's page and back with a code. */
async function comeBack(pool: SitePool, browser: TestBrowser) {
  const { location, attempt } = await beginSignIn(pool, callback, '/portals/p1');
  const begun = await browser.go(location);
  const back = new URL(
    begun.location.startsWith(callback) ? begun.location : await browser.signIn(begun.location),
  );
  return { attempt, state: back.searchParams.get('state'), code: back.searchParams.get('code') ?? '' };
}

test('a reader comes back with a code and is let in as long as the id token', async () => {
  const { config, of, ada, browser } = await start();
  const pool = await openPool(config);
  const { attempt, state, code } = await comeBack(pool, browser);
  expect(isAnswerTo(attempt, state)).toBe(true);
  const reader = await finishSignIn(pool, attempt, code);
  expect(reader).toEqual({ userId: ada.id, username: 'ada', expiresAt: expect.any(Number) });
  expect(reader.expiresAt - Date.now() / 1000).toBeLessThanOrEqual(3600);
  const sealed = await sealReader(secret, of, reader);
  expect(decodeJwt(sealed).exp).toBe(reader.expiresAt);
  expect(await openReader(secret, of, sealed)).toEqual(reader);
});

test('RFC 6749, 10.12: an answer to another attempt is none to this', async () => {
  const { config, browser } = await start();
  const pool = await openPool(config);
  const { attempt, state } = await comeBack(pool, browser);
  for (const wrong of [null, '', 'x', `${state}x`]) expect(isAnswerTo(attempt, wrong)).toBe(false);
});

test.each([
  ['OpenID Connect Core 3.1.3.7: another nonce', { nonce: 'another' }],
  ['RFC 7636: another verifier', { verifier: 'v'.repeat(43) }],
  ['RFC 6749, 4.1.3: another redirect_uri', { redirectUri: 'https://shop.example/other' }],
])('%s lets nobody in', async (_rule, part) => {
  const { config, browser } = await start();
  const pool = await openPool(config);
  const { attempt, code } = await comeBack(pool, browser);
  await expect(finishSignIn(pool, { ...attempt, ...part }, code)).rejects.toThrow();
});

test('a code is taken once, and one of another client never', async () => {
  const { config, pool: made, browser } = await start();
  const pool = await openPool(config);
  const first = await comeBack(pool, browser);
  await finishSignIn(pool, first.attempt, first.code);
  await expect(finishSignIn(pool, first.attempt, first.code)).rejects.toThrow();
  const other = await kit.control.userPools.createClient(editor, made.id, {
    clientName: 'Other',
    callbackUrls: [callback],
  });
  const second = await comeBack(pool, browser);
  const asOther = await openPool({ ...config, appClientId: other.clientId });
  await expect(finishSignIn(asOther, second.attempt, second.code)).rejects.toThrow();
});

test.each([
  ['secret', { generateSecret: true }],
  ['flow', { allowedOAuthFlows: [] }],
  ['scope', { allowedOAuthScopes: ['email'] }],
  ['callback', { callbackUrls: ['https://shop.example/other'] }],
] as const)('the owner is told of a fault: %s', async (fault, client) => {
  const { config } = await start(client);
  expect(await sitePool(kit.control, config, callback)).toEqual({ fault });
});

test('the owner is told of a pool or client that is gone', async () => {
  const { config, pool } = await start();
  expect(await sitePool(kit.control, { ...config, appClientId: 'gone' }, callback)).toEqual({
    fault: 'client',
  });
  const elsewhere = config.userPoolArn
    .replace('000000000000', '111122223333')
    .replace(/:\d{12}:/, ':999999999999:');
  expect(await sitePool(kit.control, { ...config, userPoolArn: elsewhere }, callback)).toEqual({
    fault: 'pool',
  });
  await kit.control.userPools.delete(editor, pool.id);
  expect(await sitePool(kit.control, config, callback)).toEqual({ fault: 'pool' });
});

test('signing out ends the pool’s session, and comes back where the client allows it', async () => {
  const { config, client } = await start({ logoutUrls: ['https://shop.example'] });
  const pool = await openPool(config);
  expect(signOutLocation(pool, 'https://shop.example')).toBe(
    `${pool.issuer}/logout?client_id=${client.clientId}&logout_uri=https%3A%2F%2Fshop.example`,
  );
  expect(signOutLocation(pool, 'https://other.example')).toBe(
    `${pool.issuer}/logout?client_id=${client.clientId}`,
  );
});

const of = { portalId: 'p1', userPoolArn: 'arn:pool', appClientId: 'c1' };
const reader = { userId: 'u1', username: 'ada', expiresAt: Math.floor(Date.now() / 1000) + 60 };
const attempt = { state: 's', nonce: 'n', verifier: 'v', redirectUri: callback, next: '/portals/p1' };

test.each([
  ['another portal', secret, { ...of, portalId: 'p2' }],
  ['another pool', secret, { ...of, userPoolArn: 'arn:other' }],
  ['another app client', secret, { ...of, appClientId: 'c2' }],
  ['another installation', 'another secret', of],
])('a session is worth nothing to %s', async (_name, otherSecret, other) => {
  expect(await openReader(otherSecret, other, await sealReader(secret, of, reader))).toBeUndefined();
  expect(await openAttempt(otherSecret, other, await sealAttempt(secret, of, attempt))).toBeUndefined();
});

test('a session that has ended, was changed, or is an attempt lets nobody in', async () => {
  const ended = await sealReader(secret, of, { ...reader, expiresAt: Math.floor(Date.now() / 1000) - 1 });
  const [head, , signature] = (await sealReader(secret, of, reader)).split('.');
  const claims = { ...decodeJwt(await sealReader(secret, of, reader)), sub: 'u2' };
  const changed = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${changed.split('.')[1]}.`;
  const other = await sealAttempt(secret, of, attempt);
  for (const sealed of [ended, changed, unsigned, other, 'nonsense', '', undefined])
    expect(await openReader(secret, of, sealed)).toBeUndefined();
  expect(await openAttempt(secret, of, other)).toEqual(attempt);
});
