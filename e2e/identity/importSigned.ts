import { expect, type Page } from '@playwright/test';
import { deployToDev, typeInto } from '../definition/importPets';

const answers = `
      responses:
        "200":
          description: ok
      x-amazon-apigateway-auth:
        type: AWS_IAM
      x-amazon-apigateway-integration:
        type: mock
        requestTemplates:
          application/json: '{"statusCode": 200}'
        responses:
          default:
            statusCode: "200"`;

const document = `openapi: 3.0.1
info:
  title: Signed
  version: "1"
paths:
  /pets/{petId}:
    get:${answers}
  /admin:
    get:${answers}
`;

/** Two methods with authorization AWS_IAM, deployed to `dev`. @returns the API's id */
export async function importSigned(page: Page, consoleUrl: string): Promise<string> {
  await page.goto(`${consoleUrl}/console/apis/new?kind=import`);
  await typeInto(page, 'OpenAPI document', document);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Signed', exact: true })).toBeVisible();
  const apiUrl = page.url().replace(/\/resources.*$/, '');
  await deployToDev(page);
  return apiUrl.split('/').at(-1) ?? '';
}
