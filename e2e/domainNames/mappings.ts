import { expect, type Page } from '@playwright/test';
import { callAs } from './callAs';

/** Refused beside its field, then mapped; the line that the page shows is answered by the API. */
export async function mapBasePath(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add mapping' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Base path').fill('shop/pets');
  await dialog.getByLabel('API', { exact: true }).selectOption({ label: await labelOf(page, 'Pets · ') });
  await expect(dialog.getByLabel('Stage')).toHaveValue('dev');
  await dialog.getByRole('button', { name: 'Add mapping' }).click();
  await expect(dialog.getByText(/doesn't support the slash character/)).toBeVisible();
  await dialog.getByLabel('Base path').fill('shop');
  await dialog.getByRole('button', { name: 'Add mapping' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, 'shop')).toContainText('Pets');

  const line = await page.getByRole('region', { name: 'Call with curl' }).innerText();
  const [, host = '', url = ''] = /^curl -H 'Host: ([^']+)' \\\n {2}'([^']+)'$/.exec(line) ?? [];
  expect(host).toBe('api.example.com');
  expect(await callAs(host, url)).toEqual({ status: 200, body: { method: 'GET', path: '/pets' } });
}

export async function moveToNone(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit base path shop' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Base path').fill('(none)');
  await dialog.getByRole('button', { name: 'Save mapping' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, '(none)')).toContainText('dev');
}

/** Nothing asks, and there is a way back. @param status of a call to the base path now */
export async function deleteAndUndo(page: Page, status: () => Promise<number | undefined>): Promise<void> {
  await page.getByRole('button', { name: 'Delete base path (none)' }).click();
  await expect(page.getByText('No base path yet')).toBeVisible();
  expect(await status()).toBe(403);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, '(none)')).toContainText('Pets');
  expect(await status()).toBe(200);
}

const rowOf = (page: Page, text: string) =>
  page.getByRole('table', { name: 'Base path mappings' }).getByRole('row').filter({ hasText: text });

/** A choice is labelled with its API's id, which nobody knows before. */
async function labelOf(page: Page, beginning: string): Promise<string> {
  const labels = await page
    .getByRole('dialog')
    .getByLabel('API', { exact: true })
    .locator('option')
    .allInnerTexts();
  return labels.find((label) => label.startsWith(beginning)) ?? '';
}
