import { expect, type Page } from '@playwright/test';

/** `figure('Calls')` is what stands under that name. */
const figure = (page: Page, name: string) =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}`) }) })
    .locator('dd')
    .first();

/**
 * Point 9: developer and operator see a call without reloading, in figures, charts and tables.
 * @param before calls that were made with the key so far
 */
export async function expectUsage(
  pages: { portal: Page; console: Page },
  portalUrl: string,
  apiUrl: string,
  before: number,
  call: () => Promise<void>,
): Promise<void> {
  const { portal, console } = pages;
  await portal.goto(`${portalUrl}/usage`);
  await expect(figure(portal, 'Calls')).toHaveText(String(before));
  await call();
  await expect(figure(portal, 'Calls')).toHaveText(String(before + 1));
  await expect(figure(portal, 'Quota left')).toHaveText(String(1000 - before - 1));
  await expectTableTwin(portal);
  await expectCsv(portal);

  await console.goto(`${apiUrl}/dashboard`);
  await expect(console.getByRole('table', { name: 'Top operations' })).toContainText('/orders/{orderId}');
  await expect(console.getByRole('table', { name: 'Top consumers' })).toContainText('First key');
  // The 403 without a key counts for the operator, not for the developer.
  await expect(figure(console, 'Calls')).toHaveText(String(before + 2));
}

async function expectTableTwin(page: Page): Promise<void> {
  const chart = page.getByRole('figure').first();
  await chart.getByRole('button', { name: 'Table' }).click();
  await expect(chart.getByRole('table')).toBeVisible();
}

async function expectCsv(page: Page): Promise<void> {
  const download = page.waitForEvent('download');
  await page
    .getByRole('figure')
    .first()
    .getByRole('button', { name: /^Download/ })
    .click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
}
