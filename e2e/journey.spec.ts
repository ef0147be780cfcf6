import { startBackend } from './fixtures/startBackend';
import { type RunningGatehouse, startGatehouse } from './fixtures/startGatehouse';
import { type Browser, expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator, signInToConsole } from './journey/administrator';
import { defineApi, runTest } from './journey/defineApi';
import { changeDeployAndRollBack, deployToNewStage } from './journey/deploy';
import { getKey, revokeRotatedKey, rotateKey, tryWithOwnKey } from './journey/developer';
import { importApi } from './journey/importApi';
import { createPlan, publish } from './journey/publish';
import { expectUsage } from './journey/usage';

// Points 2 to 9 of the product's main job, in one go, in a real browser against the real processes.
test('define an API, deploy it, publish it, call it with a self-served key, see the usage', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const backend = await startBackend();
  try {
    const { consoleUrl, gatewayUrl } = gatehouse;
    const console = await newPage(browser);
    await test.step('first administrator', () => makeFirstAdministrator(console.page, gatehouse.setupLink()));
    await test.step('console sign-in', async () => {
      const fresh = await newPage(browser);
      await signInToConsole(fresh.page, consoleUrl);
      await fresh.page.context().close();
    });
    await test.step('import, export, import', () => importApi(console.page, consoleUrl));
    await test.step('resources and methods', () => defineApi(console.page, consoleUrl, backend.url));
    await test.step('test panel', () => runTest(console.page));
    const apiUrl = console.page.url().replace(/\/resources.*$/, '');
    const invokeUrl = await test.step('deploy', () => deployToNewStage(console.page, gatewayUrl, 'dev'));
    await test.step('a key is wanted, to the byte', () => expectForbidden(`${invokeUrl}/orders/1`));
    await test.step('plan', () => createPlan(console.page, consoleUrl));
    await test.step('portal page', () => publish(console.page, apiUrl));
    const portal = await newPage(browser);
    const key = await test.step('own key', () => getKey(portal.page, consoleUrl));
    const appUrl = portal.page.url();
    await test.step('calls with the key', () => callTimes(`${invokeUrl}/orders/1`, key, 5));
    await test.step('try-it', () => tryWithOwnKey(portal.page, consoleUrl));
    await test.step('usage', () =>
      expectUsage({ portal: portal.page, console: console.page }, consoleUrl, apiUrl, 6, () =>
        callTimes(`${invokeUrl}/orders/1`, key, 1),
      ));
    await test.step('rotate and revoke', async () => {
      await portal.page.goto(appUrl);
      const next = await rotateKey(portal.page);
      await callTimes(`${invokeUrl}/orders/1`, key, 1);
      await callTimes(`${invokeUrl}/orders/1`, next, 1);
      await revokeRotatedKey(portal.page);
      await expect.poll(() => statusOf(`${invokeUrl}/orders/1`, key)).toBe(403);
      await callTimes(`${invokeUrl}/orders/1`, next, 1);
    });
    await test.step('change, compare, roll back', () => changeDeployAndRollBack(console.page, apiUrl));
    await test.step('no serious fault by axe, light and dark', () =>
      lookAtAll(console.page, portal.page, gatehouse, apiUrl));
    console.watch.expectNone();
    portal.watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function newPage(browser: Browser): Promise<{ page: Page; watch: ReturnType<typeof watchPage> }> {
  const page = await (await browser.newContext()).newPage();
  return { page, watch: watchPage(page) };
}

const statusOf = async (url: string, key: string) =>
  (await fetch(url, { headers: { 'x-api-key': key } })).status;

async function callTimes(url: string, key: string, times: number): Promise<void> {
  for (let call = 0; call < times; call += 1) expect(await statusOf(url, key)).toBe(200);
}

async function expectForbidden(url: string): Promise<void> {
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('x-amzn-errortype'), await answer.text()]).toEqual([
    403,
    'ForbiddenException',
    '{"message":"Forbidden"}',
  ]);
}

async function lookAtAll(
  console: Page,
  portal: Page,
  { consoleUrl }: RunningGatehouse,
  apiUrl: string,
): Promise<void> {
  const places = [
    '',
    '/api-keys',
    '/usage-plans',
    '/client-certificates',
    '/vpc-links',
    '/dashboard',
    '/portals',
    '/portal-products',
    '/subscriptions',
    '/users',
    '/settings',
  ];
  const tabs = [
    'resources',
    'stages',
    'deployments',
    'models',
    'validators',
    'gateway-responses',
    'dashboard',
    'portal',
    'settings',
  ];
  for (const url of [
    ...places.map((path) => `${consoleUrl}/console${path}`),
    ...tabs.map((tab) => `${apiUrl}/${tab}`),
  ]) {
    await console.goto(url);
    await expect(console.getByRole('main')).toBeVisible();
    await expectAccessible(console);
  }
  for (const path of ['/', '/apis/orders', '/apis/orders/plans', '/apps', '/usage', '/account']) {
    await portal.goto(`${consoleUrl}${path}`);
    await expect(portal.getByRole('main')).toBeVisible();
    await expectAccessible(portal);
  }
}
