import { expect, type Page } from '@playwright/test';
import { typeInto } from '../definition/importPets';

const documentOf = (title: string, path: string, uri: string) =>
  JSON.stringify({
    openapi: '3.0.1',
    info: { title, version: '1' },
    paths: {
      [path]: {
        get: {
          responses: { default: { description: 'any' } },
          'x-amazon-apigateway-integration': {
            ...{ type: 'http_proxy', httpMethod: 'GET', uri, payloadFormatVersion: '1.0' },
          },
        },
      },
    },
  });

/** A document becomes an API; another one replaces it; what is none is refused in words. */
export async function importTwice(page: Page, consoleUrl: string, uri: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/apis/new?protocol=http&kind=import`);
  await typeInto(page, 'OpenAPI document', 'swagger: "2.0"');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
  await typeInto(page, 'OpenAPI document', documentOf('Imported', '/first', uri));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Imported' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'GET /first', exact: true })).toBeVisible();
  await page.getByRole('navigation', { name: 'Imported' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Import a document' }).click();
  await typeInto(page, 'OpenAPI document', documentOf('Imported', '/second', uri));
  await page
    .getByRole('button', { name: /^(Import|Replace)/ })
    .last()
    .click();
  await expect(page.getByRole('button', { name: 'GET /second', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'GET /first', exact: true })).toBeHidden();
}

/** An action of a service: refused without what it needs, saved with it, deleted and brought back. */
export async function addServiceAction(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/integrations`);
  await page.getByRole('button', { name: 'Create integration' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Integration type').selectOption({ label: 'AWS service: one of its actions' });
  await drawer.getByLabel('Action').selectOption('StepFunctions-StartExecution');
  await drawer.getByLabel('Action').selectOption('SQS-SendMessage');
  await drawer.getByLabel('MessageBody', { exact: false }).first().fill('$request.body');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer.getByRole('alert').filter({ hasText: /\S/ }).first()).toBeVisible();
  await drawer
    .getByLabel('QueueUrl', { exact: false })
    .fill('https://sqs.us-east-1.amazonaws.com/000000000000/q');
  await drawer.getByLabel('Credentials').fill('arn:aws:iam::000000000000:role/gateway');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: 'Delete SQS-SendMessage' }).click();
  const integration = page.getByRole('button', { name: /^SQS-SendMessage/ });
  await expect(integration).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await integration.click();
  await expect(drawer.getByLabel('QueueUrl', { exact: false })).toHaveValue(/\/q$/);
  await expect(drawer.getByLabel('MessageBody', { exact: false }).first()).toHaveValue('$request.body');
  await page.keyboard.press('Escape');
}

/** A VPC link with a target, and an integration that goes through it; opened again at once it shows what was saved. */
export async function throughVpcLink(
  page: Page,
  place: { consoleUrl: string; apiUrl: string; target: string },
): Promise<void> {
  await page.goto(`${place.consoleUrl}/console/vpc-links/new`);
  await page.getByLabel('Name', { exact: true }).fill('inside');
  await page.getByLabel('Target 1', { exact: true }).fill(place.target);
  await page.getByRole('button', { name: 'Create VPC link' }).click();
  await expect(page.getByRole('heading', { name: 'inside' })).toBeVisible();
  const [, linkId = ''] = /\/vpc-links\/([a-z0-9]+)/.exec(page.url()) ?? [];
  await page.goto(`${place.apiUrl}/integrations`);
  await page.getByRole('button', { name: 'Create integration' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Integration type').selectOption({ label: 'VPC link: its targets are called' });
  await drawer.getByLabel('VPC link').selectOption(linkId);
  await drawer.getByLabel('URL').fill(`http://${place.target}/inner`);
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  const line = page.getByRole('button', { name: /\/inner by VPC link/ }).first();
  await line.click();
  await drawer.getByLabel('Timeout').fill('1234');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  await line.click();
  await expect(drawer.getByLabel('Timeout')).toHaveValue('1234');
  await page.keyboard.press('Escape');
}
