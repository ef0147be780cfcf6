import { expect, type Page } from '@playwright/test';
import { portalName } from './portal';
import { productName } from './product';

const statusOf = async (url: string) => (await fetch(url)).status;

export async function disableAndUndo(page: Page, portal: string, site: string): Promise<void> {
  await page.goto(`${portal}/publish`);
  await expect(page.getByRole('button', { name: 'Delete portal' })).toBeDisabled();
  const disable = page.getByRole('button', { name: 'Disable portal' });
  await disable.click();
  await expect(disable).toBeHidden();
  expect(await statusOf(site)).toBe(404);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(disable).toBeVisible();
  expect(await statusOf(site)).toBe(200);
  await disable.click();
  await expect(disable).toBeHidden();
  expect(await statusOf(site)).toBe(404);
}

export async function deletePortal(page: Page, consoleUrl: string): Promise<void> {
  await page.getByRole('button', { name: 'Delete portal' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Delete ${portalName}` })
    .click();
  await expect(page).toHaveURL(`${consoleUrl}/console/portals`);
  await expect(page.getByText('No portal yet')).toBeVisible();
}

/** Its pages, their order and the texts that stand in place of the API's come back with it. */
export async function deleteAndUndoProduct(page: Page, consoleUrl: string, product: string): Promise<void> {
  await page.goto(`${product}/settings`);
  await page.getByRole('button', { name: 'Delete product' }).click();
  await expect(page).toHaveURL(`${consoleUrl}/console/portal-products`);
  await expect(page.getByRole('cell', { name: productName, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('cell', { name: productName, exact: true }).click();
  await expect(page.getByRole('list', { name: 'Pages', exact: true })).toContainText('Getting started');
  await expect(page.getByRole('list', { name: 'Creatures' }).getByRole('listitem').first()).toContainText(
    'View pets',
  );
}
