import { expect, type Page } from '@playwright/test';

export const productName = 'Pets for shops';

/** By the navigation. @returns the address of its page */
export async function createProduct(page: Page, consoleUrl: string): Promise<string> {
  await page.goto(`${consoleUrl}/console`);
  await page.getByRole('navigation', { name: 'Console' }).getByText('Portal products').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Portal products' })).toBeVisible();
  await page.getByRole('button', { name: 'Create product' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(productName);
  await dialog.getByLabel('Description').fill('Everything about **pets**.');
  await dialog.getByRole('button', { name: 'Create product' }).click();
  await expect(page.getByRole('heading', { level: 1, name: productName })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Overview' }).locator('strong')).toHaveText('pets');
  return page.url().replace(/\?.*$/, '');
}

/** All of a stage, into a section that is made by it. */
export async function addTwoEndpoints(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add endpoints' }).click();
  const drawer = page.getByRole('dialog', { name: 'Add endpoints' });
  await drawer.getByRole('button', { name: /^Pets/ }).click();
  await drawer.getByRole('checkbox', { name: 'All 2' }).check();
  await drawer.getByLabel('Section', { exact: true }).selectOption({ label: 'A new section' });
  await drawer.getByLabel('Name of the new section').fill('Animals');
  await drawer.getByRole('button', { name: 'Add 2 endpoints' }).click();
  await expect(drawer).toBeHidden();
  await expectOrder(page, ['GET', 'POST']);
}

const rows = (page: Page) => page.getByRole('list', { name: 'Animals' }).getByRole('listitem');

async function expectOrder(page: Page, verbs: string[]): Promise<void> {
  await expect(rows(page)).toHaveText(verbs.map((verb) => new RegExp(`^${verb}`)));
}

export async function sortEndpoints(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Move POST /pets' }).press('ArrowUp');
  await expectOrder(page, ['POST', 'GET']);
  await expect(page.getByRole('button', { name: 'Move POST /pets' })).toBeFocused();
  await page.reload();
  await expectOrder(page, ['POST', 'GET']);
  const [first, last] = [rows(page).nth(0), rows(page).nth(1)];
  await first.dragTo(last, { targetPosition: { x: 60, y: 26 } });
  await expectOrder(page, ['GET', 'POST']);
  await page.reload();
  await expectOrder(page, ['GET', 'POST']);
}

export async function overrideEndpoint(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Animals' }).getByRole('button', { name: /^GET/ }).click();
  const editor = page.getByRole('article', { name: 'GET /pets' });
  await editor.getByLabel('Operation name').fill('View pets');
  await editor.getByRole('button', { name: 'Written here' }).click();
  await editor.getByLabel('Body').fill('Every pet, *newest first*.');
  await expect(editor.locator('em')).toHaveText('newest first');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByText('Endpoint saved')).toBeVisible();
  await expect(rows(page).first()).toContainText('View pets');
}

export async function writePage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add page' }).click();
  const editor = page.getByRole('article', { name: 'New page' });
  await editor.getByLabel('Title').fill('Getting started');
  await editor.getByLabel('Body').fill('# Begin here\n\nAsk for a key.');
  await expect(editor.getByRole('heading', { name: 'Begin here' })).toBeVisible();
  await editor.getByRole('button', { name: 'Create page' }).click();
  await expect(page.getByRole('article', { name: 'Getting started' })).toContainText('Draft');
  await page.getByRole('button', { name: 'Actions of Getting started' }).click();
  await page.getByRole('menuitem', { name: 'Show among the pages' }).click();
  await expect(page.getByRole('list', { name: 'Pages', exact: true })).toContainText('Getting started');
  await expect(page.getByRole('article', { name: 'Getting started' })).toContainText('Shown');
}
