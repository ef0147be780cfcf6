import { expect } from '@playwright/test';
import type { Walk } from './Walk';

/** A certificate is made, chosen for the stage, rotated under it, and not deleted while it is used. */
export async function certificate({ page, consoleUrl, apiUrl }: Walk): Promise<void> {
  await page.goto(`${consoleUrl}/console/client-certificates`);
  await page.getByRole('button', { name: 'Generate certificate' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Description').fill('Backends of Counter');
  await dialog.getByRole('button', { name: 'Generate certificate' }).click();
  await expect(dialog.getByText('-----BEGIN CERTIFICATE-----')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  await page.goto(`${apiUrl}/stages?stage=prod&tab=settings`);
  await page.getByLabel('Client certificate').selectOption({ index: 1 });
  await page.getByLabel('Longest timeout in milliseconds').fill('60000');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Stage settings saved')).toBeVisible();

  await page.goto(`${consoleUrl}/console/client-certificates`);
  const used = page.getByRole('row').filter({ hasText: 'Counter · prod' });
  await used.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: /^Delete/ }).click();
  await expect(dialog.getByText(/is referenced in stage/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Keep it' }).click();

  await used.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Rotate' }).click();
  await dialog.getByRole('button', { name: 'Rotate certificate' }).click();
  await expect(dialog.getByText('-----BEGIN CERTIFICATE-----')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByRole('row').filter({ hasText: 'Backends of Counter' })).toHaveCount(2);
  await expect(used).toHaveCount(1);
}

/** A link with a target that is there and one that is not: refused by the field, then made, and both states shown. */
export async function vpcLink({ page, consoleUrl }: Walk, backendHost: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/vpc-links/new`);
  await page.getByLabel('Name').fill('Private counters');
  await page.getByRole('textbox', { name: 'Target 1' }).fill('nowhere');
  await page.getByRole('button', { name: 'Create VPC link' }).click();
  await expect(page.getByText(/^A target is host:port/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Target 1' }).fill(backendHost);
  await page.getByRole('button', { name: 'Add target' }).click();
  await page.getByRole('textbox', { name: 'Target 2' }).fill('127.0.0.1:9');
  await page.getByLabel('Interval in seconds').fill('1');
  await page.getByRole('button', { name: 'Create VPC link' }).click();
  await expect(page.getByRole('heading', { name: 'Private counters' })).toBeVisible();
  const line = (target: string) => page.getByRole('listitem').filter({ hasText: target });
  await expect(line(backendHost).getByText('Healthy', { exact: true })).toBeVisible();
  await expect(line('127.0.0.1:9').getByText('Unhealthy', { exact: true })).toBeVisible();
}
