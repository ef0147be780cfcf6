import { expect } from '@playwright/test';
import { typeInto } from '../definition/importPets';
import type { Walk } from './Walk';

const policy = (effect: string, resource: string) => `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "${effect}",
      "Action": "execute-api:Invoke",
      "Resource": "${resource}"
    }
  ]
}`;

/** A template for an API, refused where it is spoilt at its line, saved. */
export async function allowByTemplate({ page, restApiId }: Walk): Promise<void> {
  await page.getByRole('link', { name: 'Create inline policy' }).click();
  await page.getByLabel('Name', { exact: true }).fill('CallSigned');
  await typeInto(page, 'Policy document', policy('Permit', '*'));
  await page.getByRole('button', { name: 'Create policy' }).click();
  await expect(page.getByText('Line 5: Statement[0].Effect: must be Allow or Deny')).toBeVisible();
  await typeInto(page, 'Policy document', ' ');
  await page.getByLabel('API of inserted statements').selectOption({ label: `Signed (${restApiId})` });
  await page.getByRole('button', { name: 'Insert statement' }).click();
  await page.getByRole('menuitem', { name: 'Call everything of Signed' }).click();
  await expect(page.getByRole('textbox', { name: 'Policy document' })).toContainText(`:${restApiId}/*`);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('list', { name: 'Inline policies' })).toContainText('Allow execute-api:Invoke');
}

/** A managed policy that denies one path, attached; taken away again it counts no more. */
export async function denyByManaged(walk: Walk, userName: string): Promise<void> {
  const { page, identityUrl, restApiId } = walk;
  await page.goto(`${identityUrl}/create-policy`);
  await page.getByLabel('Name', { exact: true }).fill('NoAdmin');
  const resource = `arn:aws:execute-api:*:*:${restApiId}/*/GET/admin`;
  await typeInto(page, 'Policy document', policy('Deny', resource));
  await page.getByRole('button', { name: 'Create policy' }).click();
  await expect(page.getByRole('heading', { name: 'NoAdmin', level: 1 })).toBeVisible();
  await page.goto(`${identityUrl}/users/${userName}`);
  await page.getByRole('button', { name: 'Attach policy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Policy').selectOption('NoAdmin');
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Attached policies' })).toContainText('NoAdmin');
}

/** Refused while somebody has it; by its undo a detached policy comes back. */
export async function detachAndUndo({ page, identityUrl }: Walk, userName: string): Promise<void> {
  await page.goto(`${identityUrl}/policies/NoAdmin`);
  await page.getByRole('button', { name: 'Delete policy' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete NoAdmin' }).click();
  await expect(dialog.getByRole('alert')).toContainText(`It is attached to ${userName}`);
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await page.goto(`${identityUrl}/users/${userName}`);
  const detach = page.getByRole('button', { name: 'Detach NoAdmin' });
  await detach.click();
  await expect(detach).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(detach).toBeVisible();
}
