import { type Browser, expect, type Page } from '@playwright/test';
import { watchPage } from '../fixtures/watchPage';
import { administrator } from '../journey/administrator';

const changing = /^(add|create|delete|deploy|edit|import|remove|reset|roll|save|serve|test [a-z])\b/i;
const tabs = {
  http: ['routes', 'integrations', 'authorizers', 'cors', 'stages', 'deployments', 'dashboard', 'settings'],
  webSocket: [
    'routes',
    'connections',
    'stages',
    'deployments',
    'authorizers',
    'models',
    'dashboard',
    'settings',
  ],
};

const viewer = { email: 'viewer@example.com', password: administrator.password };

/** A viewer reads every page of both kinds and is offered no change. */
export async function readAsViewer(
  admin: Page,
  browser: Browser,
  urls: { consoleUrl: string; http: string; webSocket: string },
): Promise<void> {
  await admin.goto(`${urls.consoleUrl}/console/users`);
  await admin.getByRole('button', { name: 'Add user' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Vic');
  await dialog.getByLabel('E-mail').fill(viewer.email);
  await dialog.getByLabel('Password').fill(viewer.password);
  await dialog.getByLabel('Role').selectOption('viewer');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog).toBeHidden();

  const page = await (await browser.newContext()).newPage();
  const watch = watchPage(page);
  await signIn(page, urls.consoleUrl, viewer);
  const pages = [
    ...tabs.http.map((tab) => `${urls.http}/${tab}`),
    ...tabs.webSocket.map((tab) => `${urls.webSocket}/${tab}`),
  ];
  for (const url of pages) {
    await page.goto(url);
    const main = page.getByRole('main');
    await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('status', { name: /^(Loading|Reading)/ })).toHaveCount(0);
    const changes = main.getByRole('button', { name: changing, disabled: false });
    await expect(changes, `${url} offers a viewer`).toHaveCount(0);
    const open = main.locator(':is([role=switch], textarea):enabled:not([readonly])');
    await expect(open, `${url} lets a viewer write`).toHaveCount(0);
  }
  watch.expectNone();
  await page.context().close();
}

export async function signIn(
  page: Page,
  consoleUrl: string,
  account: { email: string; password: string },
): Promise<void> {
  await page.goto(`${consoleUrl}/console/sign-in`);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();
}
