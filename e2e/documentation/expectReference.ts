import { expect, type Page } from '@playwright/test';

/** The stage gets its page in the portal. */
export async function publishPage(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/portal`);
  await page.getByLabel('Name').fill('Pets API');
  await page.getByLabel('Address').fill('pets');
  await page.getByLabel('Shown in the portal').click();
  await page.getByRole('button', { name: 'Save page' }).click();
  await expect(page.getByRole('link', { name: 'See it in the portal' })).toBeVisible();
}

/** What a visitor reads of GET /pets; no link of the documentation leads to a script. */
export async function expectReference(
  page: Page,
  url: string,
  { has, hasNot }: { has: string[]; hasNot: string[] },
): Promise<void> {
  await page.goto(url);
  const operation = page.locator('.opblock-get').first();
  // Its name is verb, path and summary.
  await operation.getByRole('button', { name: /^GET \/pets/ }).click();
  await expect(operation.locator('.responses-wrapper')).toBeVisible();
  for (const words of has) await expect(operation).toContainText(words);
  for (const words of hasNot) await expect(operation).not.toContainText(words);
  await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0);
}
