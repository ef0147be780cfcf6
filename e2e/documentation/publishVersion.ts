import { expect, type Page } from '@playwright/test';

/** What would change is told in sentences; then a version is made and shown on the stage. */
export async function publishVersion(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/documentation/versions`);
  await expect(page.getByText('GET /pets documented')).toBeVisible();
  await page.getByLabel('Version').fill('');
  await page.getByRole('button', { name: 'Save as version' }).click();
  await expect(page.getByText('Version is required')).toBeVisible();
  await page.getByLabel('Version').fill('1.0');
  await page.getByLabel('Description').fill('First words');
  await page.getByRole('button', { name: 'Publish to dev' }).click();
  await expect(page.getByText('Nothing: the parts are as the stage shows them.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'First words' })).toContainText('dev');
}

/** The stage shows no version any more; then the version can be deleted, and its name is asked about. */
export async function takeBack(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/documentation/versions`);
  const menu = page.getByRole('button', { name: 'Actions of 1.0' });
  await menu.click();
  await expect(page.getByRole('menuitem', { name: 'Delete version' })).toBeDisabled();
  await page.getByRole('menuitem', { name: 'Take it from dev' }).click();
  await expect(page.getByText('GET /pets documented')).toBeVisible();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Delete version' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete 1.0' }).click();
  await expect(page.getByText('None yet.')).toBeVisible();
}
