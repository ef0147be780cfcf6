import { deployToDev, importPets } from './definition/importPets';
import { expectReference, publishPage } from './documentation/expectReference';
import { importParts, undoImport } from './documentation/importParts';
import { publishVersion, takeBack } from './documentation/publishVersion';
import { deleteAndUndo, documentShared, writePart } from './documentation/writePart';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';

// An API's documentation, from the words in the console to the portal's reference.
test('parts are written, inherited, imported, published and read', async ({ browser }) => {
  const gatehouse = await startGatehouse();
  const backend = await startBackend();
  try {
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const apiUrl = await importPets(page, gatehouse.consoleUrl, backend.url);
    const reference = `${gatehouse.consoleUrl}/apis/pets/reference`;
    await deployToDev(page);
    await publishPage(page, apiUrl);
    await test.step('parts', async () => {
      await writePart(page, apiUrl);
      await documentShared(page, apiUrl);
      await deleteAndUndo(page, apiUrl);
    });
    await test.step('nothing shows before a version is published', () =>
      expectReference(page, reference, { has: [], hasNot: ['Every pet of the shop', 'That is it'] }));
    await test.step('a version', async () => {
      await publishVersion(page, apiUrl);
      await expectReference(page, reference, {
        has: ['Every pet of the shop', 'That is it', 'oldest first'],
        hasNot: ['<b>'],
      });
      await takeBack(page, apiUrl);
      await expectReference(page, reference, { has: [], hasNot: ['Every pet of the shop'] });
    });
    await test.step('an import, and its undo', async () => {
      await importParts(page, apiUrl);
      await undoImport(page, apiUrl);
    });
    await test.step('no serious fault by axe, light and dark, wide and narrow', () =>
      lookAtAll(page, apiUrl));
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function lookAtAll(page: Page, apiUrl: string): Promise<void> {
  const places = ['', '?type=METHOD&path=/pets&method=GET', '?show=parts', '/versions', '/import'];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const place of places) {
      await page.goto(`${apiUrl}/documentation${place}`);
      await expect(page.locator('main')).toBeVisible();
      await expectAccessible(page);
    }
  }
}
