import { expect, type Page } from '@playwright/test';
import { deploy } from './callThroughApi';
import { createFunction } from './createFunction';
import type { FunctionWalk } from './FunctionWalk';

/** A method on the API's root, of a kind that calls a function. */
async function createMethod(
  page: Page,
  apiUrl: string,
  method: { verb: string; kind: string; functionName: string },
): Promise<void> {
  await page.goto(`${apiUrl}/resources`);
  await page.getByRole('treeitem', { name: '/', exact: true }).click();
  await page.getByRole('button', { name: 'Create method' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Method', { exact: true }).selectOption(method.verb);
  await dialog.getByLabel('Integration type').selectOption(method.kind);
  await dialog.getByLabel('Function', { exact: true }).selectOption(method.functionName);
  await dialog.getByRole('button', { name: `Create ${method.verb}` }).click();
  await expect(dialog).toBeHidden();
}

/** Opens a box of the diagram, changes what is in it, and saves it. */
async function edit(page: Page, box: RegExp, change: () => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: box }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer).toBeVisible();
  await change();
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
}

/** STREAM in the form is another URI: the first piece is there before the last one is made. */
export async function streamThroughApi(
  walk: FunctionWalk,
  { apiUrl, invokeUrl }: { apiUrl: string; invokeUrl: string },
): Promise<void> {
  const { page } = walk;
  const functionName = 'pieces';
  await createFunction(walk, { functionName, blueprint: 'Streamed answer' });
  await createMethod(page, apiUrl, { verb: 'POST', kind: 'LAMBDA_PROXY', functionName });
  await edit(page, /Integration request/, async () => {
    await page.getByLabel('Response transfer mode').selectOption('STREAM');
  });
  await expect(page.getByText(`Lambda proxy: ${functionName} · streamed`)).toBeVisible();
  await deploy(page);
  const answer = await fetch(invokeUrl, { method: 'POST' });
  expect(answer.status).toBe(200);
  const chunks: string[] = [];
  const decoder = new TextDecoder();
  for await (const chunk of answer.body ?? []) chunks.push(decoder.decode(chunk));
  expect(chunks.length).toBeGreaterThan(1);
  expect(chunks.join('')).toBe('piece 1\npiece 2\npiece 3\npiece 4\npiece 5\n');
}

/** Lambda without proxy: the error message that a pattern takes becomes another status. */
export async function selectByErrorMessage(
  walk: FunctionWalk,
  { apiUrl, invokeUrl }: { apiUrl: string; invokeUrl: string },
): Promise<void> {
  const { page } = walk;
  const functionName = 'gate';
  await createFunction(walk, { functionName, blueprint: 'TOKEN authorizer' });
  await createMethod(page, apiUrl, { verb: 'PUT', kind: 'LAMBDA', functionName });
  await edit(page, /Method response/, async () => {
    await page.getByRole('textbox', { name: 'Status code' }).fill('418');
    await page.getByRole('button', { name: 'Add status code' }).click();
  });
  await edit(page, /Integration response/, async () => {
    await page.getByRole('button', { name: 'Add 418' }).click();
    const card = page.getByRole('region', { name: 'integration response 418' });
    await card.getByLabel('Selection pattern').fill('Unauth.*');
  });
  await expect(page.getByText('Unauth.* to 418, else 200')).toBeVisible();
  await deploy(page);
  const call = (event: object) => fetch(invokeUrl, { method: 'PUT', body: JSON.stringify(event) });
  const refused = await call({});
  expect([refused.status, await refused.json()]).toMatchObject([418, { errorMessage: 'Unauthorized' }]);
  const taken = await call({ authorizationToken: 'allow', methodArn: 'arn:aws:execute-api:x' });
  expect([taken.status, await taken.json()]).toMatchObject([200, { principalId: 'user' }]);
}

/** The parts of a service's URI are refused together when one is missing, and written as AWS writes it. */
export async function describeService(walk: FunctionWalk, apiUrl: string): Promise<void> {
  const { page } = walk;
  await page.goto(`${apiUrl}/resources`);
  await page.getByRole('treeitem', { name: 'PUT /' }).click();
  await page.getByRole('link', { name: /Integration request/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Integration type').selectOption('AWS');
  await drawer.getByLabel('Service').fill('dynamodb');
  await drawer.getByLabel('Call by').selectOption('action');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer.getByText('Service, region and what is called are needed')).toBeVisible();
  await drawer.getByLabel('Action', { exact: true }).fill('PutItem');
  await drawer.getByLabel('Credentials').fill('arn:aws:iam::000000000000:role/gateway');
  await drawer.getByRole('button', { name: 'JSON', exact: true }).click();
  const text = drawer.getByRole('textbox', { name: 'JSON' });
  await expect(text).toContainText('arn:aws:apigateway:us-east-1:dynamodb:action/PutItem');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText('AWS service: dynamodb PutItem')).toBeVisible();
}
