import { expect, type Page } from '@playwright/test';
import type { AccessKey, Walk } from './Walk';

/** From the palette to the user's page. A name that is taken is refused under its field. */
export async function makeUser({ page, identityUrl }: Walk, userName: string): Promise<void> {
  await page.goto(identityUrl);
  await expect(page.getByRole('heading', { name: 'No IAM user' })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByPlaceholder('Search places and actions').fill('IAM user');
  await page.getByRole('option', { name: 'Create IAM user' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create IAM user' });
  await dialog.getByLabel('Name').fill('two words');
  await dialog.getByRole('button', { name: 'Create user' }).click();
  await expect(dialog.getByText(/^A name is 1 to 64 letters/)).toBeVisible();
  await dialog.getByLabel('Name').fill(userName);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: userName, level: 1 })).toBeVisible();
}

/** The secret is shown once; afterwards the id alone. */
export async function makeKey(page: Page): Promise<AccessKey> {
  await page.getByRole('button', { name: 'Create access key' }).click();
  const dialog = page.getByRole('dialog', { name: /^Access key of / });
  const shown = dialog.getByRole('definition').locator('code');
  const accessKeyId = await shown.first().innerText();
  const secretAccessKey = await shown.last().innerText();
  expect(secretAccessKey).toHaveLength(40);
  await dialog.getByRole('button', { name: 'I stored it' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('listitem').filter({ hasText: accessKeyId })).toContainText('Active');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Create access key' })).toBeVisible();
  expect(await page.content()).not.toContain(secretAccessKey);
  return { accessKeyId, secretAccessKey };
}

/** Deactivated the key opens nothing; activated again it does; it tells its last use. */
export async function switchKey({ page, call }: Walk, key: AccessKey): Promise<void> {
  const line = page.getByRole('listitem').filter({ hasText: key.accessKeyId });
  const choose = async (task: string) => {
    await page.getByRole('button', { name: `Actions for ${key.accessKeyId}` }).click();
    await page.getByRole('menuitem', { name: task }).click();
  };
  await choose('Deactivate');
  await expect(line).toContainText('Inactive');
  expect(await call('/pets/7', key)).toBe(403);
  await choose('Activate');
  await expect(line).not.toContainText('Inactive');
  expect(await call('/pets/7', key)).toBe(200);
  await expect(async () => {
    await page.reload();
    await expect(line).toBeVisible();
    expect(await line.textContent()).toContain('Last used');
  }).toPass();
}
