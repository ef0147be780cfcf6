import { expect, type Page } from '@playwright/test';
import { typeInto } from '../definition/importPets';

/** A mock that says who called. */
const document = `openapi: 3.0.1
info:
  title: Guarded
  version: "1"
paths:
  /pets:
    get:
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
            responseTemplates:
              application/json: '{"caller": "$context.authorizer.principalId", "plan": "$context.authorizer.plan"}'
`;

/** @returns the API's address in the console */
export async function importGuarded(page: Page, consoleUrl: string): Promise<string> {
  await page.goto(`${consoleUrl}/console/apis/new?kind=import`);
  await typeInto(page, 'OpenAPI document', document);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Guarded', exact: true })).toBeVisible();
  return page.url().replace(/\/resources.*$/, '');
}
