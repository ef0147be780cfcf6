import { startCallbackListener } from './fixtures/startCallbackListener';
import { startGatehouse } from './fixtures/startGatehouse';
import { type Browser, expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';
import { expectGuarded, expectPoolInUse, makeGuardedApi } from './userPools/guardedApi';
import { claimsOf, signInOnHostedPage, signInToApp } from './userPools/hostedPage';
import { addResourceServer, makeMachineClient, makePublicClient } from './userPools/makeClient';
import {
  addGrace,
  addGroup,
  disableAndUndo,
  type MadePool,
  makePool,
  rotateKeys,
} from './userPools/makePool';
import { choosePool, signInToConsole, signInToPortal, unchoosePool } from './userPools/signInByPool';

// A pool from the console's forms to the token that opens a method, and to sign-in here by it.
test('pool, groups, users, clients, hosted sign-in, a guarded method, sign-in to portal and console', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const listener = await startCallbackListener();
  const { consoleUrl } = gatehouse;
  try {
    const page = await newPage(browser);
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const pool = await test.step('a pool with its addresses', () => makePool(page, consoleUrl));
    await test.step('groups and a user', async () => {
      await addGroup(page, pool, 'staff');
      await addGroup(page, pool, 'gatehouse-viewer');
      await addGrace(page, pool, 'staff');
      await disableAndUndo(page, pool);
    });
    const clientId = await test.step('resource server and app clients', async () => {
      await addResourceServer(page, pool);
      await makeMachineClient(page, pool);
      return makePublicClient(page, pool, listener.url);
    });
    const tokens = await test.step('sign-in on the hosted page', async () => {
      const person = await newPage(browser);
      return signInToApp(person, pool, clientId, listener);
    });
    expect(claimsOf(tokens.id_token)).toMatchObject({
      iss: pool.issuer,
      aud: clientId,
      token_use: 'id',
      nonce: 'the nonce',
      email: 'grace@example.com',
      'cognito:username': 'grace',
      'cognito:groups': ['staff'],
    });
    expect(claimsOf(tokens.access_token)).toMatchObject({
      token_use: 'access',
      client_id: clientId,
      scope: expect.stringContaining('orders/read'),
    });
    await test.step('the id token opens a method, also after the keys were rotated', async () => {
      const method = await makeGuardedApi(page, gatehouse, pool);
      await expectGuarded(method, tokens);
      await rotateKeys(page, pool);
      await expectGuarded(method, tokens);
      await expectPoolInUse(page, pool);
    });
    await test.step('the console tries a sign-in', () => trySignIn(page, `${pool.url}/clients/${clientId}`));
    await test.step('sign-in to portal and console by the pool', async () => {
      await choosePool(page, consoleUrl, pool);
      const portal = await signInToPortal(browser, consoleUrl);
      await signInToConsole(browser, page, consoleUrl, { pool, portal });
    });
    await test.step('no serious fault by axe, light and dark, wide and narrow', () =>
      lookAtAll(page, consoleUrl, pool, clientId));
    await unchoosePool(page, consoleUrl);
    watch.expectNone();
  } finally {
    await listener.stop();
    await gatehouse.stop();
  }
});

const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();

async function trySignIn(page: Page, clientUrl: string): Promise<void> {
  await page.goto(clientUrl);
  await page.getByRole('button', { name: 'Allow this console and try sign-in' }).click();
  await signInOnHostedPage(page);
  const decoded = page.locator('figure', { hasText: 'Id token, decoded' }).locator('pre');
  await expect(decoded).toContainText('"cognito:username": "grace"');
  await page.reload();
  await expect(page.getByText('This tab began no such sign-in.')).toBeVisible();
}

async function lookAtAll(page: Page, consoleUrl: string, pool: MadePool, clientId: string): Promise<void> {
  const tabs = ['', '/users', '/users?create=1', '/groups', '/clients', '/clients?create=1', '/settings'];
  const places = [
    `${consoleUrl}/console/user-pools`,
    `${consoleUrl}/console/user-pools/new`,
    ...tabs.map((tab) => `${pool.url}${tab}`),
    `${pool.url}/resource-servers`,
    `${pool.url}/resource-servers?create=1`,
    `${pool.url}/clients/${clientId}`,
    `${consoleUrl}/console/settings`,
  ];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const url of places) {
      await page.goto(url);
      await expect(page.locator('main')).toBeVisible();
      await expectAccessible(page);
    }
  }
}
