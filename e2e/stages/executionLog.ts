import { expect } from '@playwright/test';
import { expectAccessible } from '../fixtures/watchPage';
import { openTab, type Walk } from './Walk';

/** A level is set, a call is logged step by step, found by its text, and a method is left out. */
export async function logExecution(walk: Walk): Promise<void> {
  const { page, call } = walk;
  await openTab(walk, 'Logs');
  await expect(page.getByRole('heading', { name: 'Calls' })).toHaveCount(0);
  await page.getByLabel('Level of every method').selectOption({ label: 'Info' });
  await expect(page.getByText('Data trace writes parameters')).toBeHidden();
  await page.getByLabel('Data trace of every method').check();
  await expect(page.getByText('Data trace writes parameters')).toBeVisible();
  await page.getByRole('button', { name: 'Save execution log' }).click();
  await expect(page.getByRole('heading', { name: 'Calls' })).toBeVisible();

  await call();
  const calls = page.getByRole('list', { name: 'Logged calls' });
  await expect(calls.getByRole('listitem')).toHaveCount(1);
  await expect(calls).toContainText('200');
  await expect(calls).toContainText('GET /count');
  const text = calls.getByRole('region', { name: /^Log of/ });
  await expect(text).toContainText('Method request headers: {');
  await expect(text).toContainText('Method completed with status: 200');
  await expectAccessible(page);
  await findAndLeaveOut(walk);
}

async function findAndLeaveOut({ page }: Walk): Promise<void> {
  const calls = page.getByRole('list', { name: 'Logged calls' });
  await page.getByRole('button', { name: 'Errors', exact: true }).click();
  await expect(page.getByText('No call of these.')).toBeVisible();
  await page.getByRole('button', { name: 'All', exact: true }).click();
  await page.getByPlaceholder('Text or request id').fill('resource path: /count');
  await expect(page).toHaveURL(/q=resource/);
  await expect(calls.getByRole('listitem')).toHaveCount(1);

  await page.getByRole('button', { name: 'Add method' }).click();
  await page.getByLabel('Level of /count/GET', { exact: true }).selectOption({ label: 'Off' });
  // The word of the first save may still be there: it is no sign of this one.
  const saved = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Save execution log' }).click();
  await saved;
  await page.reload();
  await expect(page.getByLabel('Level of /count/GET', { exact: true })).toHaveValue('OFF');
  await expect(page.getByLabel('Data trace of every method')).toBeChecked();
}
