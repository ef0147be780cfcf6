import { expect } from '@playwright/test';
import { type FunctionWalk, openFunction } from './FunctionWalk';

/** $LATEST becomes a version, and an alias is made, or pointed, to it. */
export async function publish(
  walk: FunctionWalk,
  { functionName, version, alias }: { functionName: string; version: string; alias: string },
): Promise<void> {
  const { page } = walk;
  await openFunction(walk, functionName, 'Versions and aliases');
  await page.getByRole('button', { name: 'Publish version' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Description').fill(`Number ${version}`);
  await dialog.getByRole('button', { name: 'Publish version' }).click();
  await expect(page.getByText(`Version ${version} published`)).toBeVisible();
  const edit = page.getByRole('button', { name: `Edit alias ${alias}` });
  const isNew = version === '1';
  await (isNew ? page.getByRole('button', { name: 'Create alias' }) : edit).click();
  if (isNew) await dialog.getByLabel('Name').fill(alias);
  await dialog.getByLabel('Version').selectOption(version);
  await dialog.getByRole('button', { name: isNew ? 'Create alias' : 'Save alias' }).click();
  await expect(page.getByText(`points at version ${version}`, { exact: true })).toBeVisible();
}
