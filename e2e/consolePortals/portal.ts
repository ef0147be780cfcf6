import { type Browser, expect, type Page } from '@playwright/test';
import { productName } from './product';

export const portalName = 'Shop developers';

/** By the palette, refused first for a short name. @returns the address of its page in the console */
export async function createPortal(page: Page, consoleUrl: string): Promise<string> {
  await page.goto(`${consoleUrl}/console`);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByPlaceholder('Search places and actions').fill('Create portal');
  await page.getByRole('option', { name: 'Create portal', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Create portal' });
  await dialog.getByLabel('Name').fill('Sh');
  await dialog.getByRole('button', { name: 'Create portal' }).click();
  await expect(dialog.getByText('A name has 3 to 255 characters')).toBeVisible();
  await dialog.getByLabel('Name').fill(portalName);
  await dialog.getByRole('checkbox', { name: productName }).check();
  await dialog.getByRole('button', { name: 'Create portal' }).click();
  await expect(page.getByRole('heading', { level: 1, name: portalName })).toBeVisible();
  await expect(page.getByText('Not published').first()).toBeVisible();
  return page.url();
}

/** A colour that cannot be read warns; another one is saved. */
export async function choosePalette(page: Page, portal: string): Promise<void> {
  await page.goto(portal);
  await page.getByLabel('Text', { exact: true }).fill('#c0c0c0');
  await expect(page.getByText(/^Text on the background has a contrast of 1\.8/)).toBeVisible();
  await page.getByLabel('Text', { exact: true }).fill('#202020');
  await expect(page.getByText(/has a contrast of/)).toHaveCount(0);
  await page.getByLabel('Header', { exact: true }).fill('#123');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Portal saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Header', { exact: true })).toHaveValue('#123');
}

export async function preview(page: Page, portal: string, browser: Browser): Promise<void> {
  await page.goto(`${portal}/publish`);
  await page.getByRole('button', { name: 'Generate preview' }).click();
  const href = await page.getByRole('link', { name: 'Open preview' }).getAttribute('href');
  await expect(page.getByText(/^Expires in \d+ minutes|^Expires in 1 hour/)).toBeVisible();
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto(href ?? '');
  await expect(visitor.getByText(productName).first()).toBeVisible();
  await visitor.context().close();
}

/** @returns where readers find it */
export async function publish(page: Page, portal: string, description: string): Promise<string> {
  await page.goto(`${portal}/publish`);
  await page.getByLabel('Description of changes').fill(description);
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByText('Portal published')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: description })).toBeVisible();
  return (await page.getByRole('link', { name: 'Open portal' }).getAttribute('href')) ?? '';
}

export async function renameSection(page: Page, product: string, name: string): Promise<void> {
  await page.goto(product);
  await page.getByRole('button', { name: 'Actions of section Animals' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Rename section' }).click();
  await expect(page.getByRole('list', { name })).toBeVisible();
  await expect(page.getByRole('link', { name: `${portalName} changed since published` })).toBeVisible();
}
