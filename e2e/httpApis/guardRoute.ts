import { expect } from '@playwright/test';
import { type HttpWalk, openTab, save } from './HttpWalk';

/** An authorizer that is refused, then made, attached to GET /pets/{id} and taken away again. */
export async function guardRoute(walk: HttpWalk, name: string, url: string): Promise<void> {
  const { page } = walk;
  await openTab(walk, name, 'Authorizers');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('visitors');
  await drawer.getByLabel('Issuer').fill('https://issuer.example');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer.getByText('A JWT authorizer needs an audience')).toBeVisible();
  await drawer.getByLabel('Audience').fill('shop');
  await save(page);
  await attach(walk, name, 'visitors: JWT');
  const refused = await fetch(url);
  expect([refused.status, await refused.json()]).toEqual([401, { message: 'Unauthorized' }]);
  await attach(walk, name, 'None: anyone may call');
  expect((await fetch(url)).status).toBe(202);
}

async function attach(walk: HttpWalk, name: string, authorizer: string): Promise<void> {
  const { page } = walk;
  await openTab(walk, name, 'Routes');
  await page.getByRole('button', { name: 'GET /pets/{id}', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Authorizer', { exact: true }).selectOption(authorizer);
  await save(page);
}
