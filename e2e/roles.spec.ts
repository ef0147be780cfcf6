import { startGatehouse } from './fixtures/startGatehouse';
import { type Browser, expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { administrator } from './journey/administrator';

/** Buttons that change something. Those that only look (copy, sort, download, test) begin otherwise, but AWS's Generate SDK. */
const changing =
  /^(add|approve|cancel|change|clone|create|delete|deploy|disable|edit|enable|flush|generate(?! sdk)|import|make|override|promote|publish|reject|remove|rename|replace|revoke|roll|rotate|save|serve|set|write)\b/i;
const places = [
  '',
  '/api-keys',
  '/usage-plans',
  '/usage-plans/new',
  '/client-certificates',
  '/vpc-links',
  '/vpc-links/new',
  '/domain-names',
  '/dashboard',
  '/portals',
  '/portal-products',
  '/subscriptions',
  '/users',
  '/settings',
  '/apis/new',
];
const tabs = [
  'resources',
  'stages',
  'deployments',
  'models',
  'validators',
  'gateway-responses',
  'documentation',
  'documentation/versions',
  'documentation/import',
  'dashboard',
  'portal',
  'settings',
];
const stageTabs = ['variables', 'throttling', 'cache', 'canary', 'settings'];

// The operations refuse by role whatever a page shows (lib/control/permission.test): this is about the pages.
test('a viewer reads every page and is offered no change; an editor is offered what editors do', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse({
    GATEHOUSE_ADMIN_EMAIL: administrator.email,
    GATEHOUSE_ADMIN_PASSWORD: administrator.password,
  });
  try {
    const { consoleUrl } = gatehouse;
    const admin = await signIn(browser, consoleUrl, administrator);
    const pages = await everyPage(admin.page, consoleUrl);
    for (const role of ['viewer', 'editor'] as const) await addUser(admin.page, consoleUrl, role);
    admin.watch.expectNone();

    const viewer = await signIn(browser, consoleUrl, accountOf('viewer'));
    for (const url of pages) {
      await viewer.page.goto(url);
      await expectNoChangeOffered(viewer.page);
    }
    viewer.watch.expectNone();

    const editor = await signIn(browser, consoleUrl, accountOf('editor'));
    await expectEditor(editor.page, consoleUrl);
    editor.watch.expectNone();

    const visitor = await (await browser.newContext()).newPage();
    await expectDoorsAccessible(visitor, consoleUrl);
  } finally {
    await gatehouse.stop();
  }
});

const accountOf = (role: string) => ({ email: `${role}@example.com`, password: administrator.password });

async function signIn(browser: Browser, consoleUrl: string, account: { email: string; password: string }) {
  const page = await (await browser.newContext()).newPage();
  const watch = watchPage(page);
  await page.goto(`${consoleUrl}/console/sign-in`);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();
  return { page, watch };
}

/** All places, and the tabs of the sample API, its GET and its plan. */
async function everyPage(page: Page, consoleUrl: string): Promise<string[]> {
  await page.getByRole('cell', { name: 'PetStore', exact: true }).click();
  await page.getByRole('treeitem', { name: 'GET /pets', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Way of a call' })).toBeVisible();
  const method = page.url();
  const apiUrl = method.replace(/\/resources.*$/, '');
  await page.goto(`${consoleUrl}/console/usage-plans`);
  await page.getByRole('cell', { name: 'Free', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Free' })).toBeVisible();
  return [
    ...places.map((place) => `${consoleUrl}/console${place}`),
    ...tabs.map((tab) => `${apiUrl}/${tab}`),
    ...stageTabs.map((tab) => `${apiUrl}/stages?tab=${tab}`),
    method,
    page.url(),
  ];
}

async function addUser(page: Page, consoleUrl: string, role: 'viewer' | 'editor'): Promise<void> {
  const { email, password } = accountOf(role);
  await page.goto(`${consoleUrl}/console/users`);
  await page.getByRole('button', { name: 'Add user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill(role);
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByLabel('Role').selectOption(role);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('cell', { name: email, exact: true })).toBeVisible();
}

async function expectNoChangeOffered(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await expect(main.getByRole('heading').first()).toBeVisible();
  await expect(page.getByRole('status', { name: /^(Loading|Reading)/ })).toHaveCount(0);
  const where = `${page.url()} offers a viewer`;
  for (const role of ['button', 'link'] as const)
    await expect(main.getByRole(role, { name: changing, disabled: false }), where).toHaveCount(0);
  await expect(main.getByRole('button', { name: /^Actions (of|for)/ }), where).toHaveCount(0);
  await expect(main.locator(':is([role=switch], textarea):enabled:not([readonly])'), where).toHaveCount(0);
}

async function expectEditor(page: Page, consoleUrl: string): Promise<void> {
  for (const [place, button] of [
    ['', 'Create API'],
    ['/api-keys', 'Create API key'],
    ['/usage-plans', 'Create usage plan'],
  ] as const) {
    await page.goto(`${consoleUrl}/console${place}`);
    await expect(page.getByRole('main').getByText(button, { exact: true })).toBeVisible();
  }
  for (const place of ['users', 'settings']) {
    await page.goto(`${consoleUrl}/console/${place}`);
    await expect(page.getByRole('heading', { name: /are for administrators$/ })).toBeVisible();
  }
}

/** The pages in front of an account, the reference, and what a wrong address shows. */
async function expectDoorsAccessible(page: Page, consoleUrl: string): Promise<void> {
  for (const path of ['/', '/sign-in', '/sign-up', '/console/sign-in', '/console/setup', '/apis/nowhere']) {
    await page.goto(consoleUrl + path);
    await expect(page.getByRole('main')).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto(`${consoleUrl}/apis/pet-store/reference`);
  await page.getByRole('button', { name: /List pets/ }).click();
  await expect(page.getByRole('button', { name: 'Try it out' })).toBeVisible();
  await expectAccessible(page);
}
