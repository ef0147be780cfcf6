import { expect, type Page } from '@playwright/test';

const document = `openapi: 3.0.1
info:
  title: Imported
  version: "7"
x-unknown: true
paths:
  /things:
    get:
      summary: List things
      responses:
        "200":
          description: ok
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: '{"statusCode": 200}'
        responses:
          default:
            statusCode: "200"
`;

/** Point 3: a bad document is refused with its line, a good one is reported on, imported, exported and imported again. */
export async function importApi(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/apis/new?kind=import`);
  await typeDocument(page, document.replace('  /things:', '  things:'));
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Nothing was changed.')).toBeVisible();
  await expect(page.getByText('Line 7:', { exact: true })).toBeVisible();

  await typeDocument(page, document);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText(/1 operation, \d+ fields? not honoured/)).toBeVisible();
  await expect(page.getByRole('cell', { name: '/x-unknown' })).toBeVisible();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Imported' })).toBeVisible();
  await expectSameAfterRoundTrip(page, consoleUrl);
}

async function expectSameAfterRoundTrip(page: Page, consoleUrl: string): Promise<void> {
  const [, apiId] = /\/apis\/([a-z0-9]+)\//.exec(page.url()) ?? [];
  const exported = await (
    await page.request.get(`${consoleUrl}/console/apis/${apiId}/export?format=json`)
  ).text();
  await page.goto(`${consoleUrl}/console/apis/new?kind=import`);
  await typeDocument(page, exported);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('1 operation, every field honoured')).toBeVisible();
}

async function typeDocument(page: Page, text: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'OpenAPI document' });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}
