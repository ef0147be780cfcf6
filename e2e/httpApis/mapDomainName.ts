import { expect } from '@playwright/test';
import { callAs } from '../domainNames/callAs';
import type { HttpWalk } from './HttpWalk';

const host = 'shop.example.com';

/** A key of several parts, which only the second API knows; a call of the name by its Host comes through. */
export async function mapDomainName({ page, consoleUrl, gatewayUrl }: HttpWalk, name: string): Promise<void> {
  const api = page.url();
  await page.goto(`${consoleUrl}/console/domain-names?create=1`);
  await page.getByRole('dialog').getByLabel('Domain name').fill(host);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: host })).toBeVisible();
  await page.getByRole('button', { name: 'Add mapping' }).click();
  const dialog = page.getByRole('dialog');
  const label = await dialog.locator('option', { hasText: `${name} · HTTP` }).innerText();
  await dialog.getByLabel('API', { exact: true }).selectOption({ label });
  await dialog.getByLabel('Base path').fill('orders/v2');
  await dialog.getByLabel('Stage').selectOption('prod');
  await dialog.getByRole('button', { name: 'Add mapping' }).click();
  await expect(page.getByRole('row', { name: /orders\/v2/ })).toContainText('HTTP');
  const answer = await callAs(host, `${gatewayUrl}/orders/v2/orders`);
  expect(answer).toMatchObject({ status: 200, body: { path: '/list' } });
  await page.getByRole('button', { name: 'Delete base path orders/v2' }).click();
  await expect(page.getByText('No base path yet')).toBeVisible();
  await page.goto(api);
}
