import { startChangingBackend } from './fixtures/startChangingBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';
import { cacheAndFlush, overrideAndUndo } from './stages/cache';
import { deleteAndUndo, deployCanary, promote } from './stages/canary';
import { certificate, vpcLink } from './stages/connections';
import { logExecution } from './stages/executionLog';
import { makeCounter, setLane } from './stages/makeCounter';
import { openTab, type Walk } from './stages/Walk';

test('a stage caches, is flushed, has a canary that is promoted, a certificate and private targets', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const backend = await startChangingBackend();
  try {
    const { consoleUrl, gatewayUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const apiUrl = await test.step('API and stage', () => makeCounter(page, consoleUrl, backend.host));
    const apiId = apiUrl.split('/').at(-1);
    const url = `${gatewayUrl}/_aws/execute-api/${apiId}/prod/count`;
    const walk: Walk = { page, consoleUrl, apiUrl, call: async () => (await fetch(url)).json() };
    await test.step('stage variable', () => setLane(page, apiUrl, 'blue'));
    await test.step('execution log', () => logExecution(walk));
    await test.step('cache, hits, flush', () => cacheAndFlush(walk));
    await test.step('override of a method', () => overrideAndUndo(walk));
    await test.step('canary of all calls', () => deployCanary(walk));
    await test.step('canary deleted and brought back', () => deleteAndUndo(walk));
    await test.step('no serious fault by axe on the tabs', () => lookAtTabs(walk));
    await test.step('promotion', async () => {
      await openTab(walk, 'Canary');
      await promote(walk);
    });
    await test.step('client certificate', () => certificate(walk));
    await test.step('VPC link', () => vpcLink(walk, backend.host));
    await test.step('no serious fault by axe on the new places', () => lookAtPlaces(walk));
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function lookAtTabs(walk: Walk): Promise<void> {
  for (const tab of ['Overview', 'Variables', 'Throttling', 'Cache', 'Canary', 'Logs', 'Settings']) {
    await openTab(walk, tab);
    await expectAccessible(walk.page);
  }
}

async function lookAtPlaces({ page, consoleUrl, apiUrl }: Walk): Promise<void> {
  await expectAccessible(page);
  for (const url of [
    `${consoleUrl}/console/client-certificates`,
    `${consoleUrl}/console/vpc-links`,
    `${consoleUrl}/console/vpc-links/new`,
    `${apiUrl}/dashboard`,
  ]) {
    await page.goto(url);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  await expect(page.getByRole('figure', { name: 'Cache hits and misses' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Stages' })).toContainText('prod/Canary');
}
