import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { challengeOf, claimsOf, redeem, startTrial, takeTrial } from './signInTrial';

/** As a tab's storage. */
function storage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

let server: Server | undefined;
afterEach(() => server?.close());

/** A token endpoint. */
async function endpoint(answer: RequestListener): Promise<string> {
  server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise((listening) => server?.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`;
}

const input = {
  authorizeUrl: 'http://localhost:3000/userpools/p/oauth2/authorize',
  clientId: 'c',
  redirectUri: 'http://localhost:3000/console/back',
  scopes: ['openid', 'orders/read'],
};

const tokenWith = (claims: object) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.sig`;

test('RFC 7636 appendix B', async () => {
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  expect(await challengeOf(verifier)).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM');
});

test('the page is asked with the challenge of a verifier that stays in the tab, and the way back is taken once', async () => {
  const store = storage();
  const url = new URL(await startTrial(input, store));
  const query = Object.fromEntries(url.searchParams);
  expect(query).toMatchObject({
    response_type: 'code',
    client_id: 'c',
    redirect_uri: input.redirectUri,
    scope: 'openid orders/read',
    code_challenge_method: 'S256',
  });
  const state = query.state ?? '';
  const trial = takeTrial(state, store);
  expect(await challengeOf(trial.verifier)).toBe(query.code_challenge);
  expect(url.href).not.toContain(trial.verifier);
  expect(() => takeTrial(state, store)).toThrow(/began no such sign-in/);
});

test('a state that this tab did not send is refused', () => {
  expect(() => takeTrial('theirs', storage())).toThrow(/began no such sign-in/);
});

test('the code is redeemed with the verifier, and the tokens are read as UTF-8', async () => {
  const trial = { verifier: 'v', nonce: 'n', clientId: 'c', redirectUri: input.redirectUri };
  let sent = '';
  const url = await endpoint(async (request, response) => {
    for await (const chunk of request) sent += String(chunk);
    response.setHeader('content-type', 'application/json');
    const idToken = tokenWith({ nonce: 'n', name: 'Zoë 🎈' });
    response.end(JSON.stringify({ id_token: idToken, access_token: 'a.e30.s', expires_in: 300 }));
  });
  const tokens = await redeem(url, 'the code', trial);
  expect(claimsOf(tokens.id_token ?? '')).toEqual({ nonce: 'n', name: 'Zoë 🎈' });
  expect(Object.fromEntries(new URLSearchParams(sent))).toEqual({
    grant_type: 'authorization_code',
    client_id: 'c',
    redirect_uri: input.redirectUri,
    code: 'the code',
    code_verifier: 'v',
  });
});

test.each([
  [
    'its own words',
    400,
    { error: 'invalid_grant', error_description: 'code is used' },
    /invalid_grant: code/,
  ],
  ['another nonce', 200, { id_token: tokenWith({ nonce: 'x' }), access_token: 'a' }, /nonce/],
])('%s', async (_rule, status, body, message) => {
  const url = await endpoint((_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  const trial = { verifier: 'v', nonce: 'n', clientId: 'c', redirectUri: input.redirectUri };
  await expect(redeem(url, 'code', trial)).rejects.toThrow(message);
});
