import { deleteAndUndoProduct, deletePortal, disableAndUndo } from './consolePortals/leave';
import { choosePalette, createPortal, preview, publish, renameSection } from './consolePortals/portal';
import {
  addTwoEndpoints,
  createProduct,
  overrideEndpoint,
  sortEndpoints,
  writePage,
} from './consolePortals/product';
import { addViewer, expectReadOnly } from './consolePortals/viewer';
import { deployToDev, importPets } from './definition/importPets';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { type Browser, expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { administrator } from './journey/administrator';

test('a portal is made of a product with endpoints and a page, previewed, published, changed and taken away', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse({
    GATEHOUSE_ADMIN_EMAIL: administrator.email,
    GATEHOUSE_ADMIN_PASSWORD: administrator.password,
  });
  const backend = await startBackend();
  try {
    const { consoleUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await signIn(page, consoleUrl, administrator);
    await importPets(page, consoleUrl, backend.url);
    await deployToDev(page);

    const product = await test.step('a product', () => createProduct(page, consoleUrl));
    await test.step('two endpoints in a section', () => addTwoEndpoints(page));
    await test.step('sorted by keys, then dragged back', () => sortEndpoints(page));
    await test.step('one with a name and a text of its own', () => overrideEndpoint(page));
    await test.step('a page, shown', () => writePage(page));
    const portal = await test.step('a portal with it', () => createPortal(page, consoleUrl));
    await test.step('its colours', () => choosePalette(page, portal));
    await test.step('a preview', () => preview(page, portal, browser));
    const site = await test.step('published', () => publish(page, portal, 'First version'));
    await test.step('its readers see it', () => expectSite(browser, site, 'View pets', 'Animals'));
    await test.step('no serious fault by axe, light and dark, wide and narrow', () =>
      lookAtAll(page, consoleUrl, portal, product));
    await test.step('a viewer sees all and changes nothing', async () => {
      await addViewer(page, consoleUrl);
      const viewer = await (await browser.newContext()).newPage();
      const seen = watchPage(viewer);
      await signIn(viewer, consoleUrl, { ...administrator, email: 'viewer@example.com' });
      await expectReadOnly(viewer, consoleUrl, portal, product);
      seen.expectNone();
    });
    await test.step('changed since published', async () => {
      await renameSection(page, product, 'Creatures');
      await page.goto(`${portal}/publish`);
      await expect(page.getByText('Changed since').first()).toBeVisible();
      await expectSite(browser, site, 'View pets', 'Animals');
      await publish(page, portal, 'Another name of the section');
      await expect(page.getByText('Changed since')).toHaveCount(0);
      await expectSite(browser, site, 'View pets', 'Creatures');
    });
    await test.step('disabled, brought back, disabled', () => disableAndUndo(page, portal, site));
    await test.step('deleted', () => deletePortal(page, consoleUrl));
    await test.step('the product deleted and brought back', () =>
      deleteAndUndoProduct(page, consoleUrl, product));
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function signIn(
  page: Page,
  consoleUrl: string,
  account: { email: string; password: string },
): Promise<void> {
  await page.goto(`${consoleUrl}/console/sign-in`);
  await page.getByLabel('E-mail').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();
}

/** A visitor without an account finds these words on the portal. */
async function expectSite(browser: Browser, site: string, ...words: string[]): Promise<void> {
  const context = await browser.newContext();
  const visitor = await context.newPage();
  await visitor.goto(site);
  const link = visitor.getByRole('link', { name: 'Pets for shops' }).first();
  await link.click();
  for (const word of words)
    await expect(visitor.getByText(word).filter({ visible: true }).first()).toBeVisible();
  await context.close();
}

async function lookAtAll(page: Page, consoleUrl: string, portal: string, product: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const url of [
      `${consoleUrl}/console/portals`,
      `${consoleUrl}/console/portals?create=1`,
      portal,
      `${portal}/products`,
      `${portal}/publish`,
      `${consoleUrl}/console/portal-products`,
      product,
      `${product}?add=1`,
      `${product}?at=new-page`,
      `${product}/sharing`,
      `${product}/settings`,
    ]) {
      await page.goto(url);
      await expect(page.getByRole('heading').first()).toBeVisible();
      await expect(page.getByRole('status', { name: /^(Loading|Reading)/ })).toHaveCount(0);
      await expectAccessible(page);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
