import { expect } from '@playwright/test';
import { deployToDev, typeInto } from '../definition/importPets';
import { expectToast, type Walk } from './Walk';

const denyAll = (effect: string) => `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "${effect}",
      "Principal": "*",
      "Action": "execute-api:Invoke",
      "Resource": "execute-api:/*"
    }
  ]
}`;

/** Written, refused at its line, saved with the API's ARN in it, and in force once it is deployed. */
export async function denyByPolicy({ page, apiUrl, call }: Walk): Promise<void> {
  await page.goto(`${apiUrl}/resource-policy`);
  await page.getByRole('button', { name: 'Write policy' }).click();
  await page.getByRole('button', { name: 'Insert statement' }).click();
  await page.getByRole('menuitem', { name: 'Allow only some source IPs' }).click();
  const editor = page.getByRole('textbox', { name: 'Resource policy' });
  await expect(editor).toContainText('aws:SourceIp');

  await typeInto(page, 'Resource policy', denyAll('Refuse'));
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByText(/^Line 5: .*Effect/)).toBeVisible();
  await typeInto(page, 'Resource policy', denyAll('Deny'));
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expectToast(page, /^Resource policy saved/);
  await expect(editor).toContainText(`:${apiUrl.split('/').at(-1)}/*`);
  await expect(page.getByText(/this one is not deployed/)).toBeVisible();
  expect((await call('visitor')).status).toBe(200);

  await page.goto(`${apiUrl}/resources`);
  await deployToDev(page);
  const refused = await call('visitor');
  expect(refused.status).toBe(403);
  expect(refused.body).toContain('explicit deny');
}

/** Taken away, brought back by the toast, taken away again, deployed. */
export async function removePolicy({ page, apiUrl, call }: Walk): Promise<void> {
  await page.goto(`${apiUrl}/resource-policy`);
  await page.getByRole('button', { name: 'Remove policy' }).click();
  await expect(page.getByRole('heading', { name: 'No resource policy' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove policy' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove policy' }).click();
  await expect(page.getByRole('heading', { name: 'No resource policy' })).toBeVisible();
  await page.goto(`${apiUrl}/resources`);
  await deployToDev(page);
  expect((await call('visitor')).status).toBe(200);
}
