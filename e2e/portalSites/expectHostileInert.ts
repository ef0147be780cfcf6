import { type Browser, expect } from '@playwright/test';
import type { RunningGatehouse } from '../fixtures/startGatehouse';
import { watchPage } from '../fixtures/watchPage';
import { hostile, idOf, type PortalMaker } from './PortalMaker';

/** Every text of an owner on every page: nothing runs, nothing is loaded from elsewhere, no link is a script. */
export async function expectHostileInert(
  browser: Browser,
  {
    gatehouse,
    maker,
    pets,
  }: { gatehouse: RunningGatehouse; maker: PortalMaker; pets: { restApiId: string } },
): Promise<void> {
  const product = await maker.product(hostile.name, hostile.name);
  const overview = await maker.page(product, hostile.name, hostile.body);
  const text = await maker.page(product, hostile.name, hostile.body);
  const at = { restApiId: pets.restApiId, method: 'GET', path: '/pets' };
  const endpoint = await maker.endpoint(product, at, { name: hostile.name, body: hostile.body });
  await maker.order(product, { overview, pages: [text], sections: { [hostile.name]: [endpoint] } });
  const portal = await maker.portal(hostile.name, [product], { description: hostile.name });
  await maker.publish(portal);

  const page = await (await browser.newContext()).newPage();
  const watch = watchPage(page);
  const foreign: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).hostname === 'evil.example') foreign.push(request.url());
  });
  const url = `${gatehouse.consoleUrl}/portals/${portal.id}`;
  const inProduct = `${url}/products/${product.id}`;
  const pages = [
    '',
    `/pages/${idOf(text)}`,
    `/endpoints/${idOf(endpoint)}`,
    `?q=${encodeURIComponent(hostile.name)}`,
  ];
  for (const address of [url, ...pages.map((path) => inProduct + path)]) {
    await page.goto(address);
    await expect(page.getByText(hostile.name).first()).toBeVisible();
    await expect(page).toHaveTitle(/<img src=x onerror=/);
    await expect(page.locator('iframe, img, a[href^="javascript:"]')).toHaveCount(0);
  }
  await page.goto(inProduct);
  await expect(page.getByText('The end of it.')).toBeVisible();
  expect(foreign).toEqual([]);
  watch.expectNone();
}
