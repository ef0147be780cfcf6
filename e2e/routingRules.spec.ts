import { deployToDev, importPets } from './definition/importPets';
import { callAs } from './domainNames/callAs';
import { refuseAndCreate } from './domainNames/names';
import {
  addCatchAll,
  addHeaderRule,
  chooseRoutingMode,
  deleteRuleAndUndo,
  editCatchAll,
} from './domainNames/rules';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';

test('a domain name follows routing rules: made, called, edited, undone and left out', async ({
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
    const call = async (path: string, headers?: Record<string, string>) =>
      (await callAs('api.example.com', gatewayUrl + path, headers)).status;
    await test.step('a name', () => refuseAndCreate(page, consoleUrl));
    await test.step('rules before mappings', () =>
      chooseRoutingMode(page, 'Routing rules, then base path mappings'));
    await test.step('a rule by header and path', async () => {
      await addHeaderRule(page);
      expect(await call('/beta/pets', { 'x-version': 'beta2' })).toBe(200);
      expect(await call('/beta/pets', { 'x-version': 'Beta2' })).toBe(403);
      expect(await call('/beta/pets')).toBe(403);
    });
    await test.step('a rule for all other calls', async () => {
      await addCatchAll(page);
      expect(await call('/pets')).toBe(200);
    });
    await test.step('the stage tells', async () => {
      await page.goto(`${apiUrl}/stages?stage=dev`);
      await page.getByRole('link', { name: 'api.example.com by routing rule 100' }).click();
      await expect(page.getByRole('table', { name: 'Routing rules' })).toBeVisible();
    });
    await test.step('no serious fault by axe, light and dark, wide and narrow', () =>
      lookAtAll(page, consoleUrl));
    await test.step('edited', async () => {
      await editCatchAll(page);
      expect([await call('/pets'), await call('/other')]).toEqual([200, 403]);
    });
    await test.step('deleted and brought back', () => deleteRuleAndUndo(page, () => call('/pets')));
    await test.step('left out by the routing mode', async () => {
      await chooseRoutingMode(page, 'Base path mappings only');
      await expect(
        page.getByText('Not in use: the routing mode asks base path mappings only.'),
      ).toBeVisible();
      await expect(page.getByRole('button', { name: /routing rule/ })).toHaveCount(0);
      expect(await call('/pets')).toBe(403);
    });
    await test.step('deleted with the name', () => deleteWithRules(page));
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function lookAtAll(page: Page, consoleUrl: string): Promise<void> {
  const url = `${consoleUrl}/console/domain-names/api.example.com`;
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const query of ['', '?rule=1']) {
      await page.goto(url + query);
      await expect(page.getByRole('table', { name: 'Routing rules', includeHidden: true })).toBeVisible();
      await expectAccessible(page);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(url);
}

async function deleteWithRules(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Delete domain name' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('2 routing rules go with it')).toBeVisible();
  await dialog.getByLabel(/^Type api.example.com/).fill('api.example.com');
  await dialog.getByRole('button', { name: 'Delete api.example.com' }).click();
  await expect(page.getByText('No custom domain name yet')).toBeVisible();
}
