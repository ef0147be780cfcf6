import { expect } from '@playwright/test';
import { openMethodRequest } from './tokenAuthorizer';
import { expectToast, type Walk } from './Walk';

/** Several identity sources; nothing may be kept without one; the tester has a field for each. */
export async function requestAuthorizer({ page, apiUrl }: Walk): Promise<void> {
  await page.goto(`${apiUrl}/authorizers?create=1`);
  await page.getByLabel('Name', { exact: true }).fill('desk');
  await page.getByLabel('Type').selectOption('REQUEST');
  await page.getByLabel('Function', { exact: true }).selectOption('guard');
  await page.getByRole('button', { name: 'Remove identity source Authorization' }).click();
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expect(page.getByText('Caching needs at least one identity source')).toBeVisible();
  await page.getByRole('button', { name: 'Add identity source' }).click();
  await page.getByLabel('Name of identity source 1').fill('X-Desk');
  await page.getByRole('button', { name: 'Add identity source' }).click();
  await page.getByLabel('Place of identity source 2').selectOption('querystring');
  await page.getByLabel('Name of identity source 2').fill('key');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expectToast(page, 'Authorizer desk created');

  await page.getByLabel('Header X-Desk').fill('7');
  await page.getByRole('button', { name: 'Test authorizer' }).click();
  await expect(page.getByText('Status 401')).toBeVisible();
  await page.getByLabel('Query string key').fill('a b');
  await page.getByRole('button', { name: 'Test authorizer' }).click();
  await expect(page.getByText('Status 200')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Policy' }).last()).toContainText('/test-invoke-stage/GET/');
}

/** A user pool by name, an issuer by URL, and a method that asks for a scope of the pool. */
export async function cognitoAuthorizer({ page, consoleUrl, apiUrl }: Walk): Promise<void> {
  await page.goto(`${consoleUrl}/console/user-pools`);
  await page.getByRole('link', { name: 'Create user pool' }).first().click();
  await page.getByLabel('Name', { exact: true }).fill('Staff');
  await page.getByRole('button', { name: 'Create user pool' }).click();
  await expect(page.getByRole('heading', { name: 'Staff', exact: true })).toBeVisible();

  await page.goto(`${apiUrl}/authorizers?create=1`);
  await page.getByLabel('Name', { exact: true }).fill('staff');
  await page.getByLabel('Type').selectOption('COGNITO_USER_POOLS');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expect(page.getByText('Name a user pool or an issuer')).toBeVisible();
  await page.getByLabel('Add a user pool').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add issuer by URL' }).click();
  await page.getByRole('textbox', { name: 'Pool or issuer 2' }).fill('ftp://issuer.example');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expect(page.getByText(/^Use the ARN of a user pool, or an issuer/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Pool or issuer 2' }).fill('https://issuer.example');
  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await expectToast(page, 'Authorizer staff created');
  await page.getByLabel('Header Authorization').fill('no.token.at-all');
  await page.getByRole('button', { name: 'Test authorizer' }).click();
  await expect(page.getByText('Status 401')).toBeVisible();

  await openMethodRequest(page, apiUrl);
  const drawer = page.getByRole('dialog', { name: 'Method request' });
  await drawer
    .getByLabel('Authorization', { exact: true })
    .selectOption({ label: 'staff (Cognito user pools)' });
  await drawer.getByRole('button', { name: 'Add scope openid' }).click();
  await expect(drawer.getByLabel('Scope 1')).toHaveValue('openid');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  const box = page.getByRole('link', { name: /^Method request/ });
  await expect(box).toContainText('Authorizer: staff · 1 scope');
  await expect(page.getByRole('treeitem', { name: 'GET /pets', exact: true })).toContainText('Cognito');
}
