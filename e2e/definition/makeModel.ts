import { expect, type Page } from '@playwright/test';
import { typeInto } from './importPets';

const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, price: { type: 'number', minimum: 0 } },
};

/** A model: each refusal beside its field, then the example and the template that follow from its schema. */
export async function makeModel(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/models`);
  await page.getByRole('link', { name: 'Create model' }).click();
  await page.getByLabel('Name').fill('New Pet');
  await typeInto(page, 'Schema', '{\n  "type": "object",\n}');
  await expect(page.getByText(/^This is not JSON/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create model' })).toBeDisabled();
  await typeInto(page, 'Schema', '{ "type": "thing" }');
  await page.getByRole('button', { name: 'Create model' }).click();
  await expect(page.getByText('Model names are alphanumeric')).toBeVisible();
  await page.getByLabel('Name').fill('Pet');
  await page.getByRole('button', { name: 'Create model' }).click();
  await expect(page.getByText(/^Invalid model schema specified/)).toBeVisible();
  await typeInto(page, 'Schema', JSON.stringify(schema, null, 2));
  await page.keyboard.press('ControlOrMeta+s');

  await expect(page.getByRole('heading', { name: 'Pet', exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Generated example' })).toContainText('"name"');
  await expect(page.getByRole('region', { name: 'Generated mapping template' })).toContainText('#set(');
  await expect(page.getByRole('region', { name: 'Used by' })).toContainText('No method');
}

/** A list of models is searched; one that nothing names is deleted, and the toast brings it back. */
export async function findAndDeleteModel(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/models`);
  await page.getByPlaceholder('Search models').fill('par');
  await expect(page.getByRole('row')).toHaveCount(2);
  await chooseOf(page, 'Spare', 'Delete');
  await expect(page.getByText('Nothing here contains “par”.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('cell', { name: 'Spare', exact: true })).toBeVisible();
}

/** A model that a method names stays, and the refusal says where it is named. */
export async function expectModelInUse(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/models/Pet`);
  await expect(page.getByRole('region', { name: 'Used by' })).toContainText('/pets');
  await page.getByRole('button', { name: 'Delete model' }).click();
  await expect(page.getByText(/^Cannot delete model 'Pet'/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Pet', exact: true })).toBeVisible();
}

export async function chooseOf(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}
