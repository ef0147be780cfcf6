import { key } from './conformance/tools';
import { type RunningGatehouse, startGatehouse } from './fixtures/startGatehouse';
import { type Browser, expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';
import { expectHostileInert } from './portalSites/expectHostileInert';
import { idOf, makePetsPortal, PortalMaker } from './portalSites/PortalMaker';
import { readersSignIn } from './portalSites/readersSignIn';

type Pets = Awaited<ReturnType<typeof makePetsPortal>>;
interface Stand {
  gatehouse: RunningGatehouse;
  maker: PortalMaker;
  pets: Pets;
}

// A portal as its readers see it: a copy, under its own address and its own name, for everybody or for a pool's people.
test('portal sites: read, tried, previewed, taken from the web, and for those who sign in', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse(key);
  try {
    const admin = await newPage(browser);
    await makeFirstAdministrator(admin, gatehouse.setupLink());
    const maker = new PortalMaker(gatehouse);
    const stand = { gatehouse, maker, pets: await makePetsPortal(maker) };
    await test.step('read by path, and an endpoint is tried', () => readByPath(browser, stand));
    await test.step('read by host name, and nothing else is there', () => readByHost(browser, stand));
    await test.step('a change waits for the next publication', () => changeWaits(browser, stand));
    await test.step('a preview is for who knows its address', () => preview(browser, stand));
    await test.step('hostile names and Markdown are inert', () => expectHostileInert(browser, stand));
    await test.step('readers sign in to a user pool', () => readersSignIn(browser, admin, stand));
    await test.step('disabled, it is gone', () => disable(browser, stand));
  } finally {
    await gatehouse.stop();
  }
});

const newPage = async (browser: Browser): Promise<Page> => (await browser.newContext()).newPage();
const urlOf = ({ gatehouse, pets }: Stand) => `${gatehouse.consoleUrl}/portals/${pets.portal.id}`;

/** Wide and narrow: no fault by axe, and nothing beside the screen's edge. swagger-ui's own markup has faults. */
async function look(page: Page): Promise<void> {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page, ['.swagger-ui']);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
}

async function readByPath(browser: Browser, stand: Stand): Promise<void> {
  const page = await newPage(browser);
  const watch = watchPage(page);
  await page.goto(urlOf(stand));
  await expect(page).toHaveTitle('Pet shop developers');
  await expect(page.getByText('APIs of the pet shop.')).toBeVisible();
  await look(page);
  await page.getByRole('link', { name: /^Orders/ }).click();
  await expect(page.getByText('This product shows no pages yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Pet shop developers' }).click();
  await page.getByRole('link', { name: /^Pets/ }).click();
  await expect(page.getByRole('heading', { name: 'What it is' })).toBeVisible();
  await look(page);
  const contents = page.getByRole('navigation', { name: 'Contents of Pets' });
  await contents.getByRole('link', { name: 'Limits' }).click();
  await expect(page.getByRole('heading', { name: 'Limits', exact: true })).toBeVisible();
  await look(page);
  await page.getByRole('searchbox').fill('one pet');
  await expect(page.getByRole('heading', { name: '2 of Pets for “one pet”' })).toBeVisible();
  await look(page);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Read a pet/ })
    .click();
  await expect(page.getByRole('heading', { name: 'Read a pet' })).toBeVisible();
  await tryPet(page);
  await look(page);
  await contents.getByRole('link', { name: 'AddPet' }).click();
  await expect(page.getByRole('heading', { name: 'AddPet' })).toBeVisible();
  await expect(page.locator('.opblock')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it out' })).toHaveCount(0);
  watch.expectNone();
  for (const path of [
    '/products/none',
    `/products/${stand.pets.product.id}/endpoints/none`,
    '/console',
    '/preview',
  ])
    expect((await page.request.get(`${urlOf(stand)}${path}`)).status()).toBe(404);
}

/** The call goes through the gateway, and the samples have the endpoint's address. */
async function tryPet(page: Page): Promise<void> {
  await expect(page.getByRole('tabpanel', { name: 'curl' })).toContainText('/prod/pets/{petId}');
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByPlaceholder('petId').fill('beagle');
  await page.getByRole('button', { name: 'Execute', exact: true }).click();
  await expect(page.locator('.live-responses-table .response').first()).toContainText('"id": "beagle"');
}

