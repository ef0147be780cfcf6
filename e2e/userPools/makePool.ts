import { expect, type Page } from '@playwright/test';

export const poolName = 'Shop people';
export const grace = {
  username: 'grace',
  email: 'grace@example.com',
  password: 'copper-meadow-31',
};

export interface MadePool {
  /** in the console */
  url: string;
  id: string;
  arn: string;
  issuer: string;
}

/** A pool by the form, refused first for a number that is none; its addresses as the overview shows them. */
export async function makePool(page: Page, consoleUrl: string): Promise<MadePool> {
  await page.goto(`${consoleUrl}/console/user-pools`);
  await page.getByRole('link', { name: 'Create user pool' }).click();
  await page.getByLabel('Name', { exact: true }).fill(poolName);
  await page.getByLabel('Access token').fill('1');
  await page.getByRole('button', { name: 'Create user pool' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /5/ })).toBeVisible();
  await page.getByLabel('Access token').fill('15');
  await page.getByRole('button', { name: 'Create user pool' }).click();
  await expect(page.getByRole('heading', { name: poolName, exact: true })).toBeVisible();
  const shown = async (what: string) => {
    const label = await page
      .getByRole('button', { name: new RegExp(`^Copy ${what} `) })
      .getAttribute('aria-label');
    return (label ?? '').replace(`Copy ${what} `, '');
  };
  const made = {
    url: page.url(),
    id: await shown('user pool id'),
    arn: await shown('ARN'),
    issuer: await shown('Issuer'),
  };
  const discovery = await (await fetch(await shown('Discovery'))).json();
  expect(discovery).toMatchObject({
    issuer: made.issuer,
    jwks_uri: await shown('JWKS'),
    authorization_endpoint: await shown('Hosted sign-in'),
    token_endpoint: await shown('Token endpoint'),
    userinfo_endpoint: await shown('UserInfo'),
  });
  return made;
}

/** The old key still verifies, beside the new one. */
export async function rotateKeys(page: Page, { url, issuer }: MadePool): Promise<void> {
  const kids = async (): Promise<string[]> => {
    const { keys } = await (await fetch(`${issuer}/.well-known/jwks.json`)).json();
    return keys.map(({ kid }: { kid: string }) => kid);
  };
  const before = await kids();
  await page.goto(url);
  await page.getByRole('button', { name: 'Rotate keys' }).click();
  await expect(page.getByText('A new key signs from now on')).toBeVisible();
  const after = await kids();
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(before.length + 1);
}

export async function addGroup(page: Page, pool: MadePool, name: string): Promise<void> {
  await page.goto(`${pool.url}/groups`);
  await page.getByRole('button', { name: 'Add group' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  await dialog.getByRole('button', { name: 'Add group' }).click();
  await expect(page.getByRole('row', { name: new RegExp(`^${name}`) })).toBeVisible();
}

/** A short password is refused in the pool's own words, then grace is there with her group. */
export async function addGrace(page: Page, pool: MadePool, group: string): Promise<void> {
  await page.goto(`${pool.url}/users?create=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill(grace.username);
  await dialog.getByLabel('E-mail').fill(grace.email);
  await dialog.getByLabel('Password', { exact: true }).fill('short');
  await dialog.getByRole('switch', { name: 'Permanent password' }).click();
  await dialog.getByRole('checkbox', { name: group }).check();
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog.getByText('A password has at least 8 characters')).toBeVisible();
  await dialog.getByLabel('Password', { exact: true }).fill(grace.password);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  const row = page.getByRole('row', { name: new RegExp(`^${grace.username}`) });
  await expect(row).toContainText('Confirmed');
  await expect(row).toContainText(group);
}

/** In the drawer: a group more, an attribute. */
export async function changeGrace(page: Page, pool: MadePool, group: string): Promise<void> {
  await page.goto(`${pool.url}/users`);
  await page.getByRole('row', { name: new RegExp(`^${grace.username}`) }).click();
  const drawer = page.getByRole('dialog', { name: grace.username });
  await drawer.getByRole('checkbox', { name: group }).check();
  await drawer.getByRole('button', { name: 'Save user' }).click();
  await expect(page.getByText(`${grace.username} saved`)).toBeVisible();
}

/** Disabled and brought back from the toast. */
export async function disableAndUndo(page: Page, pool: MadePool): Promise<void> {
  await page.goto(`${pool.url}/users`);
  const row = page.getByRole('row', { name: new RegExp(`^${grace.username}`) });
  await page.getByRole('button', { name: `Actions for ${grace.username}` }).click();
  await page.getByRole('menuitem', { name: 'Disable' }).click();
  await expect(row).toContainText('Disabled');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('Confirmed');
}
