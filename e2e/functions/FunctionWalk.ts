import { expect, type Page } from '@playwright/test';

/** Where the walk through functions is. */
export interface FunctionWalk {
  page: Page;
  consoleUrl: string;
  gatewayUrl: string;
}

/** Opens a function's page at one of its tabs. */
export async function openFunction(
  { page, consoleUrl }: FunctionWalk,
  functionName: string,
  tab?: string,
): Promise<void> {
  await page.goto(`${consoleUrl}/console/functions/${functionName}`);
  await expect(page.getByRole('heading', { level: 1, name: functionName })).toBeVisible();
  if (!tab) return;
  await page.getByRole('navigation', { name: functionName }).getByRole('link', { name: tab }).click();
  await expect(page).toHaveURL(new RegExp(`/functions/${functionName}/`));
}

/** Replaces all of an editor's text, as a person does. */
export async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}
