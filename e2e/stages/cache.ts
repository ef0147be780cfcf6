import { expect } from '@playwright/test';
import { openTab, type Walk } from './Walk';

/** Without a cache every call reaches the backend; with one the second does not, until it is flushed. */
export async function cacheAndFlush(walk: Walk): Promise<void> {
  const { page, call } = walk;
  expect((await call()).call).not.toBe((await call()).call);

  await openTab(walk, 'Cache');
  await page.getByLabel('Cache answers of this stage').click();
  await page.getByLabel('Time to live in seconds').fill('4000');
  await page.getByRole('button', { name: 'Save cache' }).click();
  await expect(page.getByText('Time to live is 0 to 3600 seconds')).toBeVisible();
  await page.getByLabel('Time to live in seconds').fill('600');
  await page.getByRole('button', { name: 'Save cache' }).click();
  await expect(page.getByText('Cache saved')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Caching by method' })).toContainText('Cached 600 s');

  const first = await call();
  expect(await call()).toEqual(first);
  await expect(figure(walk, 'Hits')).toHaveText('1');
  await expect(figure(walk, 'Misses')).toHaveText('1');
  await expect(figure(walk, 'Hit ratio')).toHaveText('50 %');

  await page.getByRole('button', { name: 'Flush cache of prod' }).click();
  await expect(page.getByText(/^Empty since/)).toBeVisible();
  const second = await call();
  expect(second.call).toBeGreaterThan(first.call);
  expect(await call()).toEqual(second);
}

/** A method's own entry wins over the stage's, and is undone. */
export async function overrideAndUndo(walk: Walk): Promise<void> {
  const { page, call } = walk;
  await page.getByRole('button', { name: 'Override caching of GET /count' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Answers').selectOption({ label: 'Not cached' });
  await dialog.getByRole('button', { name: 'Save caching' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('table', { name: 'Caching by method' })).toContainText('Not cached');
  expect((await call()).call).not.toBe((await call()).call);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('table', { name: 'Caching by method' })).toContainText('Cached 600 s');
  expect(await call()).toEqual(await call());
}

const figure = ({ page }: Walk, name: string) =>
  page
    .locator('dl > div', { has: page.locator('dt', { hasText: new RegExp(`^${name}$`) }) })
    .locator('dd')
    .first();
