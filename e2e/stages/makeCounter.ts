import { expect, type Page } from '@playwright/test';

/** An API with one GET before the backend, whose path comes from a stage variable, deployed to prod. */
export async function makeCounter(page: Page, consoleUrl: string, backendHost: string): Promise<string> {
  await page.goto(`${consoleUrl}/console/apis/new?kind=import`);
  await page.getByRole('textbox', { name: 'OpenAPI document' }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(documentFor(backendHost));
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Counter' })).toBeVisible();
  const apiUrl = page.url().replace(/\/resources.*$/, '');

  await page.getByRole('button', { name: /not deployed$/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Name of the new stage').fill('prod');
  await drawer.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(drawer).toBeHidden();
  return apiUrl;
}

const documentFor = (backendHost: string) => `openapi: 3.0.1
info:
  title: Counter
  version: "1"
paths:
  /count:
    get:
      responses:
        "200":
          description: ok
      x-amazon-apigateway-integration:
        type: http_proxy
        httpMethod: GET
        uri: http://${backendHost}/\${stageVariables.lane}
`;

/** The variable goes into the integration's URI at once, without a deployment. */
export async function setLane(page: Page, apiUrl: string, lane: string): Promise<void> {
  await page.goto(`${apiUrl}/stages?stage=prod&tab=variables`);
  await page.getByRole('button', { name: 'Add variable' }).click();
  await page.getByLabel('Variable name').fill('lane');
  await page.getByLabel('Variable value of lane').fill(lane);
  await page.getByRole('button', { name: 'Save variables' }).click();
  await expect(page.getByText('Stage variables saved')).toBeVisible();
}
