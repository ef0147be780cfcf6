import { expect, type Page } from '@playwright/test';

/** Refused beside its field, then made. */
export async function refuseAndCreate(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console`);
  await page.getByRole('navigation', { name: 'Console' }).getByText('Custom domain names').click();
  await expect(page.getByText('No custom domain name yet')).toBeVisible();
  await page.getByRole('button', { name: 'Create domain name' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Domain name').fill('not a name');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^A domain name is the name of a host/)).toBeVisible();
  await dialog.getByLabel('Domain name').fill('API.example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'api.example.com' })).toBeVisible();
  await expect(page.getByText('No base path yet')).toBeVisible();
}

export async function createByPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByPlaceholder('Search places and actions').fill('Create custom domain');
  await page.getByRole('option', { name: 'Create custom domain name' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create custom domain name' });
  await dialog.getByLabel('Domain name').fill('*.example.com');
  await dialog.getByRole('button', { name: 'Create domain name' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '*.example.com' })).toBeVisible();
  await page.getByLabel('Endpoint type').selectOption({ label: 'Edge-optimized' });
  await page.getByRole('button', { name: 'Save endpoint type' }).click();
  await expect(page.getByText('Endpoint type saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Endpoint type')).toHaveValue('EDGE');
}

/** With a base path below it: its name is typed. */
export async function deleteDomainName(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/domain-names`);
  await page.getByRole('cell', { name: 'api.example.com', exact: true }).click();
  await page.getByRole('button', { name: 'Delete domain name' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('1 base path mapping goes with it')).toBeVisible();
  await dialog.getByLabel(/^Type api.example.com/).fill('api.example.com');
  await dialog.getByRole('button', { name: 'Delete api.example.com' }).click();
  await expect(page.getByRole('cell', { name: '*.example.com', exact: true })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'api.example.com', exact: true })).toHaveCount(0);
}
