import { expect, type Page } from '@playwright/test';
import type { FunctionWalk } from './FunctionWalk';

/** An API whose root is answered by the function, deployed to `dev`. @returns invoke URL of the root, path form */
export async function proxyApi(
  { page, consoleUrl, gatewayUrl }: FunctionWalk,
  { name, functionName }: { name: string; functionName: string },
): Promise<{ apiUrl: string; invokeUrl: string }> {
  await page.goto(`${consoleUrl}/console/apis/new?kind=blank`);
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create API' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
  const apiId = /\/apis\/([a-z0-9]+)\//.exec(page.url())?.[1] ?? '';

  await page.getByRole('button', { name: 'Create method' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Integration type').selectOption({ value: 'LAMBDA_PROXY' });
  await dialog.getByLabel('Function', { exact: true }).selectOption(functionName);
  await dialog.getByRole('button', { name: 'Create GET' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(`Lambda proxy: ${functionName}`)).toBeVisible();
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  const dock = page.getByRole('region', { name: 'Test', exact: true });
  await expect(dock.getByRole('button', { name: 'Run GET' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(dock.getByText('Status 200')).toBeVisible();
  await expect(dock.getByRole('region', { name: 'Body' })).toContainText('Hello, world');
  await deploy(page, 'dev');
  return {
    apiUrl: `${consoleUrl}/console/apis/${apiId}`,
    invokeUrl: `${gatewayUrl}/_aws/execute-api/${apiId}/dev/`,
  };
}

/** To a stage, new when there is none yet. */
export async function deploy(page: Page, newStage?: string): Promise<void> {
  await page.getByRole('button', { name: /not deployed$/ }).click();
  const drawer = page.getByRole('dialog');
  if (newStage) await drawer.getByLabel('Name of the new stage').fill(newStage);
  await drawer.getByRole('button', { name: /^Deploy/ }).click();
  await expect(drawer).toBeHidden();
}

/** The integration names an alias from now on; the diagram says so and leads to the function. */
export async function pointAtAlias(
  { page }: FunctionWalk,
  apiUrl: string,
  { functionName, alias }: { functionName: string; alias: string },
): Promise<void> {
  await page.goto(`${apiUrl}/resources`);
  await page.getByRole('treeitem', { name: 'GET /' }).click();
  await page.getByRole('link', { name: /Integration request/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Version or alias').selectOption(alias);
  await drawer.getByRole('button', { name: /^Save/ }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText(`Lambda proxy: ${functionName}:${alias}`)).toBeVisible();
  await deploy(page);
}
