import { expect, type Page } from '@playwright/test';
import type { MadePool } from './makePool';

export const clientName = 'Web shop';

/** A resource server with a scope, as the console writes it. */
export async function addResourceServer(page: Page, pool: MadePool): Promise<void> {
  await page.goto(`${pool.url}/resource-servers?create=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Identifier').fill('orders');
  await dialog.getByRole('button', { name: 'Add scope' }).click();
  await dialog.getByLabel('Scope name').fill('read');
  await dialog.getByLabel('Description of read').fill('Reads orders');
  await dialog.getByRole('button', { name: 'Add resource server' }).click();
  await expect(page.getByRole('row', { name: /^orders/ })).toContainText('read');
}

/** A public client for people. A wrong address is refused with its line. @returns its id */
export async function makePublicClient(page: Page, pool: MadePool, callback: string): Promise<string> {
  await page.goto(`${pool.url}/clients?create=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(clientName);
  await dialog.getByLabel('Callback URLs').fill('not an address');
  await dialog.getByRole('button', { name: 'Create app client' }).click();
  await expect(dialog.getByText(/^Line 1:/)).toBeVisible();
  await dialog.getByLabel('Callback URLs').fill(callback);
  await dialog.getByRole('checkbox', { name: 'orders/read' }).check();
  await dialog.getByRole('button', { name: 'Create app client' }).click();
  await expect(page.getByRole('heading', { name: clientName })).toBeVisible();
  return page.url().split('/').at(-1) ?? '';
}

/** A program's own client: its secret is shown once, and gets a token with the scope `orders/read`. */
export async function makeMachineClient(
  page: Page,
  pool: MadePool,
): Promise<{ clientId: string; token: string }> {
  await page.goto(`${pool.url}/clients?create=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Nightly job');
  await dialog.getByRole('checkbox', { name: /^code/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /^client_credentials/ }).check();
  await dialog.getByRole('checkbox', { name: 'orders/read' }).check();
  await dialog.getByRole('switch', { name: 'Client secret' }).click();
  await dialog.getByRole('button', { name: 'Create app client' }).click();
  const once = page.getByRole('dialog', { name: 'Client secret' });
  await expect(once.locator('code')).toHaveCount(2);
  const [clientId = '', secret = ''] = await once.locator('code').allTextContents();
  await once.getByRole('button', { name: 'I stored it' }).click();
  await expect(page.getByRole('heading', { name: 'Nightly job' })).toBeVisible();
  expect((await page.content()).includes(secret)).toBe(false);
  await expect(page.getByRole('button', { name: /sign-in$/ })).toHaveCount(0);

  const sample = await page
    .locator('figure', { hasText: 'Token of the program itself' })
    .locator('pre')
    .textContent();
  expect(sample).toContain(`${pool.issuer}/oauth2/token`);
  const answer = await fetch(`${pool.issuer}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'orders/read' }),
  });
  expect(answer.status).toBe(200);
  const tokens = (await answer.json()) as { access_token: string };
  expect(tokens).toMatchObject({ token_type: 'Bearer', access_token: expect.any(String) });
  return { clientId, token: tokens.access_token };
}
