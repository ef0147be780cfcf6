import { decodeJwt, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { editor, errorOf, startFlow, userPoolKit } from './testing';

const kit = userPoolKit();
const text = (value: unknown) => String(value);

const start = (client: object = {}) => startFlow(kit, client);

describe('people who may no more', () => {
  const ways: [string, (poolId: string, userId: string) => Promise<unknown>][] = [
    [
      'disabled',
      (poolId, userId) => kit.control.userPools.updateUser(editor, poolId, userId, { enabled: false }),
    ],
    ['deleted', (poolId, userId) => kit.control.userPools.deleteUser(editor, poolId, userId)],
    [
      'given another password',
      (poolId, userId) =>
        kit.control.userPools.updateUser(editor, poolId, userId, {
          password: 'another password',
          permanent: true,
        }),
    ],
  ];
  test.each(ways)('%s: code, refresh token, session and userInfo end at once', async (_rule, end) => {
    const { pool, ada, flow, browser } = await start();
    const { json } = await flow.exchange(await flow.code());
    const code = await flow.code();
    await end(pool.id, ada.id);
    expect(errorOf(await flow.exchange(code))).toBe('invalid_grant');
    expect(errorOf(await flow.refresh(text(json.refresh_token)))).toBe('invalid_grant');
    const headers = { authorization: `Bearer ${json.access_token}` };
    expect((await browser.go(`${pool.issuer}/oauth2/userInfo`, { headers })).status).toBe(401);
    expect((await flow.authorize()).location).toContain('/interaction/');
    expect(kit.faults).toEqual([]);
  });

  test('a session whose person is gone by another way is asked to sign in', async () => {
    const { ada, flow } = await start();
    await flow.code();
    const { poolUsers } = await import('@/db/schema');
    const { eq } = await import('drizzle-orm');
    await kit.database.db.update(poolUsers).set({ enabled: false }).where(eq(poolUsers.id, ada.id));
    expect((await flow.authorize()).location).toContain('/interaction/');
    expect(kit.faults).toEqual([]);
  });
});

describe('tokens made elsewhere', () => {
  test('userInfo takes neither forged, nor another pool’s, nor an id token, nor the name of one', async () => {
    const { pool, flow, browser } = await start();
    const { json } = await flow.exchange(await flow.code());
    const other = await kit.control.userPools.create(editor, { name: 'Other' });
    const claims = decodeJwt(text(json.access_token));
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('x'.repeat(32)));
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${text(json.access_token).split('.')[1]}.`;
    const ask = async (issuer: string, token: string) =>
      (await browser.go(`${issuer}/oauth2/userInfo`, { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect(await ask(pool.issuer, text(json.access_token))).toBe(200);
    for (const token of [
      forged,
      none,
      text(json.id_token),
      text(claims.jti),
      text(claims.origin_jti),
      text(json.refresh_token),
    ])
      expect(await ask(pool.issuer, token)).toBe(401);
    expect(await ask(other.issuer, text(json.access_token))).toBe(401);
  });
});

describe('signing out', () => {
  test.each([
    'https://evil.example',
    'https://shop.example/bye?x',
    'https://shop.example/bye/',
    'javascript:alert(1)',
    '//evil.example',
  ])('does not lead to %s', async (address) => {
    const { flow, browser } = await start();
    await flow.code();
    for (const name of ['logout_uri', 'post_logout_redirect_uri']) {
      const query = new URLSearchParams({ client_id: flow.clientId, [name]: address });
      const answer = await browser.go(`${flow.issuer}/logout?${query}`);
      expect([answer.status, answer.location]).toEqual([400, '']);
    }
    const anonymous = await browser.submit(
      await browser.go(`${flow.issuer}/logout?${new URLSearchParams({ logout_uri: address })}`),
    );
    expect(anonymous.location).toBe(`${flow.issuer}/logout/success`);
    expect((await browser.go(anonymous.location)).body).toContain('You are signed out');
  });
});
