import { expect, type Page } from '@playwright/test';
import { logOf, say } from './chat';
import { deploy } from './makeChatApi';

/** A route without a backend: validates by a model and answers by an integration response. */
export async function addMockRoute(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/models`);
  await page.getByRole('button', { name: 'Create model' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name').fill('Ping');
  await drawer.getByRole('button', { name: 'JSON' }).click();
  await write(page, 'JSON', JSON.stringify({ name: 'Ping', contentType: 'application/json', schema }));
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer).toBeHidden();

  await page.goto(`${apiUrl}/routes`);
  await page.getByRole('button', { name: 'Create route' }).click();
  await drawer.getByLabel('Route key').fill('ping');
  await drawer.getByLabel('Integration', { exact: true }).selectOption({ label: 'A new one' });
  await drawer.getByLabel('Integration type').selectOption('MOCK');
  await drawer.getByRole('button', { name: 'Create route' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'ping' })).toBeVisible();

  await page.getByRole('switch', { name: /^Two-way/ }).click();
  await page.getByRole('button', { name: 'Add integration response' }).click();
  await drawer.getByLabel('Integration response key').fill('$default');
  await drawer.getByRole('button', { name: 'Add template' }).click();
  await write(page, 'Template for $default', '{"answer": "pong"}');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer).toBeHidden();

  await page.getByRole('button', { name: /^Route request/ }).click();
  await drawer.getByLabel('Model of messages').selectOption('Ping');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText('Validated by Ping')).toBeVisible();
  await deploy(page);

  await page.goto(`${apiUrl}/test`);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Connected$/ })).toBeVisible();
  await expect(async () => {
    await say(page, '{"action": "ping", "id": 1}');
    await expect(logOf(page).getByText('"pong"').first()).toBeVisible({ timeout: 2000 });
  }).toPass();
  await say(page, '{"action": "ping"}');
  await expect(logOf(page).getByText('Bad request body')).toBeVisible();
}

const schema = JSON.stringify({ type: 'object', required: ['action', 'id'] });

/** Into a code editor, in place of what is there. */
async function write(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}
