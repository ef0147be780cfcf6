import { expect, type Page } from '@playwright/test';
import { openBox, saveDrawer } from './importPets';

/** A template made from a model; a timeout that the stage cuts short; connection and content handling. */
export async function shapeIntegration(page: Page, apiUrl: string): Promise<void> {
  await openBox(page, apiUrl, 'POST', 'Integration request');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Timeout in ms').fill('60000');
  await expect(drawer.getByText('Cut short by dev after 29,000 ms', { exact: false })).toBeVisible();
  await drawer.getByLabel('Timeout in ms').fill('1000000');
  await drawer.getByRole('button', { name: 'Add template' }).click();
  await drawer.getByLabel('Generate template 1 from a model').selectOption('Pet');
  await expect(drawer.getByRole('textbox', { name: 'Template for application/json' })).toContainText(
    '$input',
  );
  await drawer.getByLabel('Content handling').selectOption('CONVERT_TO_TEXT');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer.getByText('Timeout should be between 50 ms and 900000 ms')).toBeVisible();
  await drawer.getByLabel('Timeout in ms').fill('20000');
  await saveDrawer(page);
}

/** Cache keys on both sides, a link that the stage chooses, and a stream: all of it is kept. */
export async function shapeProxy(page: Page, apiUrl: string): Promise<void> {
  await openBox(page, apiUrl, 'GET', 'Integration request');
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Connection').selectOption('VPC_LINK');
  await drawer.getByLabel('Stage variable').fill('petsLink');
  await drawer.getByLabel('Skip the certificate authority check').click();
  await drawer.getByLabel('Response transfer mode').selectOption('STREAM');
  await drawer.getByRole('button', { name: 'Add mapping' }).click();
  await drawer.getByLabel('Place of mapping 1').selectOption('header');
  await drawer.getByLabel('Name of mapping 1').fill('X-Page');
  await drawer.getByLabel('Expression of mapping 1').fill('method.request.querystring.page');
  await drawer.getByLabel('mapping 1 is part of the cache key').click();
  await drawer.getByLabel('method.request.querystring.page', { exact: true }).click();
  await saveDrawer(page);
  await expect(
    page.getByText('VPC link · streamed · 1 mapping · 2 cache keys', { exact: false }),
  ).toBeVisible();
  await openBox(page, apiUrl, 'GET', 'Integration request');
  await page.getByRole('button', { name: 'JSON', exact: true }).click();
  const text = page.getByRole('textbox', { name: 'JSON' });
  await expect(text).toContainText('"connectionId": "${stageVariables.petsLink}"');
  await expect(text).toContainText('"insecureSkipVerification": true');
  await expect(text).toContainText('integration.request.header.X-Page');
  await page.getByRole('button', { name: 'Form', exact: true }).click();
  await drawer.getByLabel('Connection').selectOption('INTERNET');
  await drawer.getByLabel('Response transfer mode').selectOption('BUFFERED');
  await drawer.getByLabel('Skip the certificate authority check').click();
  await saveDrawer(page);
}

/** The API compresses, and knows what is binary. */
export async function setPayloads(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/settings`);
  await page.getByRole('button', { name: 'Add image/*' }).click();
  await page.getByRole('button', { name: 'Add media type' }).click();
  await page.getByLabel('Binary media type 2').fill('png');
  await page.getByLabel('Compress responses').click();
  await page.getByLabel('Minimum compression size').fill('1');
  await page.getByRole('button', { name: 'Save payload settings' }).click();
  await expect(page.getByText('Use a media type such as image/png or image/*')).toBeVisible();
  await page.getByRole('button', { name: 'Remove png' }).click();
  await page.getByRole('button', { name: 'Save payload settings' }).click();
  await expect(page.getByText(/^Payload settings saved/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save payload settings' })).toBeDisabled();
}
