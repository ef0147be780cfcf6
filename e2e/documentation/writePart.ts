import { expect, type Page } from '@playwright/test';

const item = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name, exact: true });
const save = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** A method's part; what is typed is still there after a look at another, and JSON is held to be an object. */
export async function writePart(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/documentation`);
  await item(page, /^GET \/pets, not documented/).click();
  await page.getByLabel('Summary').fill('Every pet of the shop');
  await page.getByLabel('Description').fill('The **oldest first** <b>.</b> [x](javascript:alert(1))');
  await item(page, /^POST \/pets/).click();
  await expect(page.getByLabel('Summary')).toHaveValue('');
  await item(page, /^GET \/pets, not documented, not saved/).click();
  await expect(page.getByLabel('Summary')).toHaveValue('Every pet of the shop');
  const json = page.getByRole('textbox', { name: 'Other properties' });
  await json.click();
  await page.keyboard.insertText('[1]');
  await expect(page.getByText('Properties must be a JSON object')).toBeVisible();
  await expect(save(page, 'Create part')).toBeDisabled();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('{"x-owner": "shop"}');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(item(page, 'GET /pets, has a part')).toBeVisible();
  await expect(save(page, 'Save part')).toBeDisabled();
}

/** One part for the 200 of every method; the methods' responses say whom they have it from. */
export async function documentShared(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/documentation`);
  await page.getByRole('button', { name: 'Document several at once' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Status code').fill('2XX');
  await dialog.getByRole('button', { name: 'Write the part' }).click();
  await expect(dialog.getByText('A status code is * or three digits, 100 to 599')).toBeVisible();
  await dialog.getByLabel('Status code').fill('*');
  await dialog.getByRole('button', { name: 'Write the part' }).click();
  await page.getByLabel('Description').fill('That is it');
  await save(page, 'Create part').click();
  const source = 'Response of every method below /';
  await expect(item(page, `${source}, has a part`)).toBeVisible();
  await page.goto(`${apiUrl}/documentation?type=RESPONSE&path=/pets&method=POST&statusCode=200`);
  await expect(page.getByRole('definition').filter({ hasText: 'the definition' })).toBeVisible();
  await page.goto(`${apiUrl}/documentation?type=RESPONSE&path=/pets&method=GET&statusCode=200`);
  await page.getByRole('button', { name: source }).click();
  await expect(page.getByLabel('Description')).toHaveValue('That is it');
}

/** Nobody is asked; the toast brings the part back. */
export async function deleteAndUndo(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/documentation?type=METHOD&path=/pets&method=GET`);
  await page.getByRole('button', { name: 'Delete part' }).click();
  await expect(item(page, 'GET /pets, not documented')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item(page, 'GET /pets, has a part')).toBeVisible();
  await expect(page.getByLabel('Summary')).toHaveValue('Every pet of the shop');
}
