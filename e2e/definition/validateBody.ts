import { expect, type Page } from '@playwright/test';
import { openBox, saveDrawer } from './importPets';
import { chooseOf } from './makeModel';

/** The method request takes the model and a validator that is made for it. */
export async function validateBody(page: Page, apiUrl: string): Promise<void> {
  await openBox(page, apiUrl, 'POST', 'Method request');
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Add model' }).click();
  await drawer.getByLabel('Name of model 1').selectOption('Pet');
  await expect(drawer.getByText('Only documentation so far', { exact: false })).toBeVisible();
  await drawer.getByLabel('Request validator').selectOption({ label: 'Validate body' });
  await expect(drawer.getByText('Only documentation so far', { exact: false })).toBeHidden();
  await saveDrawer(page);
  await expect(page.getByText('1 model · body checked', { exact: false })).toBeVisible();
}

/** The validator that was made is on its page; another is made, changed, deleted and brought back. */
export async function keepValidators(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/validators`);
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row('Validate body')).toContainText('POST /pets');
  await page.getByRole('button', { name: 'Create request validator' }).click();
  await page.getByLabel('Name').fill('Everything');
  await page.getByRole('button', { name: 'Create validator' }).click();
  await expect(row('Everything')).toContainText('Parameters and body');
  await chooseOf(page, 'Everything', 'Edit');
  await page.getByLabel('Check body').click();
  await page.getByRole('button', { name: 'Save validator' }).click();
  await expect(row('Everything')).not.toContainText('and body');
  await chooseOf(page, 'Everything', 'Delete');
  await expect(row('Everything')).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row('Everything')).toBeVisible();
  await chooseOf(page, 'Validate body', 'Delete');
  await expect(page.getByText(/^Cannot delete request validator 'Validate body'/)).toBeVisible();
  await expect(row('Validate body')).toBeVisible();
}
