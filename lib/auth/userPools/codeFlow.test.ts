import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import { CodeFlow, callback, editor, password, startFlow, TestBrowser, userPoolKit } from './testing';

const kit = userPoolKit();

const start = (client: object = {}) => startFlow(kit, client);
const text = (value: unknown) => String(value);

test('discovery names the pool’s own address and Cognito’s paths', async () => {
  const { pool, browser } = await start();
  const { json } = await browser.go(`${pool.issuer}/.well-known/openid-configuration`);
  expect(json).toMatchObject({
    issuer: pool.issuer,
    authorization_endpoint: `${pool.issuer}/oauth2/authorize`,
    token_endpoint: `${pool.issuer}/oauth2/token`,
    userinfo_endpoint: `${pool.issuer}/oauth2/userInfo`,
    revocation_endpoint: `${pool.issuer}/oauth2/revoke`,
    end_session_endpoint: `${pool.issuer}/logout`,
    jwks_uri: `${pool.issuer}/.well-known/jwks.json`,
    code_challenge_methods_supported: ['S256'],
    response_types_supported: ['code'],
  });
  const { json: jwks } = await browser.go(`${pool.issuer}/.well-known/jwks.json`);
  expect(jwks).toEqual(kit.snapshots.at(-1)?.userPools?.[0]?.jwks);
  expect(kit.faults).toEqual([]);
});

test('from a client to the hosted page and back, with tokens as Cognito’s', async () => {
  const { pool, ada, client, browser, flow } = await start();
  const begun = await flow.authorize();
  expect([begun.status, new URL(begun.location, kit.url).pathname]).toEqual([
    303,
    expect.stringMatching(new RegExp(`^/userpools/${pool.id}/interaction/[\\w-]+$`)),
  ]);
  expect(await kit.pages.describe(browser.at(begun.location))).toEqual({
    poolName: 'Shop',
    clientName: 'Web shop',
    selfSignUp: true,
    passwordMinimumLength: 8,
    username: '',
  });
  const back = new URL(await browser.signIn(begun.location));
  expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([callback, 'state1']);
  const { status, json } = await flow.exchange(text(back.searchParams.get('code')));
  expect(status).toBe(200);
  expect(json).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'openid email pets/read' });
  expect(json.refresh_token).toEqual(expect.any(String));

  const keys = createLocalJWKSet(
    kit.snapshots.at(-1)?.userPools?.[0]?.jwks as Parameters<typeof createLocalJWKSet>[0],
  );
  const id = await jwtVerify(text(json.id_token), keys, { issuer: pool.issuer, audience: client.clientId });
  const common = {
    sub: ada.id,
    iss: pool.issuer,
    'cognito:groups': ['staff'],
    origin_jti: expect.any(String),
    auth_time: expect.any(Number),
    iat: expect.any(Number),
    exp: expect.any(Number),
    jti: expect.any(String),
  };
  expect(id.payload).toEqual({
    ...common,
    token_use: 'id',
    aud: client.clientId,
    'cognito:username': 'ada',
    email: 'ada@example.com',
    email_verified: true,
    nonce: 'nonce1',
  });
  const access = await jwtVerify(text(json.access_token), keys, { issuer: pool.issuer });
  expect(access.payload).toEqual({
    ...common,
    token_use: 'access',
    client_id: client.clientId,
    username: 'ada',
    scope: 'openid email pets/read',
  });
  expect(decodeProtectedHeader(text(json.access_token))).toEqual({ alg: 'RS256', kid: expect.any(String) });
  expect(kit.faults).toEqual([]);
});

