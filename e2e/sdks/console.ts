import { expect, type Page } from '@playwright/test';
import { unzip } from './unzip';

/** From the stage's page; the zip has a method for the API's. */
export async function generateInConsole(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/stages?stage=dev`);
  await page.getByRole('button', { name: 'Generate SDK' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('SDK type').selectOption({ label: 'Python' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Generate and download' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^python_\w+_dev\.zip$/);
  expect((await unzip(download))['python-sdk/api_client/client.py']).toContain('def pets_get(');
  await expect(dialog).toBeHidden();
}

/** A refusal stands at the property that it is about, and what was typed stays. */
export async function refuseAndGenerateJava(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/stages?stage=dev&sdk=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('SDK type').selectOption({ label: 'Java' });
  await dialog.getByLabel('Service name').fill('Pets');
  await dialog.getByLabel('Java package name').fill('com.example.class');
  await dialog.getByRole('button', { name: 'Generate and download' }).click();
  const field = dialog.getByLabel('Java package name');
  await expect(field).toHaveAccessibleDescription(/Invalid Java package name: com\.example\.class/);
  await field.fill('com.example.pets');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Generate and download' }).click(),
  ]);
  const files = Object.keys(await unzip(download));
  expect(files).toContain('java-sdk/src/main/java/com/example/pets/PetsClient.java');
}
