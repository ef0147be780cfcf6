import { expect, type Page } from '@playwright/test';

/** Points 4 and 6: a tree with a method before a real backend, each refusal beside its field, a test run. */
export async function defineApi(page: Page, consoleUrl: string, backendUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/apis/new?kind=blank`);
  await page.getByLabel('Name').fill('Orders');
  await page.getByRole('button', { name: 'Create API' }).click();
  await expect(page.getByRole('heading', { name: 'Orders' })).toBeVisible();

  await createResource(page, 'orders');
  await createResource(page, '{orderId}');
  await selectResource(page, '/orders');
  await page.getByRole('button', { name: 'Create resource' }).click();
  await page.getByLabel('Path part').fill('{other}');
  await page.getByRole('dialog').getByRole('button', { name: 'Create resource' }).click();
  await expect(page.getByText('already has a variable path part')).toBeVisible();
  await page.keyboard.press('Escape');

  await selectResource(page, '/orders/{orderId}');
  await page.getByRole('button', { name: 'Create method' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('URI').fill('ftp://backend/orders');
  await dialog.getByRole('button', { name: 'Create GET' }).click();
  await expect(dialog.getByText('Invalid HTTP endpoint specified for URI')).toBeVisible();
  await dialog.getByLabel('URI').fill(`${backendUrl}/orders/{orderId}`);
  await dialog.getByText('API key required').click();
  await dialog.getByRole('button', { name: 'Create GET' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('list', { name: 'Way of a call' })).toBeVisible();
}

/** The test panel runs the undeployed definition: answer, status, trace. */
export async function runTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await page.getByLabel(/Path parameter/).fill('42');
  await page.keyboard.press('Control+Enter');
  const dock = page.getByRole('region', { name: 'Test' });
  await expect(dock.getByText('"path": "/orders/42"')).toBeVisible();
  await expect(dock.getByText('200', { exact: true }).first()).toBeVisible();
}

async function createResource(page: Page, pathPart: string): Promise<void> {
  await page.getByRole('button', { name: 'Create resource' }).click();
  await page.getByLabel('Path part').fill(pathPart);
  await page.getByRole('dialog').getByRole('button', { name: 'Create resource' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(
    page.getByRole('treeitem', { name: new RegExp(`${pathPart.replace(/[{}]/g, '\\$&')}$`) }),
  ).toBeVisible();
}

const selectResource = (page: Page, path: string) =>
  page.getByRole('treeitem', { name: path, exact: true }).click();
