import { expect, type Page } from '@playwright/test';

export const administrator = {
  name: 'Ada Admin',
  email: 'ada@example.com',
  password: 'granite-lantern-77-orbit',
};

/** Point 2: the one-time link makes the first administrator; it works once; a wrong password is refused. */
export async function makeFirstAdministrator(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel('Name').fill(administrator.name);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password').fill('too short');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByText('A password has at least 12 characters')).toBeVisible();
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await expect(page.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();

  await page.goto(setupLink);
  await expect(page.getByText('Set-up is done')).toBeVisible();
}

export async function signInToConsole(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console`);
  await page.getByLabel('E-mail').fill(administrator.email);
  await page.getByLabel('Password').fill('granite-lantern-77-wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible();
  await page.getByLabel('Password').fill(administrator.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();
}