/** Chromium resolves every name below localhost to this machine. */
async function readByHost(browser: Browser, stand: Stand): Promise<void> {
  const { gatehouse, pets } = stand;
  const { port } = new URL(gatehouse.consoleUrl);
  const origin = `http://${pets.portal.domain}:${port}`;
  const page = await newPage(browser);
  const watch = watchPage(page);
  await page.goto(origin);
  await page.getByRole('link', { name: /^Pets/ }).click();
  await expect(page).toHaveURL(`${origin}/products/${pets.product.id}`);
  await page.getByRole('link', { name: 'Read a pet' }).first().click();
  await expect(page).toHaveURL(`${origin}/products/${pets.product.id}/endpoints/${idOf(pets.pages.get)}`);
  await tryPet(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Read a pet' })).toBeVisible();
  watch.expectNone();
  const elsewhere = [
    '/console',
    '/console/sign-in',
    '/sign-up',
    '/apis',
    '/apps',
    '/api/auth/providers',
    '/api/health',
    '/api/functions/pets/logs',
  ];
  for (const path of [...elsewhere, `/portals/${pets.portal.id}`, '/userpools/x/interaction/y']) {
    const answer = await page.goto(`${origin}${path}`);
    expect([path, answer?.status()]).toEqual([path, 404]);
  }
  // Of the portal itself, which asks nobody to sign in.
  await page.goto(`${origin}/sign-in`);
  await expect(page).toHaveURL(`${origin}/`);
  const gone = await page.goto(`http://p-0000000000.apigw-portal.localhost:${port}/`);
  expect(gone?.status()).toBe(404);
  // The header that the proxy sets is nobody's to send.
  const headers = { 'x-gatehouse-portal-host': pets.portal.id };
  const sent = await page.request.get(urlOf(stand), { headers });
  expect(await sent.text()).toContain(`href="/portals/${pets.portal.id}/products/${pets.product.id}"`);
  expect((await page.request.get(`${gatehouse.consoleUrl}/console/sign-in`, { headers })).status()).toBe(200);
}

async function changeWaits(browser: Browser, { maker, pets, ...rest }: Stand): Promise<void> {
  const page = await newPage(browser);
  const url = urlOf({ maker, pets, ...rest });
  await maker.client.updateProductPage({
    PortalProductId: pets.product.id,
    ProductPageId: idOf(pets.pages.limits),
    DisplayContent: { Title: 'Limits and prices', Body: 'Twenty calls a second.' },
  });
  const address = `${url}/products/${pets.product.id}/pages/${idOf(pets.pages.limits)}`;
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Limits', exact: true })).toBeVisible();
  await expect(page.getByText('Ten calls a second.')).toBeVisible();
  await maker.publish(pets.portal);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Limits and prices' })).toBeVisible();
  await expect(page.getByText('Twenty calls a second.')).toBeVisible();
}

async function preview(browser: Browser, stand: Stand): Promise<void> {
  const { maker, pets } = stand;
  const { PortalId } = { PortalId: pets.portal.id };
  const { PortalContent } = await maker.client.getPortal({ PortalId });
  await maker.client.updatePortal({
    PortalId,
    PortalContent: { ...PortalContent, Theme: PortalContent?.Theme, DisplayName: 'Pet shop, next' },
  });
  const page = await newPage(browser);
  const watch = watchPage(page);
  const url = await maker.preview(pets.portal);
  const answer = await page.goto(url);
  expect(answer?.headers()).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  await expect(page.getByText(/^Preview, valid until \d{4}-\d\d-\d\d \d\d:\d\d UTC/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Pet shop, next' })).toBeVisible();
  await look(page);
  await page.getByRole('link', { name: /^Pets/ }).click();
  await page.getByRole('link', { name: 'Read a pet' }).first().click();
  await expect(page).toHaveURL(`${url}/products/${pets.product.id}/endpoints/${idOf(pets.pages.get)}`);
  await expect(page.locator('.opblock')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try it out' })).toHaveCount(0);
  watch.expectNone();
  for (const wrong of [
    `${url}x`,
    url.replace(/[^/]+$/, 'AAAAAAAAAAAAAAAAAAAAAA'),
    url.replace(/\/[^/]+$/, '/'),
  ])
    expect((await page.request.get(wrong)).status()).toBe(404);
  await page.goto(urlOf(stand));
  await expect(page.getByRole('heading', { name: 'Pet shop developers' })).toBeVisible();
}

async function disable(browser: Browser, stand: Stand): Promise<void> {
  const { maker, pets, gatehouse } = stand;
  await maker.client.disablePortal({ PortalId: pets.portal.id });
  const page = await newPage(browser);
  const { port } = new URL(gatehouse.consoleUrl);
  for (const address of [urlOf(stand), `http://${pets.portal.domain}:${port}/`]) {
    const answer = await page.goto(address);
    expect(answer?.status()).toBe(404);
    await expect(page.getByText('Nothing lives at this address')).toBeVisible();
  }
  const tried = await page.request.get(`${urlOf(stand)}/try/${idOf(pets.pages.get)}/pets/1`);
  expect(tried.status()).toBe(404);
}