test('userInfo tells what the scopes allow', async () => {
  const { pool, ada, browser, flow } = await start();
  await kit.control.userPools.updateUser(editor, pool.id, ada.id, {
    attributes: {
      name: 'Ada Lovelace',
      phone_number: '+4912345',
      'custom:tier': 'gold',
      email_verified: 'true',
    },
  });
  const ask = async (scope: string) => {
    const { json } = await flow.exchange(await flow.code({ scope }));
    const headers = { authorization: `Bearer ${json.access_token}` };
    return (await browser.go(`${pool.issuer}/oauth2/userInfo`, { headers })).json;
  };
  const email = { email: 'ada@example.com', email_verified: true };
  const person = { sub: ada.id, username: 'ada' };
  expect(await ask('openid email')).toEqual({ ...person, ...email });
  expect(await ask('openid profile')).toEqual({ ...person, name: 'Ada Lovelace', 'custom:tier': 'gold' });
  expect(await ask('openid')).toEqual({
    ...person,
    ...email,
    name: 'Ada Lovelace',
    phone_number: '+4912345',
    'custom:tier': 'gold',
  });
});

test('who is signed in already is not asked again, unless the client wants it', async () => {
  const { browser, flow } = await start();
  await flow.code();
  expect((await flow.authorize()).location).toMatch(/^https:\/\/shop\.example\/callback\?code=/);
  expect((await flow.authorize({ prompt: 'login' })).location).toContain('/interaction/');
  expect(
    (await new CodeFlow(new TestBrowser(kit), flow.issuer, flow.clientId).authorize({ prompt: 'none' }))
      .location,
  ).toContain('error=login_required');
  expect(browser).toBeDefined();
});

test('/login is Cognito’s name for where it begins', async () => {
  const { flow, browser } = await start();
  const { location } = await browser.go(
    `${flow.issuer}/login?${new URLSearchParams({ response_type: 'code', client_id: flow.clientId, redirect_uri: callback, scope: 'openid', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' })}`,
  );
  expect(location).toContain('/interaction/');
  expect(await browser.signIn(location)).toContain('code=');
});

test('a client with a secret needs no PKCE; by header and by body', async () => {
  const { flow, client } = await start({ generateSecret: true });
  const none = { code_challenge: undefined, code_challenge_method: undefined };
  const { json } = await flow.token({
    grant_type: 'authorization_code',
    code: await flow.code(none),
    redirect_uri: callback,
  });
  expect(json.access_token).toEqual(expect.any(String));
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code: await flow.code(none),
    redirect_uri: callback,
    client_id: client.clientId,
    client_secret: text(client.clientSecret),
  });
  expect((await flow.browser.go(`${flow.issuer}/oauth2/token`, { method: 'POST', body })).status).toBe(200);
});

test('refresh: a public client’s token is handed on for another, and the first token’s time of sign-in stays', async () => {
  const { flow } = await start();
  const { json: first } = await flow.exchange(await flow.code());
  const { json: second, status } = await flow.refresh(text(first.refresh_token));
  expect(status).toBe(200);
  expect(second.refresh_token).not.toBe(first.refresh_token);
  const [one, two] = [decodeJwt(text(first.id_token)), decodeJwt(text(second.id_token))];
  expect([two.auth_time, two.origin_jti, two.sub]).toEqual([one.auth_time, one.origin_jti, one.sub]);
  expect(two.jti).not.toBe(one.jti);
});

test('client_credentials: scopes of resource servers, and no person', async () => {
  const { pool, flow, client } = await start({
    generateSecret: true,
    allowedOAuthFlows: ['client_credentials'],
    allowedOAuthScopes: ['pets/read', 'pets/write'],
  });
  const all = await flow.token({ grant_type: 'client_credentials' });
  expect(all.json).toEqual({
    access_token: expect.any(String),
    expires_in: 3600,
    token_type: 'Bearer',
    scope: 'pets/read pets/write',
  });
  expect(decodeJwt(text(all.json.access_token))).toMatchObject({
    sub: client.clientId,
    client_id: client.clientId,
    token_use: 'access',
    scope: 'pets/read pets/write',
    iss: pool.issuer,
  });
  const one = await flow.token({ grant_type: 'client_credentials', scope: 'pets/read' });
  expect(decodeJwt(text(one.json.access_token)).scope).toBe('pets/read');
  for (const scope of ['openid', 'pets/delete', 'dogs/read'])
    expect((await flow.token({ grant_type: 'client_credentials', scope })).json.error).toBe('invalid_scope');
});

