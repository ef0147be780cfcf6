import { expect } from '@playwright/test';
import { deployToDev } from '../definition/importPets';
import { changeGuard } from './makeGuard';
import { openMethodRequest } from './tokenAuthorizer';
import { expectToast, type Walk } from './Walk';

const keyValue = 'customer-of-the-guard-0001';

/** Chosen while no method has an authorizer: the page says what will happen. */
export async function warnOfKeySource({ page, apiUrl }: Walk): Promise<void> {
  await page.goto(`${apiUrl}/settings`);
  await page.getByLabel('API key source').selectOption('AUTHORIZER');
  await expect(page.getByText(/^No method has a Lambda authorizer/)).toBeVisible();
  await page.getByLabel('API key source').selectOption('HEADER');
  await expect(page.getByText(/^No method has a Lambda authorizer/)).toBeHidden();
}

/** The authorizer names the key: no header is sent, and the plan's quota counts its calls. */
export async function countByAuthorizer(walk: Walk): Promise<void> {
  const { page, consoleUrl, apiUrl, call } = walk;
  await page.goto(`${apiUrl}/settings`);
  await page.getByLabel('API key source').selectOption('AUTHORIZER');
  await page.getByRole('button', { name: 'Save API key source' }).click();
  await expectToast(page, /^API key source saved/);
  await openMethodRequest(page, apiUrl);
  const drawer = page.getByRole('dialog', { name: 'Method request' });
  await drawer.getByLabel('API key required').click();
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  await deployToDev(page);
  expect((await call('keyless')).status).toBe(403);

  await makePlanOfTwo(walk);
  await changeGuard(page, consoleUrl, { effect: 'Allow', members: `usageIdentifierKey: '${keyValue}'` });
  const calls = [await call('first'), await call('second'), await call('third')];
  expect(calls.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(calls[2]?.body).toContain('Limit Exceeded');
}

/** A plan of the stage with two calls a day, and a key of it with a value that the function knows. */
async function makePlanOfTwo({ page, consoleUrl }: Walk): Promise<void> {
  await page.goto(`${consoleUrl}/console/usage-plans/new`);
  await page.getByLabel('Name', { exact: true }).fill('Two a day');
  await page.getByLabel('Stage to add').selectOption({ label: 'Guarded · dev' });
  await page.getByRole('button', { name: 'Add stage' }).click();
  await page.getByLabel('Limit the number of calls').click();
  await page.getByLabel('Calls', { exact: true }).fill('2');
  await page.getByLabel('Period').selectOption('DAY');
  await page.getByRole('button', { name: 'Create usage plan' }).click();
  await expect(page.getByRole('heading', { name: 'Two a day' })).toBeVisible();

  await page.goto(`${consoleUrl}/console/api-keys`);
  await page.getByRole('button', { name: 'Create API key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Customer');
  await dialog.getByLabel('Value', { exact: true }).selectOption('own');
  await dialog.getByLabel('Own value').fill(keyValue);
  await dialog.getByLabel('Usage plan').selectOption({ label: 'Two a day' });
  await dialog.getByRole('button', { name: 'Create key' }).click();
  await expect(dialog.getByText(keyValue)).toBeVisible();
}
