import { key } from './conformance/tools';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';
import { makeHttpApi, makeSocketApi } from './portalApis/makeApis';

test('an HTTP and a WebSocket API are published, read and tried in the portal', async ({ browser }) => {
  const gatehouse = await startGatehouse({ ...key });
  const backend = await startBackend();
  try {
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    const { consoleUrl } = gatehouse;
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const httpId = await makeHttpApi(gatehouse, backend.url);
    const socketId = await makeSocketApi(gatehouse);
    await test.step('published from the console', async () => {
      await publish(page, `${consoleUrl}/console/http-apis/${httpId}/portal`, 'pets');
      await publish(page, `${consoleUrl}/console/websocket-apis/${socketId}/portal`, 'chat');
    });
    await test.step('the catalogue names their kinds', async () => {
      await page.goto(consoleUrl);
      await expect(page.getByRole('link', { name: /Pets\s*HTTP\s*1 operation/ })).toBeVisible();
      await expect(page.getByRole('link', { name: /Chat\s*WebSocket\s*1 route/ })).toBeVisible();
      await expectAccessible(page);
    });
    await test.step('one that is not there is not found, by its status too', async () => {
      for (const path of ['/apis/nothing', '/apis/nothing/reference'])
        expect([path, (await page.request.get(`${consoleUrl}${path}`)).status()]).toEqual([path, 404]);
    });
    await test.step('an HTTP API is read and called', () => callHttpApi(page, consoleUrl));
    await test.step('a WebSocket API is read and talked to', () => talk(page, consoleUrl));
    await test.step('the dashboard names both', () => readUsage(page, consoleUrl));
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function publish(page: Page, address: string, slug: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('Address').fill(slug);
  await page.getByLabel('Shown in the portal').click();
  await page.getByRole('button', { name: 'Save page' }).click();
  await expect(page.getByRole('link', { name: 'See it in the portal' })).toBeVisible();
}

async function callHttpApi(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/apis/pets`);
  await page.getByRole('region', { name: 'Live request' }).getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Status 200')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Reference' }).click();
  await expect(page.getByText('An HTTP API knows no API keys')).toBeVisible();
  await page.locator('.opblock-get .opblock-summary-control').first().click();
  await page.getByRole('button', { name: 'Try it out' }).click();
  await page.getByRole('button', { name: 'Execute', exact: true }).click();
  await expect(page.locator('.live-responses-table tr.response .response-col_status')).toContainText('200');
}

async function talk(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/apis/chat`);
  await expect(page.getByText('wscat -c')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Reference' }).click();
  await expect(page.getByRole('heading', { name: 'ping' })).toBeVisible();
  const log = page.getByRole('log');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Connected$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log.getByText('"pong"')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(log.getByText('Closed with 1000')).toBeVisible();
}

async function readUsage(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/dashboard`);
  const operations = page.getByRole('table', { name: 'Top operations' });
  await expect(operations).toContainText('Chat: MESSAGE ping');
  await expect(operations).toContainText('Pets: GET /pets');
  await page.getByRole('row').filter({ hasText: 'Chat · live' }).click();
  await expect(page).toHaveURL(/websocket-apis/);
  await expect(operations).toContainText('MESSAGE ping');
}
