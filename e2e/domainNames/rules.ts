import { expect, type Page } from '@playwright/test';

const rowOf = (page: Page, text: string) =>
  page.getByRole('table', { name: 'Routing rules' }).getByRole('row').filter({ hasText: text });

export async function chooseRoutingMode(page: Page, label: string): Promise<void> {
  await page.getByLabel('Routing mode').selectOption({ label });
  await page.getByRole('button', { name: 'Save routing mode' }).click();
  await expect(page.getByText('Routing mode saved').last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save routing mode' })).toBeDisabled();
}

/** Refused beside its field, then made. */
export async function addHeaderRule(page: Page): Promise<void> {
  await expect(page.getByText('No routing rule yet')).toBeVisible();
  await page.getByRole('button', { name: 'Add rule' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Priority')).toHaveValue('10');
  await dialog.getByRole('button', { name: 'Add header' }).click();
  await dialog.getByLabel('Header 1', { exact: true }).fill('Authorization');
  await dialog.getByLabel('Value 1').fill('be*ta');
  await dialog.getByLabel('Base path').fill('beta');
  await dialog.getByLabel('REST API').selectOption({ index: await placeOf(page, 'Pets · ') });
  await expect(dialog.getByLabel('Stage')).toHaveValue('dev');
  await dialog.getByRole('button', { name: 'Add rule' }).click();
  await expect(dialog.getByText('Routing rules cannot look at this header')).toBeVisible();
  await expect(dialog.getByText(/^A wildcard stands only at the beginning or the end/)).toBeVisible();
  await dialog.getByLabel('Header 1', { exact: true }).fill('X-Version');
  await dialog.getByLabel('Value 1').fill('beta*');
  await dialog.getByRole('button', { name: 'Add rule' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, 'X-Version: beta* and /beta/…')).toContainText('Stripped');
}

/** A second rule on the first's priority is refused; behind it, it takes all other calls. */
export async function addCatchAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add rule' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Priority')).toHaveValue('20');
  await dialog.getByLabel('Priority').fill('10');
  await dialog.getByLabel('REST API').selectOption({ index: await placeOf(page, 'Pets · ') });
  await dialog.getByRole('button', { name: 'Add rule' }).click();
  await expect(dialog.getByText(/has the priority 10$/)).toBeVisible();
  await dialog.getByLabel('Priority').fill('100');
  await dialog.getByRole('button', { name: 'Add rule' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, 'Every call')).toContainText('100');
}

export async function editCatchAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit routing rule 100' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Base path').fill('pets');
  await dialog.getByRole('checkbox', { name: /^Strip the base path/ }).uncheck();
  await dialog.getByRole('button', { name: 'Save rule' }).click();
  await expect(dialog).toBeHidden();
  await expect(rowOf(page, '/pets/…')).toContainText('Kept');
}

/** Nothing asks, and there is a way back. @param status of a call that the rule leads */
export async function deleteRuleAndUndo(
  page: Page,
  status: () => Promise<number | undefined>,
): Promise<void> {
  await page.getByRole('button', { name: 'Delete routing rule 100' }).click();
  await expect(rowOf(page, '/pets/…')).toHaveCount(0);
  expect(await status()).toBe(403);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rowOf(page, '/pets/…')).toContainText('Kept');
  expect(await status()).toBe(200);
}

/** A choice is labelled with its API's id, which nobody knows before. */
async function placeOf(page: Page, beginning: string): Promise<number> {
  const options = page.getByRole('dialog').getByLabel('REST API').locator('option');
  await expect(options.filter({ hasText: beginning })).toHaveCount(1);
  return (await options.allInnerTexts()).findIndex((label) => label.startsWith(beginning));
}