test('signing out ends the session and leads to a registered address alone', async () => {
  const { flow, browser } = await start();
  await flow.code();
  const query = new URLSearchParams({ client_id: flow.clientId, logout_uri: 'https://shop.example/bye' });
  const page = await browser.go(`${flow.issuer}/logout?${query}`);
  expect(page.body).toContain('Signing out');
  expect((await browser.submit(page)).location).toBe('https://shop.example/bye');
  expect((await flow.authorize()).location).toContain('/interaction/');
});

test('another browser, another person, same session page', async () => {
  const { pool, flow, browser } = await start();
  await kit.control.userPools.createUser(editor, pool.id, {
    username: 'bob',
    email: 'bob@example.com',
    password: 'another password',
    permanent: true,
  });
  await flow.code();
  const { location } = await flow.authorize({ prompt: 'login' });
  const outcome = await kit.pages.signIn(browser.at(location), {
    username: 'bob',
    password: 'another password',
  });
  if (!('goTo' in outcome)) throw new Error('unexpected');
  const ended = await browser.submit(await browser.go(outcome.goTo));
  const back = await browser.go(ended.location);
  const { json } = await flow.exchange(text(new URL(back.location).searchParams.get('code')));
  expect(decodeJwt(text(json.id_token))['cognito:username']).toBe('bob');
});

describe('one sign-in, by pages and by calls', () => {
  const byCall = async (ClientId: string, AuthFlow: string, AuthParameters: Record<string, string>) => {
    const call = {
      operation: 'InitiateAuth',
      input: { ClientId, AuthFlow, AuthParameters },
      sourceIp: '192.0.2.1',
    };
    const { AuthenticationResult } = await kit.control.userPools.identityProvider(call);
    return AuthenticationResult as Record<string, string>;
  };

  test('a refresh token of the hosted pages serves Cognito’s call', async () => {
    const { flow, client } = await start();
    const { json } = await flow.exchange(await flow.code());
    const REFRESH_TOKEN = text(json.refresh_token);
    const tokens = await byCall(client.clientId, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN });
    const [before, after] = [decodeJwt(text(json.access_token)), decodeJwt(text(tokens.AccessToken))];
    expect([after.scope, after.origin_jti, after.sub]).toEqual([before.scope, before.origin_jti, before.sub]);
    expect((await flow.refresh(REFRESH_TOKEN)).status).toBe(200);
    await expect(byCall(client.clientId, 'REFRESH_TOKEN_AUTH', { REFRESH_TOKEN })).rejects.toMatchObject({
      type: 'NotAuthorizedException',
      message: 'Refresh Token has been revoked',
    });
  });

  test('a refresh token of Cognito’s call serves the token endpoint', async () => {
    const { flow, client } = await start();
    const tokens = await byCall(client.clientId, 'USER_PASSWORD_AUTH', {
      USERNAME: 'ada',
      PASSWORD: password,
    });
    const { status, json } = await flow.refresh(text(tokens.RefreshToken));
    expect(status).toBe(200);
    expect(decodeJwt(text(json.id_token)).origin_jti).toBe(decodeJwt(text(tokens.IdToken)).origin_jti);
    const user = await kit.control.userPools.identityProvider({
      operation: 'GetUser',
      input: { AccessToken: json.access_token },
      sourceIp: '192.0.2.1',
    });
    expect(user.Username).toBe('ada');
  });
});

test('a page of the client’s own may ask for tokens, other pages may not', async () => {
  const { flow, browser } = await start();
  const ask = (origin: string) =>
    browser.go(`${flow.issuer}/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: flow.clientId,
        grant_type: 'refresh_token',
        refresh_token: 'x',
      }),
      headers: { origin },
    });
  const own = await ask('https://shop.example');
  expect([own.json.error, own.headers.get('access-control-allow-origin')]).toEqual([
    'invalid_grant',
    'https://shop.example',
  ]);
  for (const origin of ['https://evil.example', 'null']) {
    const other = await ask(origin);
    expect([other.json.error, other.headers.get('access-control-allow-origin')]).toEqual([
      'invalid_request',
      null,
    ]);
  }
});
