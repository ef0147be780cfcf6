import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { guardRoute } from './httpApis/guardRoute';
import { createRoute, type HttpWalk, openTab, save } from './httpApis/HttpWalk';
import { mapDomainName } from './httpApis/mapDomainName';
import { makeFirstAdministrator } from './journey/administrator';

const name = 'Orders';

test('an HTTP API from the console: quick create, routes, CORS, authorizers, stages, deployments, export', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const backend = await startBackend();
  try {
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    const { consoleUrl, gatewayUrl } = gatehouse;
    const walk: HttpWalk = { page, consoleUrl, gatewayUrl, backendUrl: backend.url };
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const invokeUrl = await test.step('quick create before a URL serves at once', () => quickCreate(walk));
    await test.step('a route with a new integration', () => addRoute(walk, invokeUrl));
    await test.step('parameter mappings', () => mapParameters(walk, invokeUrl));
    await test.step('a route is deleted and comes back', () => undoDeletion(walk, invokeUrl));
    await test.step('CORS', () => configureCors(walk, invokeUrl));
    await test.step('a JWT authorizer guards a route', () => guardRoute(walk, name, `${invokeUrl}/pets/7`));
    await test.step('a stage that waits for deployments', () => deployByHand(walk, invokeUrl));
    await test.step('throttling and variables', () => setStage(walk));
    await test.step('a custom domain name leads to it', () => mapDomainName(walk, name));
    await test.step('the document', () => exportDocument(walk));
    await test.step('no serious fault by axe', () => lookAtTabs(walk));
    await test.step('the list knows its kind; deletion', () => deleteApi(walk, invokeUrl));
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function quickCreate({ page, consoleUrl, gatewayUrl, backendUrl }: HttpWalk): Promise<string> {
  await page.goto(`${consoleUrl}/console`);
  await page.getByRole('link', { name: 'Create API' }).click();
  await page.getByRole('link', { name: /^HTTP API/ }).click();
  await page.getByLabel('Calls go to').selectOption('A URL');
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('URL').fill('backend');
  await page.getByRole('button', { name: 'Create and deploy API' }).click();
  await expect(page.getByText('Invalid HTTP endpoint specified for URI')).toBeVisible();
  await page.getByLabel('URL').fill(`${backendUrl}/quick`);
  await page.getByRole('button', { name: 'Create and deploy API' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  const copy = page.getByRole('button', { name: /Copy invoke URL of \$default/ });
  const shown = (await copy.textContent())?.trim() ?? '';
  // Path style: not every machine finds names below localhost.
  const [, apiId] = /^http:\/\/(\w+)\.execute-api\.localhost:\d+$/.exec(shown) ?? [];
  const invokeUrl = `${gatewayUrl}/_aws/execute-api/${apiId}`;
  const answer = await fetch(`${invokeUrl}/first`, { method: 'POST' });
  expect([answer.status, await answer.json()]).toEqual([200, { method: 'POST', path: '/quick/first' }]);
  return invokeUrl;
}

async function addRoute(walk: HttpWalk, invokeUrl: string): Promise<void> {
  const { page, backendUrl } = walk;
  await page.getByRole('button', { name: 'Create route' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Path', { exact: true }).fill('pets');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer.getByText('The provided route key is not formatted properly')).toBeVisible();
  await drawer.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('dialog').last().getByRole('button', { name: 'Discard' }).click();
  await createRoute(walk, { verb: 'GET', path: '/pets/{id}', uri: `${backendUrl}/animals/{id}` });
  await expect(page.getByRole('button', { name: 'GET /pets/{id}', exact: true })).toBeVisible();
  const answer = await fetch(`${invokeUrl}/pets/7`);
  expect(await answer.json()).toEqual({ method: 'GET', path: '/animals/7' });
}

/** A query parameter for the backend, and another status and a header for the caller. */
async function mapParameters({ page }: HttpWalk, invokeUrl: string): Promise<void> {
  await page.getByRole('button', { name: 'GET /pets/{id}', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Add request mapping' }).click();
  await drawer.getByLabel('Place of request mapping 1').selectOption('querystring');
  await drawer.getByLabel('Name of request mapping 1').fill('tenant');
  await drawer.getByLabel('Value of request mapping 1').fill('$request.header.x-tenant');
  await drawer.getByLabel('Status code of answers').fill('200');
  await drawer.getByRole('button', { name: 'Add status code' }).click();
  await drawer.getByRole('button', { name: 'Add mapping of 200' }).click();
  await drawer.getByLabel('Place of mapping of 200 1').selectOption('statuscode');
  await drawer.getByLabel('Value of mapping of 200 1').fill('202');
  await save(page);
  const answer = await fetch(`${invokeUrl}/pets/7`, { headers: { 'x-tenant': 'blue' } });
  expect([answer.status, await answer.json()]).toEqual([
    202,
    { method: 'GET', path: '/animals/7?tenant=blue' },
  ]);
}

async function undoDeletion({ page }: HttpWalk, invokeUrl: string): Promise<void> {
  await page.getByRole('button', { name: 'Delete GET /pets/{id}' }).click();
  await expect(page.getByText('GET /pets/{id} deleted')).toBeVisible();
  await expect(page.getByRole('button', { name: 'GET /pets/{id}', exact: true })).toBeHidden();
  expect(await (await fetch(`${invokeUrl}/pets/7`)).json()).toMatchObject({ path: '/quick/pets/7' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'GET /pets/{id}', exact: true })).toBeVisible();
  expect((await fetch(`${invokeUrl}/pets/7`)).status).toBe(202);
}

async function configureCors(walk: HttpWalk, invokeUrl: string): Promise<void> {
  const { page } = walk;
  await openTab(walk, name, 'CORS');
  await page.getByLabel('Access-Control-Allow-Origin').fill('shop');
  await page.getByRole('button', { name: 'Save CORS' }).click();
  await expect(page.getByText('Invalid origin: shop')).toBeVisible();
  await page.getByLabel('Access-Control-Allow-Origin').fill('https://shop.example');
  await page.getByLabel('Access-Control-Allow-Methods').fill('get, post');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('CORS configuration saved')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Preflight' })).toContainText('Origin: https://shop.example');
  const headers = { origin: 'https://shop.example', 'access-control-request-method': 'GET' };
  const preflight = await fetch(`${invokeUrl}/pets/7`, { method: 'OPTIONS', headers });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('https://shop.example');
}

async function deployByHand(walk: HttpWalk, invokeUrl: string): Promise<void> {
  const { page, backendUrl } = walk;
  await openTab(walk, name, 'Stages');
  await page.getByRole('button', { name: 'Create stage' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('prod');
  await dialog.getByRole('switch', { name: 'Deploy automatically' }).click();
  await dialog.getByRole('button', { name: 'Create stage' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'prod' })).toBeVisible();
  await deployToProd(walk, '1 stage not deployed');
  const orders = `${invokeUrl}/prod/orders`;
  expect(await (await fetch(orders)).json()).toMatchObject({ path: '/quick/orders' });
  await openTab(walk, name, 'Routes');
  await createRoute(walk, { verb: 'GET', path: '/orders', uri: `${backendUrl}/list` });
  expect(await (await fetch(`${invokeUrl}/orders`)).json()).toMatchObject({ path: '/list' });
  expect(await (await fetch(orders)).json()).toMatchObject({ path: '/quick/orders' });
  await deployToProd(walk, '1 change not deployed', 'GET /orders added');
  expect(await (await fetch(orders)).json()).toMatchObject({ path: '/list' });
  await openTab(walk, name, 'Deployments');
  const history = page.getByRole('listitem').filter({ hasText: 'By hand' });
  await expect(history).toHaveCount(2);
  await expect(history.first()).toContainText('prod');
}

async function deployToProd({ page }: HttpWalk, button: string, change?: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const drawer = page.getByRole('dialog');
  if (change) await expect(drawer.getByText(change)).toBeVisible();
  await drawer.getByLabel('Description').fill('By hand');
  await drawer.getByRole('button', { name: 'Deploy to prod' }).click();
  // It goes once the deployment is there. The word of the one before may still be shown beside this one's.
  await expect(drawer).toBeHidden();
  await expect(page.getByText('Deployed to prod', { exact: true }).first()).toBeVisible();
}

async function setStage(walk: HttpWalk): Promise<void> {
  const { page } = walk;
  await openTab(walk, name, 'Stages');
  await page.getByRole('link', { name: 'prod', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'prod' })).toBeVisible();
  await page.getByLabel('Limit for').selectOption('GET /orders');
  await page.getByRole('button', { name: 'Add limit' }).click();
  await page.getByLabel('Rate of GET /orders').fill('5');
  await page.getByRole('button', { name: 'Save throttling' }).click();
  await expect(page.getByText('Throttling saved')).toBeVisible();
  await page.getByRole('button', { name: 'Add variable' }).click();
  await page.getByLabel('Variable name').fill('tier');
  await page.getByLabel('Variable value').fill('gold');
  await page.getByRole('button', { name: 'Save variables' }).click();
  await expect(page.getByText('Stage variables saved')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Rate of GET /orders')).toHaveValue('5');
  await expect(page.getByLabel('Variable value of tier')).toHaveValue('gold');
}

async function exportDocument(walk: HttpWalk): Promise<void> {
  const { page } = walk;
  await openTab(walk, name, 'Settings');
  const href = await page.getByRole('link', { name: 'Download' }).getAttribute('href');
  const document = await page.request.get(new URL(href ?? '', walk.consoleUrl).href);
  expect(document.headers()['content-disposition']).toContain('-undeployed.json');
  expect(Object.keys((await document.json()).paths)).toEqual(
    expect.arrayContaining(['/orders', '/pets/{id}', '/$default']),
  );
}

async function lookAtTabs(walk: HttpWalk): Promise<void> {
  const { page } = walk;
  for (const tab of ['Routes', 'Integrations', 'Authorizers', 'CORS', 'Stages', 'Deployments', 'Settings']) {
    await openTab(walk, name, tab);
    await expectAccessible(page);
  }
  await openTab(walk, name, 'Routes');
  await page.getByRole('button', { name: 'GET /pets/{id}', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
}

async function deleteApi(walk: HttpWalk, invokeUrl: string): Promise<void> {
  const { page, consoleUrl } = walk;
  await page.goto(`${consoleUrl}/console`);
  await expect(page.getByRole('row', { name: /Orders/ })).toContainText('HTTP');
  await page.getByText(name, { exact: true }).click();
  await openTab(walk, name, 'Settings');
  await page.getByRole('button', { name: 'Delete API' }).click();
  await page.getByRole('dialog').getByLabel(`Type ${name} to confirm`).fill(name);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: `Delete ${name}` })
    .click();
  await expect(page.getByRole('heading', { name: 'APIs', exact: true })).toBeVisible();
  await expect.poll(async () => (await fetch(invokeUrl)).status).toBeGreaterThanOrEqual(400);
}
