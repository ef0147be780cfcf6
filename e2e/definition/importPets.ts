import { expect, type Page } from '@playwright/test';

const documentFor = (backendUrl: string) => `openapi: 3.0.1
info:
  title: Pets
  version: "1"
paths:
  /pets:
    get:
      parameters:
        - name: page
          in: query
          schema:
            type: string
      responses: {}
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: ${backendUrl}/pets
    post:
      responses:
        "200":
          description: ok
      x-amazon-apigateway-integration:
        type: http
        httpMethod: POST
        uri: ${backendUrl}/pets
        responses:
          default:
            statusCode: "200"
components:
  schemas:
    Spare:
      type: object
`;

/** An API with two methods before a real backend. @returns its address in the console */
export async function importPets(page: Page, consoleUrl: string, backendUrl: string): Promise<string> {
  await page.goto(`${consoleUrl}/console/apis/new?kind=import`);
  await typeInto(page, 'OpenAPI document', documentFor(backendUrl));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Pets', exact: true })).toBeVisible();
  return page.url().replace(/\/resources.*$/, '');
}

/** Replaces all that an editor holds. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** Opens a box of a method of `/pets` as a drawer. */
export async function openBox(page: Page, apiUrl: string, verb: string, box: string): Promise<void> {
  await page.goto(`${apiUrl}/resources`);
  await page.getByRole('treeitem', { name: `${verb} /pets`, exact: true }).click();
  await page.getByRole('link', { name: new RegExp(`^${box}`) }).click();
  await expect(page.getByRole('dialog', { name: box })).toBeVisible();
}

export async function saveDrawer(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Deploys what is pending to `dev`, which the first deployment makes. */
export async function deployToDev(page: Page): Promise<void> {
  await page.getByRole('button', { name: /not deployed$/ }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('button', { name: /^Deploy/ })).toBeVisible();
  const name = drawer.getByLabel('Name of the new stage');
  if (await name.isVisible()) await name.fill('dev');
  await drawer.getByRole('button', { name: /^Deploy/ }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).toBeVisible();
}
