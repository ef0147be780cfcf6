import { key } from './conformance/tools';
import { startDynamo } from './conformance/v2/startDynamo';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';
import { actOnConnection } from './webSocketApis/actOnConnection';
import { addMockRoute } from './webSocketApis/addMockRoute';
import { chat } from './webSocketApis/chat';
import { makeChatApi } from './webSocketApis/makeChatApi';
import { makeChatFunction } from './webSocketApis/makeChatFunction';

const tabs = ['routes', 'test', 'connections', 'stages', 'deployments', 'authorizers', 'models', 'settings'];

test('a WebSocket API is made in the console; two tabs chat through a function and @connections', async ({
  browser,
}) => {
  const dynamo = await startDynamo('connections');
  const gatehouse = await startGatehouse({ ...key });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    await makeChatFunction(gatehouse, dynamo.url);
    const { consoleUrl } = gatehouse;
    const apiUrl = await test.step('API, routes, deployment', () => makeChatApi(page, consoleUrl));
    const other = await context.newPage();
    await test.step('two tabs chat', () => chat(page, other, apiUrl));
    await test.step('a message from the console, and the end', () => actOnConnection(page, other, apiUrl));
    await test.step('two-way mock with a model', () => addMockRoute(page, apiUrl));
    await test.step('no serious fault by axe', async () => {
      for (const tab of tabs) {
        await page.goto(`${apiUrl}/${tab}`);
        await expect(
          page.getByRole('navigation', { name: 'Chat' }).locator('[aria-current=page]'),
        ).toBeVisible();
        await expectAccessible(page);
      }
    });
    watch.expectNone();
  } finally {
    await gatehouse.stop();
    await dynamo.stop();
  }
});
