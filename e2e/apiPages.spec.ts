import { addServiceAction, importTwice, throughVpcLink } from './apiPages/backends';
import { seed } from './apiPages/seed';
import { compare, setStage } from './apiPages/stages';
import { tryHttpAuthorizers, trySocketAuthorizer } from './apiPages/testers';
import { readAsViewer, signIn } from './apiPages/viewer';
import { key } from './conformance/tools';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { administrator } from './journey/administrator';

test('pages of HTTP and WebSocket APIs: testers, imports, services, links, stages, comparisons, viewers', async ({
  browser,
}) => {
  const backend = await startBackend();
  const gatehouse = await startGatehouse({
    ...key,
    GATEHOUSE_ADMIN_EMAIL: administrator.email,
    GATEHOUSE_ADMIN_PASSWORD: administrator.password,
  });
  try {
    const { consoleUrl } = gatehouse;
    const { httpApiId, webSocketApiId } = await seed(gatehouse, backend.url);
    const http = `${consoleUrl}/console/http-apis/${httpApiId}`;
    const webSocket = `${consoleUrl}/console/websocket-apis/${webSocketApiId}`;
    const target = new URL(backend.url).host;
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await signIn(page, consoleUrl, administrator);
    await test.step('JWT and Lambda authorizers are tried', () => tryHttpAuthorizers(page, http));
    await test.step('the handshake’s authorizer is tried', () => trySocketAuthorizer(page, webSocket));
    await test.step('import and re-import', () => importTwice(page, consoleUrl, backend.url));
    await test.step('a service’s action', () => addServiceAction(page, http));
    await test.step('a VPC link', () => throughVpcLink(page, { consoleUrl, apiUrl: http, target }));
    await test.step('stages', async () => {
      await setStage(page, http, 'HTTP');
      await setStage(page, webSocket, 'WEBSOCKET');
    });
    await test.step('a viewer', () => readAsViewer(page, browser, { consoleUrl, http, webSocket }));
    await test.step('deployments compared', async () => {
      await compare(page, webSocket, 'say', 'shout');
      await expect(page.getByText('Deployed to dev')).toBeVisible();
      await page.goto(`${http}/deployments`);
      await expect(page.getByText('GET /dogs added')).toBeVisible();
    });
    await test.step('no serious fault by axe', async () => {
      await page.goto(`${http}/authorizers`);
      await page.getByRole('button', { name: 'Test visitors' }).click();
      await page.getByRole('button', { name: 'Test authorizer' }).click();
      await expect(page.getByText('No token was sent in $request')).toBeVisible();
      await expectAccessible(page);
      await page.goto(`${http}/deployments`);
      await expectAccessible(page);
      await page.goto(`${webSocket}/stages`);
      await expectAccessible(page);
    });
    watch.expectNone();
  } finally {
    await gatehouse.stop();
    await backend.stop();
  }
});
