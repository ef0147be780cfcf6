import { expect } from '@playwright/test';
import { changeGuard } from './makeGuard';
import type { Walk } from './Walk';

/** What the function said holds for its time, whatever the function would say by now, until it is flushed. */
export async function flushResults({ page, consoleUrl, apiUrl, call }: Walk): Promise<void> {
  expect((await call('kept')).status).toBe(401);
  expect((await call('allow')).status).toBe(200);
  await changeGuard(page, consoleUrl, { effect: 'Deny', members: '' });
  expect((await call('allow')).status).toBe(200);
  await page.goto(`${apiUrl}/stages?stage=dev&tab=cache`);
  await page.getByRole('button', { name: 'Flush authorizers cache' }).click();
  await expect(page.getByText(/^Empty since/)).toBeVisible();
  expect((await call('allow')).status).toBe(403);
}
