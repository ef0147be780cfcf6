import { expect, type Page } from '@playwright/test';

/** Two browser tabs join, one speaks and the other hears it; the log has time, size and direction. */
export async function chat(ada: Page, grace: Page, apiUrl: string): Promise<void> {
  for (const page of [ada, grace]) {
    await page.goto(`${apiUrl}/test`);
    await connect(page);
  }
  await say(ada, JSON.stringify({ action: 'sendmessage', message: 'hello, Grace' }));
  await expect(logOf(grace).getByText('hello, Grace')).toBeVisible();
  await expect(grace.getByLabel('Received')).toBeVisible();
  await expect(logOf(grace).getByText('12 B', { exact: true })).toBeVisible();
  await expect(ada.getByLabel('Sent', { exact: true })).toBeVisible();
  await say(grace, JSON.stringify({ action: 'sendmessage', message: 'hello, Ada' }));
  await expect(logOf(ada).getByText('hello, Ada')).toBeVisible();
  await expect(ada.getByLabel('Sent before')).toContainText('sendmessage');
}

/** The workers take a moment to hear of a new stage, and a first run of a function its time: until then refused. */
async function connect(page: Page): Promise<void> {
  const state = page.getByRole('status').filter({ hasText: /onnect/ });
  await expect(async () => {
    await page.getByRole('button', { name: 'Connect', exact: true }).click({ timeout: 2000 });
    await expect(state).toHaveText('Connected', { timeout: 30_000 });
  }).toPass({ timeout: 90_000 });
}

export async function say(page: Page, message: string): Promise<void> {
  await page.getByLabel('Message', { exact: true }).fill(message);
  await page.keyboard.press('Control+Enter');
}

export const logOf = (page: Page) => page.getByRole('log', { name: 'Messages' });
