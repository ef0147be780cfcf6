import { expect, type Page } from '@playwright/test';

/** API, its four routes before one function, and a stage. @returns the API's address in the console */
export async function makeChatApi(page: Page, consoleUrl: string): Promise<string> {
  await page.goto(`${consoleUrl}/console/apis/new?protocol=websocket`);
  await page.getByLabel('Name').fill('Chat');
  await page.getByRole('button', { name: 'Create WebSocket API' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Chat' })).toBeVisible();
  const apiUrl = page.url().replace(/\/routes.*$/, '');

  await page.getByRole('button', { name: 'Create route' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create route' }).click();
  await expect(dialog.getByText('Invalid ARN specified in the request')).toBeVisible();
  await dialog.getByLabel('Function', { exact: true }).selectOption('chat');
  await dialog.getByRole('button', { name: 'Create route' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '$connect' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Integration request/ })).toContainText(
    'Lambda proxy: chat',
  );
  for (const routeKey of ['$disconnect', '$default', 'sendmessage']) {
    await page.getByRole('button', { name: 'Create route' }).click();
    if (routeKey === 'sendmessage') await dialog.getByLabel('Route key').fill(routeKey);
    await dialog.getByRole('button', { name: 'Create route' }).click();
    await expect(page.getByRole('heading', { level: 2, name: routeKey })).toBeVisible();
  }
  await deploy(page, 'dev');
  return apiUrl;
}

/** To a stage, new when it is named. */
export async function deploy(page: Page, newStage?: string): Promise<void> {
  // It says what waits where a stage is behind.
  await page.getByRole('button', { name: /^(Deploy|\d+ changes? not deployed)$/ }).click();
  const drawer = page.getByRole('dialog');
  if (newStage) await drawer.getByLabel('Name of the new stage').fill(newStage);
  await drawer.getByRole('button', { name: /^Deploy to/ }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByText(/^Deployed to/).last()).toBeVisible();
}
