import { createHash, randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { startCallbackListener } from '../fixtures/startCallbackListener';
import { grace, type MadePool } from './makePool';

export interface Tokens {
  id_token: string;
  access_token: string;
  refresh_token: string;
}

/** Fills the hosted page in; a wrong password is refused there first. */
export async function signInOnHostedPage(page: Page, password = grace.password): Promise<void> {
  await page.waitForURL(/\/userpools\//);
  await page.getByRole('textbox', { name: 'User name' }).fill(grace.username);
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong-meadow-31');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'User name' }).fill(grace.username);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** As an app of the client's does it: the page with PKCE, the way back with a code, the code for tokens. */
export async function signInToApp(
  page: Page,
  pool: MadePool,
  clientId: string,
  listener: Awaited<ReturnType<typeof startCallbackListener>>,
): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: listener.url,
    scope: 'openid email profile orders/read',
    state: 'the state',
    nonce: 'the nonce',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  });
  const back = listener.next();
  await page.goto(`${pool.issuer}/oauth2/authorize?${query}`);
  await signInOnHostedPage(page);
  const visit = await back;
  expect(visit.get('state')).toBe('the state');
  const answer = await fetch(`${pool.issuer}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: listener.url,
      code: visit.get('code') ?? '',
      code_verifier: verifier,
    }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Tokens;
}

export const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
