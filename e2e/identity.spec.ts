import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { importSigned } from './identity/importSigned';
import { makeKey, makeUser, switchKey } from './identity/makeUser';
import { allowByTemplate, denyByManaged, detachAndUndo } from './identity/policies';
import { signedCall } from './identity/signedCall';
import { shareQuestion, simulate } from './identity/simulator';
import type { Walk } from './identity/Walk';
import { makeFirstAdministrator } from './journey/administrator';

const userName = 'reporting';

// From a user without rights to signed calls of the real gateway, all through the console.
test('IAM user with key and policies: signed calls, and the simulator says the same', async ({ browser }) => {
  const gatehouse = await startGatehouse();
  try {
    const { consoleUrl, gatewayUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const restApiId = await test.step('API', () => importSigned(page, consoleUrl));
    const stageUrl = `${gatewayUrl}/_aws/execute-api/${restApiId}/dev`;
    const walk: Walk = {
      page,
      identityUrl: `${consoleUrl}/console/identity`,
      restApiId,
      call: (path, key) => signedCall(stageUrl + path, key),
    };
    await test.step('user', () => makeUser(walk, userName));
    const key = await test.step('access key', () => makeKey(page));
    await test.step('nothing allows yet', async () => {
      expect(await walk.call('/pets/7')).toBe(403);
      expect(await walk.call('/pets/7', key)).toBe(403);
    });
    await test.step('inline policy', async () => {
      await allowByTemplate(walk);
      expect(await walk.call('/pets/7', key)).toBe(200);
      expect(await walk.call('/admin', key)).toBe(200);
      expect(await walk.call('/pets/7')).toBe(403);
      expect(await walk.call('/pets/7', { ...key, secretAccessKey: 'x'.repeat(40) })).toBe(403);
    });
    await test.step('key off and on', () => switchKey(walk, key));
    await test.step('managed policy', async () => {
      await denyByManaged(walk, userName);
      expect(await walk.call('/admin', key)).toBe(403);
      expect(await walk.call('/pets/7', key)).toBe(200);
    });
    await test.step('simulator', () => simulate(walk, userName));
    await test.step('a question is its address', () => shareQuestion(walk));
    await test.step('no serious fault by axe, light and dark, wide and narrow', () => lookAtAll(walk));
    await test.step('detach and undo', () => detachAndUndo(walk, userName));
    await test.step('deleted with all it has', async () => {
      await deleteUser(page);
      expect(await walk.call('/pets/7', key)).toBe(403);
    });
    watch.expectNone();
  } finally {
    await gatehouse.stop();
  }
});

async function deleteUser(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Type /).fill(userName);
  await dialog.getByRole('button', { name: `Delete ${userName}` }).click();
  await expect(page.getByRole('heading', { name: 'No IAM user' })).toBeVisible();
}

async function lookAtAll({ page, identityUrl }: Walk): Promise<void> {
  const question = page.url();
  const user = `users/${userName}`;
  const places = ['', '/policies', '/create-policy', '/policies/NoAdmin', '/policies/AdministratorAccess'];
  const own = [`/${user}`, `/${user}/create-policy`, `/${user}/policies/CallSigned`];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const url of [...[...places, ...own].map((path) => identityUrl + path), question]) {
      await page.goto(url);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  }
}
