import { buffer } from 'node:stream/consumers';
import { expect } from '@playwright/test';
import { ZipFile } from 'yazl';
import type { FunctionWalk } from './FunctionWalk';

/** A function of a zip with two files: what is inside is shown, it runs, and comes back as it was sent. */
export async function uploadZip({ page, consoleUrl }: FunctionWalk): Promise<void> {
  const zip = await zipOf({
    'src/index.js': "const { words } = require('./words');\nexports.handler = async () => words;\n",
    'src/words.js': "exports.words = 'from two files';\n",
  });
  await page.goto(`${consoleUrl}/console/functions/new`);
  await page.getByLabel('Name').fill('packed');
  await page.getByRole('button', { name: 'Zip file' }).click();
  await page.getByLabel('Handler').fill('src/index.handler');
  const file = { name: 'packed.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Create function' }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ ...file, buffer: zip });
  await page.getByRole('button', { name: 'Create function' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'packed' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Files of the zip' })).toContainText('src/words.js');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download zip' }).click(),
  ]);
  const sent = await buffer(await download.createReadStream());
  expect(sent.equals(zip)).toBe(true);

  await page.getByRole('link', { name: 'Test', exact: true }).click();
  await page.getByRole('button', { name: 'Run' }).click();
  await expect(page.getByRole('region', { name: 'Answer' })).toContainText('from two files');
}

function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
}
