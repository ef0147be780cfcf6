import { createHash } from 'node:crypto';
import { startCallbackListener } from './fixtures/startCallbackListener';
import { startGatehouse } from './fixtures/startGatehouse';
import { type Browser, expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';
import { addResourceServer, makePublicClient } from './userPools/makeClient';
import { type MadePool, makePool, poolName } from './userPools/makePool';

type Listener = Awaited<ReturnType<typeof startCallbackListener>>;
interface App {
  pool: MadePool;
  clientId: string;
  listener: Listener;
}

const firstPassword = 'chosen-by-another-1';
const verifier = 'v'.repeat(43);

// A pool's own people at its pages: what the administrator chose is changed, accounts are made, wrong ways end.
test('hosted pages: a first password, an account of one’s own, and sign-ins that are over', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const listener = await startCallbackListener();
  try {
    const admin = await newPage(browser);
    await makeFirstAdministrator(admin, gatehouse.setupLink());
    const pool = await makePool(admin, gatehouse.consoleUrl);
    await addResourceServer(admin, pool);
    const clientId = await makePublicClient(admin, pool, listener.url);
    await addAda(admin, pool);
    const app = { pool, clientId, listener };
    const signInUrl = await test.step('a first password is changed', () => changeFirstPassword(browser, app));
    await test.step('an account of one’s own', () => makeAccount(browser, app));
    await test.step('what is over or another’s says so', () => openOver(browser, app, signInUrl));
  } finally {
    await listener.stop();
    await gatehouse.stop();
  }
});

const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function addAda(page: Page, pool: MadePool): Promise<void> {
  await page.goto(`${pool.url}/users?create=1`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('User name').fill('ada');
  await dialog.getByLabel('E-mail').fill('ada@example.com');
  await dialog.getByLabel('Password', { exact: true }).fill(firstPassword);
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(page.getByRole('row', { name: /^ada/ })).toBeVisible();
}

function authorizeUrl({ pool, clientId, listener }: App, part: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: listener.url,
    scope: 'openid email',
    code_challenge_method: 'S256',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    ...part,
  });
  return `${pool.issuer}/oauth2/authorize?${query}`;
}

/** The claims of the tokens that a code gives. */
async function claimsFor({ pool, clientId, listener }: App, code: string): Promise<Record<string, unknown>> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: listener.url,
    code,
    code_verifier: verifier,
  });
  const answer = await fetch(`${pool.issuer}/oauth2/token`, { method: 'POST', body });
  const { id_token: token } = (await answer.json()) as { id_token: string };
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

/** Wide and narrow: no fault by axe, and nothing beside the screen's edge. */
async function look(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

/** @returns the hosted page's address */
async function changeFirstPassword(browser: Browser, app: App): Promise<string> {
  const page = await newPage(browser);
  const watch = watchPage(page);
  const back = app.listener.next();
  await page.goto(authorizeUrl(app, { login_hint: 'ada' }));
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByText(`asks for your ${poolName} account.`)).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('ada');
  await look(page);
  const address = page.url();
  await page.getByLabel('Password').fill('not-the-one-1');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Incorrect username or password.')).toBeVisible();
  await page.getByLabel('Password').fill(firstPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const set = page.getByRole('button', { name: 'Set password and sign in' });
  const choose = async (one: string, two: string) => {
    await page.getByLabel('New password', { exact: true }).fill(one);
    await page.getByLabel('New password again').fill(two);
    await set.click();
  };
  await choose('of-my-own-choice', 'of-another-choice');
  await expect(page.getByText('The two passwords differ.')).toBeVisible();
  await choose('short', 'short');
  await expect(page.getByText('A password has at least 8 characters')).toBeVisible();
  await choose(firstPassword, firstPassword);
  await expect(page.getByText('The new password is the current one')).toBeVisible();
  await look(page);
  watch.expectNone();
  await choose('of-my-own-choice', 'of-my-own-choice');
  const code = (await back).get('code') ?? '';
  expect(await claimsFor(app, code)).toMatchObject({ 'cognito:username': 'ada', email_verified: true });
  return address;
}

async function makeAccount(browser: Browser, app: App): Promise<void> {
  const page = await newPage(browser);
  const watch = watchPage(page);
  const back = app.listener.next();
  await page.goto(authorizeUrl(app));
  await page.getByRole('link', { name: 'Sign up' }).click();
  await expect(page.getByRole('heading', { name: 'Sign up' })).toBeVisible();
  await look(page);
  const fill = async (username: string, password: string) => {
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('E-mail').fill('eve@example.com');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign up' }).click();
  };
  await fill('eve', 'short');
  await expect(page.getByText('A password has at least 8 characters')).toBeVisible();
  await fill('Ada', 'of-my-own-choice');
  await expect(page.getByText('This user name is taken')).toBeVisible();
  watch.expectNone();
  await fill('Eve', 'of-my-own-choice');
  const code = (await back).get('code') ?? '';
  expect(await claimsFor(app, code)).toMatchObject({ 'cognito:username': 'eve', email_verified: false });
  const signedOut = page.waitForURL(/\/logout\/success$/);
  await page.goto(`${app.pool.issuer}/logout?client_id=${app.clientId}`).catch(() => null);
  await signedOut;
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await look(page);
  await page.goto(authorizeUrl(app));
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

async function openOver(browser: Browser, app: App, signInUrl: string): Promise<void> {
  const page = await newPage(browser);
  for (const path of ['', '/sign-up']) {
    await page.goto(`${signInUrl}${path}`);
    await expect(page.getByRole('heading', { name: 'This sign-in is over' })).toBeVisible();
    await look(page);
  }
  await page.goto(authorizeUrl(app, { redirect_uri: 'https://evil.example/callback' }));
  await expect(page.getByRole('heading', { name: 'This sign-in cannot go on' })).toBeVisible();
  await look(page);
}
