import { expect, type Page } from '@playwright/test';
import { typeInto } from '../definition/importPets';
import { expectAccessible } from '../fixtures/watchPage';
import { type FunctionWalk, openFunction } from './FunctionWalk';

interface Places {
  functionName: string;
  apiUrl: string;
  invokeUrl: string;
}

/**
 * Saving the integration wrote the statement. Without it calls answer 500; the method and the test panel say so, and
 * a grant from either lets the next call through.
 */
export async function regrant(walk: FunctionWalk, places: Places): Promise<void> {
  const { page } = walk;
  const { apiUrl, invokeUrl, functionName } = places;
  const warning = page.getByText(`${functionName} does not let this API invoke it: calls answer 500.`);
  await expectStatus(invokeUrl, 200);
  await removeStatement(walk, places);
  await expectStatus(invokeUrl, 500);

  await page.goto(`${apiUrl}/resources`);
  const line = page.getByRole('treeitem', { name: 'GET /' });
  await expect(line).toContainText('Not permitted');
  await line.click();
  await expect(warning).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Grant permission' }).click();
  await expect(page.getByText(`This API may invoke ${functionName}`)).toBeVisible();
  await expect(warning).toBeHidden();
  await expectStatus(invokeUrl, 200);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(warning).toBeVisible();
  await expectStatus(invokeUrl, 500);

  await grantInTest(page, functionName);
  await expect(warning).toBeHidden();
  await expectStatus(invokeUrl, 200);
}

/** A removal comes back by its toast, and stays when that is left alone. */
async function removeStatement(walk: FunctionWalk, { functionName, apiUrl }: Places): Promise<void> {
  const { page } = walk;
  const statementId = `apigateway-${apiUrl.split('/').at(-1)}`;
  await openFunction(walk, functionName, 'Permissions');
  const row = page.getByRole('row', { name: new RegExp(statementId) });
  await expect(row.getByRole('link', { name: 'Greetings' })).toHaveAttribute(
    'href',
    new URL(apiUrl).pathname,
  );
  await expect(page.getByRole('region', { name: `Policy of ${functionName}` })).toContainText(
    '"Service": "apigateway.amazonaws.com"',
  );
  await row.getByRole('button', { name: `Remove ${statementId}` }).click();
  await expect(page.getByRole('heading', { name: 'No statement yet' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await expectAccessible(page);
  await row.getByRole('button', { name: `Remove ${statementId}` }).click();
  await expect(row).toBeHidden();
}

async function grantInTest(page: Page, functionName: string): Promise<void> {
  const dock = page.getByRole('region', { name: 'Test', exact: true });
  await page.getByRole('button', { name: 'Test', exact: true }).click();
  await dock.getByRole('button', { name: 'Run GET' }).click();
  await expect(dock.getByText('Status 500')).toBeVisible();
  await expect(dock.getByText(`${functionName} was not run: its policy`)).toBeVisible();
  await dock.getByRole('button', { name: 'Grant permission' }).click();
  await expect(page.getByText(`This API may invoke ${functionName}`).last()).toBeVisible();
  await dock.getByRole('button', { name: 'Run GET' }).click();
  await expect(dock.getByText('Status 200')).toBeVisible();
}

/** The form refuses at its fields, and an API of ours fills in what it needs. */
export async function addStatement(
  walk: FunctionWalk,
  { functionName, apiName }: { functionName: string; apiName: RegExp },
): Promise<void> {
  const { page } = walk;
  await openFunction(walk, functionName, 'Permissions');
  await page.getByRole('button', { name: 'Add permission' }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByLabel('API', { exact: true });
  const label = await choice.getByRole('option', { name: apiName }).textContent();
  await choice.selectOption({ label: label ?? '' });
  await dialog.getByLabel('Statement id').fill('for greetings');
  await dialog.getByLabel('Source account').fill('mine');
  await dialog.getByRole('button', { name: 'Add permission' }).click();
  await expect(dialog.getByText('A statement id is 1 to 100 letters, digits, - and _')).toBeVisible();
  await expect(dialog.getByText('A source account has 12 digits')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('Statement id').fill('greetings');
  await dialog.getByLabel('Source account').fill('');
  await dialog.getByRole('button', { name: 'Add permission' }).click();
  await expect(dialog).toBeHidden();
  await expect(
    page.getByRole('row', { name: /^greetings / }).getByRole('link', { name: apiName }),
  ).toBeVisible();
}

async function expectStatus(invokeUrl: string, status: number): Promise<void> {
  expect((await fetch(`${invokeUrl}?name=Joan`)).status).toBe(status);
}

/** A document that names a function of ours: the tick is on, and what is made may invoke it. */
export async function importNaming({ page, consoleUrl }: FunctionWalk, functionName: string): Promise<void> {
  const arn = `arn:aws:lambda:us-east-1:000000000000:function:${functionName}`;
  const uri = `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${arn}/invocations`;
  const integration = { type: 'aws_proxy', httpMethod: 'POST', uri };
  const get = { responses: {}, 'x-amazon-apigateway-integration': integration };
  const tick = page.getByLabel('Let this API invoke the functions that the document names');
  for (const isLet of [false, true]) {
    const info = { title: isLet ? 'Let in' : 'Left out', version: '1' };
    await page.goto(`${consoleUrl}/console/apis/new?kind=import`);
    await expect(tick).toBeHidden();
    await typeInto(
      page,
      'OpenAPI document',
      JSON.stringify({ openapi: '3.0.1', info, paths: { '/orders': { get } } }),
    );
    await expect(tick).toBeChecked();
    await tick.setChecked(isLet);
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: info.title })).toBeVisible();
    const line = page.getByRole('treeitem', { name: 'GET /orders' });
    await expect(line).toBeVisible();
    await expect(line.getByText('Not permitted')).toHaveCount(isLet ? 0 : 1);
  }
}
