import { describe, expect, test, vi } from 'vitest';
import { CodeFlow, callback, editor, errorOf, startFlow, TestBrowser, userPoolKit } from './testing';

const kit = userPoolKit();
const text = (value: unknown) => String(value);

const start = (client: object = {}) => startFlow(kit, client);

describe('what a client may ask for', () => {
  test.each<[rule: string, part: Record<string, string | undefined>, error: string, toClient: boolean]>([
    [
      'no PKCE from a public client',
      { code_challenge: undefined, code_challenge_method: undefined },
      'invalid_request',
      true,
    ],
    ['PKCE in clear', { code_challenge_method: 'plain' }, 'invalid_request', true],
    [
      'an address that is not registered',
      { redirect_uri: 'https://evil.example/callback' },
      'invalid_redirect_uri',
      false,
    ],
    [
      'a registered address with more behind it',
      { redirect_uri: `${callback}/../x` },
      'invalid_redirect_uri',
      false,
    ],
    ['a registered address with a query', { redirect_uri: `${callback}?x=1` }, 'invalid_redirect_uri', false],
    [
      'another host that begins alike',
      { redirect_uri: 'https://shop.example.evil.example/callback' },
      'invalid_redirect_uri',
      false,
    ],
    ['no address', { redirect_uri: undefined }, 'invalid_request', false],
    ['no client', { client_id: undefined }, 'invalid_request', false],
    ['an unknown client', { client_id: 'x'.repeat(26) }, 'invalid_client', false],
    ['an access token at once', { response_type: 'token' }, 'unsupported_response_type', true],
    ['a scope that the client may not have', { scope: 'openid pets/write' }, 'invalid_scope', true],
    ['a request object', { request: 'a.b.c' }, 'request_not_supported', true],
    ['a request elsewhere', { request_uri: 'http://127.0.0.1:1/' }, 'request_uri_not_supported', true],
  ])('%s is refused', async (_rule, part, error, toClient) => {
    const { flow } = await start();
    const answer = await flow.authorize(part);
    expect(errorOf(answer)).toBe(error);
    expect(new RegExp(`^${callback}[?#]`).test(answer.location)).toBe(toClient);
    if (!toClient) expect(answer.status).toBe(400);
  });

  test('another pool’s client is nobody here', async () => {
    const { pool } = await start();
    const other = await kit.control.userPools.create(editor, { name: 'Other' });
    const theirs = await kit.control.userPools.createClient(editor, other.id, {
      clientName: 'x',
      callbackUrls: [callback],
    });
    const flow = new CodeFlow(new TestBrowser(kit), pool.issuer, theirs.clientId);
    expect(errorOf(await flow.authorize())).toBe('invalid_client');
    expect(errorOf(await flow.token({ grant_type: 'refresh_token', refresh_token: 'x' }))).toBe(
      'invalid_client',
    );
  });

  test('what it says is shown as text', async () => {
    const { flow } = await start();
    const { body, headers } = await flow.authorize({
      client_id: '<script>alert(1)</script>',
      redirect_uri: '"><img src=x>',
    });
    expect(body).not.toMatch(/<script>alert|<img/);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('codes', () => {
  test('a code is good once; a second try ends what the first one gave', async () => {
    const { flow } = await start();
    const code = await flow.code();
    const first = await flow.exchange(code);
    expect(first.status).toBe(200);
    expect(errorOf(await flow.exchange(code))).toBe('invalid_grant');
    expect(errorOf(await flow.refresh(text(first.json.refresh_token)))).toBe('invalid_grant');
  });

  test('of ten at the same time one gets tokens', async () => {
    const { flow } = await start();
    const code = await flow.code();
    const answers = await Promise.all(Array.from({ length: 10 }, () => flow.exchange(code)));
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
  });

  test.each<[rule: string, part: Record<string, string>]>([
    ['another verifier', { code_verifier: 'y'.repeat(43) }],
    ['an empty verifier', { code_verifier: '' }],
    ['another address', { redirect_uri: 'https://shop.example/other' }],
  ])('%s is refused', async (_rule, part) => {
    const { flow } = await start();
    const answer = await flow.exchange(await flow.code(), part);
    expect([answer.status, ['invalid_grant', 'invalid_request'].includes(text(answer.json.error))]).toEqual([
      400,
      true,
    ]);
  });

  test('another client’s code is worth nothing', async () => {
    const { pool, flow } = await start();
    const other = await kit.control.userPools.createClient(editor, pool.id, {
      clientName: 'Thief',
      callbackUrls: [callback],
    });
    expect(errorOf(await flow.exchange(await flow.code(), { client_id: other.clientId }))).toBe(
      'invalid_grant',
    );
  });

  test('after a minute it is over', async () => {
    const { flow } = await start();
    const code = await flow.code();
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
    try {
      expect(errorOf(await flow.exchange(code))).toBe('invalid_grant');
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('refresh tokens', () => {
  test('one that was handed on and comes again ends its whole family', async () => {
    const { flow } = await start();
    const { json: first } = await flow.exchange(await flow.code());
    const { json: second } = await flow.refresh(text(first.refresh_token));
    expect(errorOf(await flow.refresh(text(first.refresh_token)))).toBe('invalid_grant');
    expect(errorOf(await flow.refresh(text(second.refresh_token)))).toBe('invalid_grant');
  });

  test('another client’s, a revoked one and one for more scopes are refused', async () => {
    const { pool, flow } = await start();
    const { json } = await flow.exchange(await flow.code());
    const refresh_token = text(json.refresh_token);
    const other = await kit.control.userPools.createClient(editor, pool.id, {
      clientName: 'Thief',
      callbackUrls: [callback],
    });
    const grant = { grant_type: 'refresh_token', refresh_token };
    expect(errorOf(await flow.token({ ...grant, client_id: other.clientId }))).toBe('invalid_grant');
    expect(errorOf(await flow.token({ ...grant, scope: 'openid profile' }))).toBe('invalid_scope');
    expect((await flow.post('/oauth2/revoke', { token: refresh_token })).status).toBe(200);
    expect(errorOf(await flow.token(grant))).toBe('invalid_grant');
    expect(
      (
        await flow.browser.go(`${pool.issuer}/oauth2/userInfo`, {
          headers: { authorization: `Bearer ${json.access_token}` },
        })
      ).status,
    ).toBe(401);
  });

  test('a wrong secret gets nothing', async () => {
    const { flow, pool, client } = await start({ generateSecret: true });
    const thief = new CodeFlow(flow.browser, pool.issuer, client.clientId, 'guess');
    expect((await thief.token({ grant_type: 'refresh_token', refresh_token: 'x' })).json.error).toBe(
      'invalid_client',
    );
    const bare = new CodeFlow(flow.browser, pool.issuer, client.clientId);
    expect((await bare.token({ grant_type: 'refresh_token', refresh_token: 'x' })).json.error).toBe(
      'invalid_client',
    );
  });
});
