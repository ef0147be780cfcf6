import { expect, type Page } from '@playwright/test';

export const developer = {
  name: 'Dev Eloper',
  email: 'dev@example.com',
  password: 'marble-harbour-31-tulip',
};

/** Point 8: from the catalogue to an own key, without having been here before. @returns the key's value */
export async function getKey(page: Page, portalUrl: string): Promise<string> {
  await page.goto(portalUrl);
  await page.getByRole('link', { name: /Orders API/ }).click();
  await expectInertOverview(page);
  await page.getByRole('link', { name: 'Plans' }).click();
  await page.getByRole('link', { name: 'Sign up for a key' }).click();
  await page.getByLabel('Name').fill(developer.name);
  await page.getByLabel('E-mail').fill(developer.email);
  await page.getByLabel('Password').fill(developer.password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Subscribe' }).click();
  const key = (await page.getByTestId('key-value').textContent())?.trim() ?? '';
  expect(key.length).toBeGreaterThanOrEqual(20);
  await page.getByRole('link', { name: 'I stored it' }).click();
  await expect(page.getByRole('heading', { name: 'My app' })).toBeVisible();
  await expect(page.getByText(key)).toBeHidden();
  return key;
}

/** The overview's script did not run and its `javascript:` link leads nowhere; the text is there. */
async function expectInertOverview(page: Page): Promise<void> {
  await expect(page.getByText('click', { exact: true })).toBeVisible();
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Orders API/);
}

/** Try-it with the own key, filled in by the server: same origin, no CORS, the value never in the page. */
export async function tryWithOwnKey(page: Page, portalUrl: string): Promise<void> {
  await page.goto(`${portalUrl}/apis/orders/reference`);
  await page.getByRole('button', { name: 'GET /orders/{orderId}', exact: true }).click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByPlaceholder('orderId').fill('7');
  await page.getByRole('button', { name: 'Execute', exact: true }).click();
  await expect(page.locator('.responses-wrapper')).toContainText('"path": "/orders/7"');
}

/** Rotation leaves the old key working; revoking ends it. @returns the new key's value */
export async function rotateKey(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Rotate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate key' }).click();
  const value = (await page.getByTestId('key-value').textContent())?.trim() ?? '';
  await page.getByRole('button', { name: 'I stored it' }).click();
  await expect(page.getByText(/Rotated, works until/)).toBeVisible();
  return value;
}

export async function revokeRotatedKey(page: Page): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Rotated' })
    .getByRole('button', { name: 'Revoke' })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}
