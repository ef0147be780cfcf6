import { expect, type Page } from '@playwright/test';

/** Point 5: deploy to a new stage. @returns path-form invoke URL, which needs no resolver for *.localhost */
export async function deployToNewStage(page: Page, gatewayUrl: string, stageName: string): Promise<string> {
  await page.getByRole('button', { name: /not deployed$/ }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('GET /orders/{orderId}').first()).toBeVisible();
  await drawer.getByLabel('Name of the new stage').fill(stageName);
  await drawer.getByLabel('Description').fill('The first');
  await drawer.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).toBeVisible();
  const [, apiId] = /\/apis\/([a-z0-9]+)\//.exec(page.url()) ?? [];
  return `${gatewayUrl}/_aws/execute-api/${apiId}/${stageName}`;
}

/** A change shows as not deployed, is deployed, compared, rolled back. */
export async function changeDeployAndRollBack(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/resources`);
  await page.getByRole('treeitem', { name: 'GET /orders/{orderId}' }).click();
  await page.getByRole('link', { name: /Method request/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Operation name').fill('GetOrder');
  await drawer.getByRole('button', { name: /^Save/ }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: '1 change not deployed' }).click();
  await page.getByRole('dialog').getByLabel('Description').fill('Named the operation');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Deploy/ })
    .click();
  await expect(page.getByRole('dialog')).toBeHidden();

  await page.goto(`${apiUrl}/deployments`);
  await expect(page.getByText(/operation name/i).first()).toBeVisible();
  await page
    .getByRole('button', { name: /^Actions of/ })
    .nth(1)
    .click();
  await page.getByRole('menuitem', { name: 'Roll dev to this' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'The first' }).getByText('dev')).toBeVisible();
}
