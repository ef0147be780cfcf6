import { deployToDev, importPets } from './definition/importPets';
import { callAs } from './domainNames/callAs';
import { deleteAndUndo, mapBasePath, moveToNone } from './domainNames/mappings';
import { createByPalette, deleteDomainName, refuseAndCreate } from './domainNames/names';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';

test('a custom domain name is made, mapped, called with its Host, moved, undone and deleted', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const backend = await startBackend();
  try {
    const { consoleUrl, gatewayUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const apiUrl = await importPets(page, consoleUrl, backend.url);
    await deployToDev(page);
    const call = (path: string) => callAs('api.example.com', gatewayUrl + path);
    await test.step('a name, after one that is none', () => refuseAndCreate(page, consoleUrl));
    await test.step('nothing is mapped', async () => {
      expect((await call('/shop/pets')).status).toBe(403);
    });
    await test.step('a base path, and the line that calls it', () => mapBasePath(page));
    await test.step('the call reaches the API', async () => {
      expect(await call('/shop/pets')).toEqual({ status: 200, body: { method: 'GET', path: '/pets' } });
      expect((await callAs('other.example.com', `${gatewayUrl}/shop/pets`)).status).toBe(403);
    });
    await test.step('the stage tells', () => expectOnStage(page, apiUrl, 'api.example.com/shop'));
    await test.step('no serious fault by axe, light and dark, wide and narrow', () =>
      lookAtAll(page, consoleUrl));
    await test.step('moved to (none)', async () => {
      await moveToNone(page);
      expect((await call('/pets')).status).toBe(200);
      expect((await call('/shop/pets')).status).toBe(403);
    });
    await test.step('deleted and brought back', () =>
      deleteAndUndo(page, async () => (await call('/pets')).status));
    await test.step('a wildcard by the palette', () => createByPalette(page));
    await test.step('deleted', async () => {
      await deleteDomainName(page, consoleUrl);
      expect((await call('/pets')).status).toBe(403);
    });
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function expectOnStage(page: Page, apiUrl: string, address: string): Promise<void> {
  await page.goto(`${apiUrl}/stages?stage=dev`);
  await page.getByRole('link', { name: address }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'api.example.com' })).toBeVisible();
}

async function lookAtAll(page: Page, consoleUrl: string): Promise<void> {
  const base = `${consoleUrl}/console/domain-names`;
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const place of ['', '?create=1', '/api.example.com', '/api.example.com?map=1']) {
      await page.goto(base + place);
      await expect(page.getByText('api.example.com').first()).toBeVisible();
      await expectAccessible(page);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${base}/api.example.com`);
}
