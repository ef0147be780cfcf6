import { type Browser, expect, type Page } from '@playwright/test';
import type { RunningGatehouse } from '../fixtures/startGatehouse';
import { watchPage } from '../fixtures/watchPage';
import { signInOnHostedPage } from '../userPools/hostedPage';
import { addResourceServer, makePublicClient } from '../userPools/makeClient';
import { addGrace, addGroup, makePool } from '../userPools/makePool';
import { idOf, type makePetsPortal, type PortalMaker } from './PortalMaker';

interface Stand {
  gatehouse: RunningGatehouse;
  maker: PortalMaker;
  pets: Awaited<ReturnType<typeof makePetsPortal>>;
}

/** A portal that asks its readers to sign in: closed in every way before, open after, closed again when they leave. */
export async function readersSignIn(browser: Browser, admin: Page, stand: Stand): Promise<void> {
  const { gatehouse, maker, pets } = stand;
  const pool = await makePool(admin, gatehouse.consoleUrl);
  await addResourceServer(admin, pool);
  await addGroup(admin, pool, 'staff');
  await addGrace(admin, pool, 'staff');
  const clientId = await makePublicClient(admin, pool, 'https://shop.example/callback');
  const authorization = {
    CognitoConfig: { AppClientId: clientId, UserPoolArn: pool.arn, UserPoolDomain: pool.issuer },
  };
  const portal = await maker.portal('For our people', [pets.product], { authorization });
  await maker.publish(portal);
  const url = `${gatehouse.consoleUrl}/portals/${portal.id}`;

  const page = await (await browser.newContext()).newPage();
  const watch = watchPage(page);
  await page.goto(url);
  await expect(page.getByText('Nobody can sign in to this portal yet')).toBeVisible();
  await expect(page.getByText(`${url}/callback`)).toBeVisible();
  await allowCallback(admin, pool.url, clientId, `${url}/callback`);

  const endpoint = `${url}/products/${pets.product.id}/endpoints/${idOf(pets.pages.get)}`;
  await expectClosed(page, url, endpoint, idOf(pets.pages.get));
  await page.goto(endpoint);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await signInOnHostedPage(page);
  await expect(page).toHaveURL(endpoint);
  await expect(page.getByRole('heading', { name: 'Read a pet' })).toBeVisible();
  await expect(page.getByText('grace', { exact: true })).toBeVisible();
  const tried = await page.evaluate(
    async (address) => (await fetch(address)).json(),
    `/portals/${portal.id}/try/${idOf(pets.pages.get)}/pets/corgi`,
  );
  expect(tried).toEqual({ id: 'corgi' });
  const cookie = (await page.context().cookies(url)).find(({ name }) => name === 'portal_reader');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: `/portals/${portal.id}` });
  watch.expectNone();
  await page.goto(`${url}/callback?code=x&state=y`);
  await expect(page.getByRole('heading', { name: 'For our people' })).toBeVisible();
  await page.getByRole('link', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible();
  await expectClosed(page, url, endpoint, idOf(pets.pages.get));
  await page.goto(`${url}/callback?code=x&state=y`);
  await expect(page.getByText('That sign-in is over, or began in another browser.')).toBeVisible();
}

/** Page, call and download: nothing of the portal is told. */
async function expectClosed(page: Page, url: string, endpoint: string, pageId: string): Promise<void> {
  for (const address of [url, endpoint, `${endpoint}?q=x`]) {
    await page.goto(address);
    await expect(page.getByText('Sign in to read this portal')).toBeVisible();
    expect(await page.content()).not.toMatch(/For our people|Read a pet|petId/);
  }
  for (const path of [`/try/${pageId}/pets/1`, `/openapi/${pageId}`])
    expect((await page.request.get(`${url}${path}`)).status()).toBe(401);
}

async function allowCallback(page: Page, poolUrl: string, clientId: string, callback: string): Promise<void> {
  await page.goto(`${poolUrl}/clients/${clientId}`);
  const field = page.getByLabel('Callback URLs');
  await field.fill(`${await field.inputValue()}\n${callback}`);
  await page.getByRole('button', { name: 'Save app client' }).click();
  await expect(page.getByText(/ saved$/)).toBeVisible();
}
