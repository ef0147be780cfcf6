import { expect, type Page } from '@playwright/test';
import { deployToDev, typeInto } from '../definition/importPets';
import type { MadePool } from './makePool';

const documentFor = (poolArn: string) => `openapi: 3.0.1
info:
  title: Guarded
  version: "1"
paths:
  /orders:
    get:
      security:
        - people: []
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
              application/json: '{"caller": "$context.authorizer.claims.email"}'
components:
  securitySchemes:
    people:
      type: apiKey
      name: Authorization
      in: header
      x-amazon-apigateway-authtype: cognito_user_pools
      x-amazon-apigateway-authorizer:
        type: cognito_user_pools
        providerARNs:
          - ${poolArn}
`;

/** An API whose one method takes the pool's id tokens, deployed. @returns the method's URL */
export async function makeGuardedApi(
  page: Page,
  urls: { consoleUrl: string; gatewayUrl: string },
  pool: MadePool,
): Promise<string> {
  await page.goto(`${urls.consoleUrl}/console/apis/new?kind=import`);
  await typeInto(page, 'OpenAPI document', documentFor(pool.arn));
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Guarded', exact: true })).toBeVisible();
  await deployToDev(page);
  const [, apiId] = /\/apis\/([a-z0-9]+)\//.exec(page.url()) ?? [];
  return `${urls.gatewayUrl}/_aws/execute-api/${apiId}/dev/orders`;
}

/** The id token opens the method, nothing else does. */
export async function expectGuarded(url: string, tokens: { id_token: string; access_token: string }) {
  const call = async (token?: string) => {
    const answer = await fetch(url, token ? { headers: { authorization: token } } : {});
    return [answer.status, await answer.text()];
  };
  const [head = '', payload = '', signature = ''] = tokens.id_token.split('.');
  const forged = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(payload, 'base64url').toString()), email: 'eve@example.com' }),
  ).toString('base64url');
  expect(await call()).toEqual([401, '{"message":"Unauthorized"}']);
  expect(await call(`${head}.${forged}.${signature}`)).toEqual([401, '{"message":"Unauthorized"}']);
  expect(await call(tokens.access_token)).toEqual([401, '{"message":"Unauthorized"}']);
  expect(await call(tokens.id_token)).toEqual([200, '{"caller": "grace@example.com"}']);
}

/** What uses the pool is named, and keeps it. */
export async function expectPoolInUse(page: Page, pool: MadePool): Promise<void> {
  await page.goto(`${pool.url}/settings`);
  await page.getByRole('button', { name: 'Delete user pool' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('These authorizers take its tokens.')).toBeVisible();
  await expect(dialog.getByText('of Guarded')).toBeVisible();
  await dialog.getByLabel(/^Type /).fill('Shop people');
  await dialog.getByRole('button', { name: /^Delete / }).click();
  await expect(dialog.getByText(/is in use by authorizer people/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep it' }).click();
}
