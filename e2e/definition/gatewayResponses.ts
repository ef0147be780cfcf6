import { expect, type Page } from '@playwright/test';
import { saveDrawer, typeInto } from './importPets';

const template = '{"type": "$context.error.responseType", "why": "$context.error.validationErrorString"}';

/** BAD_REQUEST_BODY gets a status, a header and a body of its own; what is wrong is said at its field. */
export async function customiseResponse(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/gateway-responses`);
  await expect(page.getByRole('row')).toHaveCount(22);
  await page.getByRole('link', { name: 'BAD_REQUEST_BODY' }).click();
  const drawer = page.getByRole('dialog', { name: 'BAD_REQUEST_BODY' });
  await drawer.getByLabel('Status code').fill('999');
  await drawer.getByRole('button', { name: 'Add header' }).click();
  await drawer.getByLabel('Name of header 1').fill('X-Refused');
  await drawer.getByLabel('Expression of header 1').fill("'yes'");
  await typeInto(page, 'Template for application/json', template);
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer.getByText('A status code is three digits, 100 to 599')).toBeVisible();
  await drawer.getByLabel('Status code').fill('422');
  await drawer.getByRole('button', { name: 'JSON', exact: true }).click();
  await expect(drawer.getByRole('textbox', { name: 'JSON' })).toContainText('"422"');
  await saveDrawer(page);
  await expect(stateOf(page, 'BAD_REQUEST_BODY')).toContainText('Customised');
}

/** One click for the headers on every error; types that are not customised inherit them. */
export async function addCorsToErrors(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/gateway-responses`);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByPlaceholder('Search places and actions').fill('cors on gateway');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'CORS on gateway errors' });
  await expect(dialog).toContainText('DEFAULT_4XX, DEFAULT_5XX and BAD_REQUEST_BODY');
  await dialog.getByRole('button', { name: 'Add CORS headers' }).click();
  await expect(dialog).toBeHidden();
  await expect(stateOf(page, 'DEFAULT_5XX')).toContainText('Customised');
  await expect(stateOf(page, 'MISSING_AUTHENTICATION_TOKEN')).toContainText('From DEFAULT_4XX');
}

/** Back to the default, and back again. */
export async function resetResponse(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/gateway-responses?response=BAD_REQUEST_BODY`);
  await page.getByRole('button', { name: 'Reset to default' }).click();
  await expect(stateOf(page, 'BAD_REQUEST_BODY')).toContainText('From DEFAULT_4XX');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(stateOf(page, 'BAD_REQUEST_BODY')).toContainText('Customised');
}

const stateOf = (page: Page, type: string) =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name: type, exact: true }) });
