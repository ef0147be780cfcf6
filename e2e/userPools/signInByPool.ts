import { type Browser, expect, type Page } from '@playwright/test';
import { signInOnHostedPage } from './hostedPage';
import { changeGrace, grace, type MadePool, poolName } from './makePool';

const choose = (page: Page) => page.getByLabel('User pool', { exact: true });

/** Settings name whom it makes what, then offer the pool on the sign-in pages. */
export async function choosePool(page: Page, consoleUrl: string, pool: MadePool): Promise<void> {
  await page.goto(`${consoleUrl}/console/settings`);
  await choose(page).selectOption(pool.id);
  await expect(page.getByText('Nobody in it has a role of the console')).toBeVisible();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
}

async function signIn(browser: Browser, url: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url);
  await page.getByRole('button', { name: `Continue with ${poolName}` }).click();
  await signInOnHostedPage(page);
  return page;
}

/** The pool's person is a developer of the portal, and nobody in the console. */
export async function signInToPortal(browser: Browser, consoleUrl: string): Promise<Page> {
  const page = await signIn(browser, `${consoleUrl}/sign-in?next=/account`);
  await expect(page.getByText(`${grace.username}, ${grace.email}`)).toBeVisible();
  await page.goto(`${consoleUrl}/console`);
  await expect(page.getByText(`${grace.email} has no console role.`)).toBeVisible();
  return page;
}

/** With the group she is a viewer; the session of before has ended. */
export async function signInToConsole(
  browser: Browser,
  admin: Page,
  consoleUrl: string,
  { pool, portal }: { pool: MadePool; portal: Page },
): Promise<void> {
  await changeGrace(admin, pool, 'gatehouse-viewer');
  await portal.goto(`${consoleUrl}/account`);
  await expect(portal).toHaveURL(/\/sign-in/);
  const page = await signIn(browser, `${consoleUrl}/console/sign-in?next=/console/user-pools`);
  await expect(page.getByRole('heading', { name: 'User pools' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Create user pool' })).toHaveCount(0);
  await page.goto(`${consoleUrl}/console/settings`);
  await expect(page.getByText('Settings are for administrators')).toBeVisible();
}

/** The pool's name is gone from the sign-in page, and so is whoever came by it. */
export async function unchoosePool(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/settings`);
  await choose(page).selectOption('');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  const visitor = await page.request.get(`${consoleUrl}/api/auth/providers`);
  expect(Object.keys(await visitor.json())).toEqual(['credentials']);
}
