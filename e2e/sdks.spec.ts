import { deployToDev, importPets } from './definition/importPets';
import { publishPage } from './documentation/expectReference';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';
import { generateInConsole, refuseAndGenerateJava } from './sdks/console';
import { downloadAndRun, expectNone } from './sdks/portal';

test('a client is generated in the console and downloaded in the portal, and it calls', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const backend = await startBackend();
  try {
    const { consoleUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const visitor = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const apiUrl = await importPets(page, consoleUrl, backend.url);
    await deployToDev(page);
    await test.step('Python in the console', () => generateInConsole(page, apiUrl));
    await test.step('Java, refused at its fields first', () => refuseAndGenerateJava(page, apiUrl));
    await test.step('nobody else has it before it is published', () => expectNone(visitor, consoleUrl));
    await publishPage(page, apiUrl);
    const watchVisitor = watchPage(visitor);
    await test.step('a visitor downloads it and runs what the page shows', () =>
      downloadAndRun(visitor, consoleUrl));
    await test.step('no serious fault by axe, light and dark, wide and narrow', async () => {
      for (const width of [1440, 390]) {
        await visitor.setViewportSize({ width, height: 900 });
        await expectAccessible(visitor);
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${apiUrl}/stages?stage=dev&sdk=1`);
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectAccessible(page);
      }
    });
    watch.expectNone();
    watchVisitor.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});
