import { expect, type Page } from '@playwright/test';
import { expectToast, type Walk } from './Walk';

/** Made in the form: what is wrong is said beside its field, then the tester stands beside what was made. */
export async function makeTokenAuthorizer({ page, apiUrl }: Walk): Promise<void> {
  await page.goto(`${apiUrl}/authorizers`);
  await page.getByRole('link', { name: 'Create authorizer' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('the guard');
  await page.getByLabel('Time to live in seconds').fill('4000');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expect(page.getByText(/^An authorizer name is 1 to 128/)).toBeVisible();
  await expect(page.getByText('Result caching is 0 to 3600 seconds')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('guard');
  await page.getByLabel('Time to live in seconds').fill('300');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expect(page.getByText('Choose a function', { exact: true }).last()).toBeVisible();
  await page.getByLabel('Function', { exact: true }).selectOption('guard');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expectToast(page, 'Authorizer guard created');
  await expect(page.getByRole('heading', { name: 'Test', exact: true })).toBeVisible();
}

/** The saved authorizer on invented calls: without a token, with one that is denied, and with one that is allowed. */
export async function testTokenAuthorizer({ page }: Walk): Promise<void> {
  const run = page.getByRole('button', { name: 'Test authorizer' });
  await run.click();
  await expect(page.getByText('Status 401')).toBeVisible();
  await token(page).fill('deny');
  await token(page).press('ControlOrMeta+Enter');
  await expect(page.getByText('Status 200')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Policy' }).last()).toContainText('"Effect": "Deny"');
  await token(page).fill('allow');
  await run.click();
  await expect(page.getByRole('region', { name: 'Policy' }).last()).toContainText('"Effect": "Allow"');
  await expect(page.getByRole('region', { name: 'Context' })).toContainText('gold');
  await expect(page.getByText('Principal user')).toBeVisible();
  await page.reload();
  await expect(token(page)).toHaveValue('allow');
}

const token = (page: Page) => page.getByLabel('Header Authorization');

/** The method names it; then it cannot be deleted, and the dialog says why. */
export async function guardMethod({ page, apiUrl }: Walk): Promise<void> {
  await openMethodRequest(page, apiUrl);
  const drawer = page.getByRole('dialog', { name: 'Method request' });
  await drawer.getByLabel('Authorization').selectOption({ label: 'guard (Lambda, by token)' });
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('link', { name: /^Method request/ })).toContainText('Authorizer: guard');
  await expect(page.getByRole('treeitem', { name: 'GET /pets', exact: true })).toContainText('Lambda');

  await page.goto(`${apiUrl}/authorizers`);
  await expect(page.getByRole('row', { name: /^guard/ })).toContainText('GET /pets');
  await page.getByRole('row', { name: /^guard/ }).click();
  await page.getByRole('button', { name: 'Delete authorizer' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Named by GET /pets');
  await dialog.getByRole('button', { name: 'Delete guard' }).click();
  await expect(dialog.getByRole('alert')).toContainText('/pets/GET');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
}

export async function openMethodRequest(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/resources`);
  await page.getByRole('treeitem', { name: 'GET /pets', exact: true }).click();
  await page.getByRole('link', { name: /^Method request/ }).click();
  await expect(page.getByRole('dialog', { name: 'Method request' })).toBeVisible();
}
