import { expect, type Page } from '@playwright/test';
import { typeInto } from '../definition/importPets';

const documentWith = (location: string) => `openapi: 3.0.3
info: { title: Words, version: '1' }
x-amazon-apigateway-documentation:
  documentationParts:
    - location: ${location}
      properties: { description: Imported words }
`;

/** A bad location is told with its line; a good document replaces all parts in the mode that does. */
export async function importParts(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/documentation/import`);
  await typeInto(page, 'OpenAPI document', documentWith('{ type: API, path: / }'));
  await page.getByRole('button', { name: 'Import parts' }).click();
  await expect(page.getByText('A part of type API has no path')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Line 5:' })).toBeVisible();
  await typeInto(page, 'OpenAPI document', documentWith('{ type: API }'));
  await page.getByLabel('Mode').selectOption('OVERWRITE');
  await page.getByRole('button', { name: 'Import parts' }).click();
  await expect(page.getByText('1 part, nothing left out.')).toBeVisible();
}

export async function undoImport(page: Page, apiUrl: string): Promise<void> {
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 part, nothing left out.')).toBeHidden();
  await page.goto(`${apiUrl}/documentation?show=parts`);
  await expect(page.getByRole('treeitem', { name: 'GET /pets, has a part', exact: true })).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /^API/ })).toBeHidden();
}
