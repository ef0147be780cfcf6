import { flushResults } from './authorizers/flushResults';
import { importGuarded } from './authorizers/importGuarded';
import { countByAuthorizer, warnOfKeySource } from './authorizers/keySource';
import { changeGuard, makeGuard } from './authorizers/makeGuard';
import { cognitoAuthorizer, requestAuthorizer } from './authorizers/otherTypes';
import { denyByPolicy, removePolicy } from './authorizers/resourcePolicy';
import { guardMethod, makeTokenAuthorizer, testTokenAuthorizer } from './authorizers/tokenAuthorizer';
import type { Walk } from './authorizers/Walk';
import { deployToDev } from './definition/importPets';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';

// From a function that decides to the answers of the real gateway, all through the console.
test('authorizers of every type with their tester, flushed results, resource policy, key from the authorizer', async ({
  browser,
}) => {
  // One worker: what an authorizer said is kept by each worker for itself.
  const gatehouse = await startGatehouse({ GATEHOUSE_WORKERS: '1' });
  try {
    const { consoleUrl, gatewayUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    await test.step('function', () => makeGuard(page, consoleUrl));
    const apiUrl = await test.step('API', () => importGuarded(page, consoleUrl));
    const petsUrl = `${gatewayUrl}/_aws/execute-api/${apiUrl.split('/').at(-1)}/dev/pets`;
    const walk: Walk = { page, consoleUrl, apiUrl, call: (token) => callPets(petsUrl, token) };
    await test.step('AUTHORIZER without an authorizer', () => warnOfKeySource(walk));
    await test.step('TOKEN authorizer', () => makeTokenAuthorizer(walk));
    await test.step('its tester', () => testTokenAuthorizer(walk));
    await test.step('on a method', () => guardMethod(walk));
    await test.step('deployed: none, deny, allow', async () => {
      await deployToDev(page);
      expect((await walk.call()).status).toBe(401);
      expect((await walk.call('deny')).status).toBe(403);
      expect(await walk.call('allow')).toEqual({ status: 200, body: '{"caller": "user", "plan": "gold"}' });
    });
    await test.step('results are kept until they are flushed', () => flushResults(walk));
    await test.step('resource policy', async () => {
      await changeGuard(page, consoleUrl, { effect: 'Allow', members: '' });
      await denyByPolicy(walk);
      await removePolicy(walk);
    });
    await test.step('API key from the authorizer', () => countByAuthorizer(walk));
    await test.step('REQUEST authorizer', () => requestAuthorizer(walk));
    await test.step('user pool and scopes', () => cognitoAuthorizer(walk));
    await test.step('no serious fault by axe, light and dark, wide and narrow', () =>
      lookAtAll(page, apiUrl));
    watch.expectNone();
  } finally {
    await gatehouse.stop();
  }
});

/** The status and the body of a call, with the token as it is. */
async function callPets(url: string, token?: string) {
  const answer = await fetch(url, token === undefined ? {} : { headers: { authorization: token } });
  return { status: answer.status, body: await answer.text() };
}

async function lookAtAll(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/authorizers`);
  await page.getByRole('row', { name: /^guard/ }).click();
  await expect(page.getByRole('heading', { name: 'Test', exact: true })).toBeVisible();
  const places = ['authorizers', 'authorizers?create=1', 'resource-policy', 'settings'];
  const all = [...places.map((path) => `${apiUrl}/${path}`), page.url()];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const url of all) {
      await page.goto(url);
      await expect(page.locator('main')).toBeVisible();
      await expectAccessible(page);
    }
  }
}
