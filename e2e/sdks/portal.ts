import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { unzip } from './unzip';

/** What is not published has neither page nor zip, as what is not there. */
export async function expectNone(page: Page, portalUrl: string): Promise<void> {
  await page.goto(`${portalUrl}/apis/pets/sdks`);
  await expect(page.getByText('Nothing lives at this address')).toBeVisible();
  await expect(page.getByText(/Download Python/)).toHaveCount(0);
  const zip = await page.request.get(`${portalUrl}/api/catalogue/pets/sdks/python`);
  expect(zip.status()).toBe(404);
}

/** The Python client: its zip, and the lines of its example as a program before the real gateway. */
export async function downloadAndRun(page: Page, portalUrl: string): Promise<void> {
  await page.goto(`${portalUrl}/apis/pets`);
  await page.getByRole('link', { name: 'SDKs' }).click();
  const python = page.getByRole('listitem').filter({ hasText: 'Python' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    python.getByRole('link', { name: 'Download Python client' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('pets-python.zip');
  const example = await python.getByRole('figure').filter({ hasText: 'Use' }).locator('pre').innerText();
  expect(await runWith(await unzip(download), example)).toBe("{'method': 'GET', 'path': '/pets'}\n");
}

async function runWith(files: Record<string, string>, program: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-e2e-sdk-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const { stdout } = await promisify(execFile)('python3', ['-c', program], {
      cwd: join(folder, 'python-sdk'),
    });
    return stdout;
  } finally {
    await rm(folder, { recursive: true });
  }
}
