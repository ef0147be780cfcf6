import { expect, type Page } from '@playwright/test';
import { typeInto } from '../definition/importPets';

/** The TOKEN authorizer of the blueprints, as a function `guard`. */
export async function makeGuard(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/functions/new`);
  await page.getByLabel('Name', { exact: true }).fill('guard');
  await page.getByRole('radio', { name: /^TOKEN authorizer/ }).check();
  await page.getByRole('button', { name: 'Create function' }).click();
  await expect(page.getByRole('heading', { name: 'guard' })).toBeVisible();
}

/** Replaces the code of `guard`: `members` are of the answer for "allow". */
export async function changeGuard(
  page: Page,
  consoleUrl: string,
  answer: { effect: string; members: string },
): Promise<void> {
  await page.goto(`${consoleUrl}/console/functions/guard`);
  await typeInto(page, 'Code, index.mjs', codeOf(answer));
  await page.getByRole('button', { name: 'Save code' }).click();
  await expect(page.getByText(/^Code saved/)).toBeVisible();
}

const codeOf = ({ effect, members }: { effect: string; members: string }) =>
  `export const handler = async (event) => ({ principalId: 'user', policyDocument: { Version: '2012-10-17', Statement: [{ Action: 'execute-api:Invoke', Effect: '${effect}', Resource: event.methodArn }] }, ${members} });`;
