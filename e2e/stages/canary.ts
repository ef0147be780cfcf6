import { expect } from '@playwright/test';
import { openTab, type Walk } from './Walk';

/** Deployed as a canary that gets all calls, with a variable of its own: the gateway's answers are the canary's. */
export async function deployCanary(walk: Walk): Promise<void> {
  const { page, call } = walk;
  await page.goto(`${walk.apiUrl}/resources`);
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Deploy as canary').click();
  await drawer.getByLabel('Share of the calls that the canary gets', { exact: true }).fill('100');
  await drawer.getByRole('button', { name: 'Deploy to the canary of prod' }).click();
  await expect(drawer).toBeHidden();

  await openTab(walk, 'Canary');
  await page.getByRole('button', { name: 'Override lane' }).click();
  await page.getByLabel("Canary's value of lane").fill('green lane');
  await page.getByRole('button', { name: 'Save canary' }).click();
  await expect(page.getByText(/^Variable values allow/)).toBeVisible();
  await page.getByLabel("Canary's value of lane").fill('green');
  await page.getByRole('button', { name: 'Save canary' }).click();
  await expect(page.getByText('Canary saved')).toBeVisible();
  expect((await call()).path).toBe('/green');
  await expect(
    page
      .getByRole('row', { name: /^Calls/ })
      .getByRole('cell')
      .last(),
  ).toHaveText('1');

  // the dialog says where the next deployment goes
  await page.getByRole('button', { name: 'Deploy', exact: true }).click();
  await expect(drawer.getByText('prod has a canary: this deployment goes to it.')).toBeVisible();
  await page.keyboard.press('Escape');
}

/** Taken away and brought back: the stage's own answers in between. */
export async function deleteAndUndo(walk: Walk): Promise<void> {
  const { page, call } = walk;
  await page.getByRole('button', { name: 'Delete canary' }).click();
  await expect(page.getByText('Canary of prod deleted')).toBeVisible();
  const canary = page.getByRole('button', { name: 'Promote canary' });
  await expect(canary).toBeHidden();
  expect((await call()).path).toBe('/blue');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(canary).toBeVisible();
  expect((await call()).path).toBe('/green');
}

/** The canary's deployment and variables become the stage's; the canary stays and gets nothing. */
export async function promote(walk: Walk): Promise<void> {
  const { page, call } = walk;
  await page.getByRole('button', { name: 'Promote canary' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('lane: blue → green')).toBeVisible();
  await dialog.getByRole('button', { name: 'Promote to prod' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Share of the calls', { exact: true })).toHaveValue('0');
  expect((await call()).path).toBe('/green');
  await openTab(walk, 'Variables');
  await expect(page.getByLabel('Variable value of lane')).toHaveValue('green');
}
