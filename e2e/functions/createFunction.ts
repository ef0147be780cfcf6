import { expect } from '@playwright/test';
import { type FunctionWalk, openFunction } from './FunctionWalk';

/** From the empty list: a refused name is told at its field, then the blueprint becomes a function. */
export async function createFunction(
  walk: FunctionWalk,
  { functionName, blueprint }: { functionName: string; blueprint: string },
): Promise<void> {
  const { page, consoleUrl } = walk;
  await page.goto(`${consoleUrl}/console/functions`);
  await page.getByRole('link', { name: 'Create function' }).click();
  await page.getByLabel('Name').fill(`${functionName}.js`);
  await page.getByRole('radio', { name: new RegExp(blueprint) }).check();
  await page.getByRole('button', { name: 'Create function' }).click();
  await expect(page.getByText('A function name is 1 to 64 letters')).toBeVisible();
  await page.getByLabel('Name').fill(functionName);
  await page.getByRole('button', { name: 'Create function' }).click();
  await expect(page.getByRole('heading', { level: 1, name: functionName })).toBeVisible();
}

/** A test run from the keyboard: answer, figures and log. The event is saved and found again. */
export async function runTest(walk: FunctionWalk, functionName: string): Promise<void> {
  const { page } = walk;
  await openFunction(walk, functionName, 'Test');
  await expect(page.getByRole('textbox', { name: 'Event' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  const outcome = page.getByRole('region', { name: 'Outcome' });
  // A first start comes last in line for the processor, which browser and pages want too.
  await expect(outcome.getByText('Succeeded')).toBeVisible({ timeout: 60_000 });
  await expect(outcome.getByRole('region', { name: 'Answer' })).toContainText('Hello, Ada');
  await expect(outcome.getByRole('region', { name: 'Log' })).toContainText('greeting Ada');
  await expect(outcome.getByRole('region', { name: 'Log' })).toContainText('REPORT RequestId:');
  await page.getByRole('button', { name: 'Save as' }).click();
  await page.getByLabel('Name').fill('From Ada');
  await page.getByRole('button', { name: 'Save event' }).click();
  await page.reload();
  await page.getByLabel('Test event').selectOption({ label: 'From Ada' });
  await expect(page.getByRole('textbox', { name: 'Event' })).toContainText('"name": "Ada"');
}

/** What is wrong with a configuration is told at its field, and nothing is lost; then it is saved. */
export async function configure(walk: FunctionWalk, functionName: string): Promise<void> {
  const { page } = walk;
  await openFunction(walk, functionName, 'Configuration');
  await page.getByLabel('Memory in MB').fill('64');
  await page.getByRole('button', { name: 'Add variable' }).click();
  await page.getByLabel('Variable name').fill('GREETING');
  await page.getByLabel('Variable value').fill('Good day');
  await page.getByRole('link', { name: 'Logs' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Stay|Keep/ })
    .click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Memory is 128 to 10240 MB')).toBeVisible();
  await page.getByLabel('Memory in MB').fill('256');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Configuration saved')).toBeVisible();
}
