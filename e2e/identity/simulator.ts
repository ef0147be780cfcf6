import { expect, type Page } from '@playwright/test';
import type { Walk } from './Walk';

const answer = (page: Page) => page.getByRole('region', { name: 'Answer' });

async function ask(page: Page, path: string): Promise<void> {
  await page.getByLabel('Path').fill(path);
  await page.getByRole('button', { name: 'Simulate', exact: true }).click();
}

/** From the user's page: what it says is what the calls of the walk were answered. */
export async function simulate({ page, identityUrl }: Walk, userName: string): Promise<void> {
  await page.goto(`${identityUrl}/users/${userName}`);
  await page.getByRole('link', { name: 'Simulate a call' }).click();
  // The page before has things of that label that are no fields.
  await page.waitForURL(/\/simulator\?/);
  await expect(page.getByRole('combobox', { name: 'User', exact: true })).toHaveValue(userName);
  await page.getByLabel('API').selectOption({ label: 'Signed' });
  await expect(page.getByLabel('Stage')).toHaveValue('dev');
  await ask(page, '/pets/7');
  await expect(answer(page)).toContainText(`${userName} may make this call`);
  await expect(answer(page).locator('details', { hasText: 'CallSigned' })).toContainText(
    'Statement 1 allows',
  );
  await expect(answer(page).locator('mark').first()).toContainText('{');

  await ask(page, '/admin');
  await expect(answer(page)).toContainText(`${userName} may not make this call`);
  const denying = answer(page).locator('details', { hasText: 'NoAdmin' });
  await expect(denying).toContainText('Statement 1 denies');
  await expect(denying.locator('mark', { hasText: '"Effect": "Deny"' })).toBeVisible();

  await ask(page, '/nowhere');
  await expect(page.getByText('No resource of the deployment matches /nowhere')).toBeVisible();
  await expect(answer(page)).toHaveCount(0);
}

/** The address holds the whole question: another tab shows the same answer. */
export async function shareQuestion({ page }: Walk): Promise<void> {
  await ask(page, '/pets/8');
  await expect(answer(page)).toContainText('/GET/pets/8');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(answer(other)).toContainText('/GET/pets/8');
  await other.close();
}
