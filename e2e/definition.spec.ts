import { addCorsToErrors, customiseResponse, resetResponse } from './definition/gatewayResponses';
import { deployToDev, importPets } from './definition/importPets';
import { setPayloads, shapeIntegration, shapeProxy } from './definition/integrationBox';
import { expectModelInUse, findAndDeleteModel, makeModel } from './definition/makeModel';
import { keepValidators, validateBody } from './definition/validateBody';
import { startBackend } from './fixtures/startBackend';
import { startGatehouse } from './fixtures/startGatehouse';
import { type Browser, expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';

// What an API says of its requests and of its errors, from the console's forms to the real gateway's answers.
test('model, validated body, gateway responses, CORS on errors, integration, payloads', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  const backend = await startBackend();
  try {
    const { page, watch } = await newPage(browser);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    const apiUrl = await importPets(page, gatehouse.consoleUrl, backend.url);
    const petsUrl = `${gatehouse.gatewayUrl}/_aws/execute-api/${apiUrl.split('/').at(-1)}/dev/pets`;
    await test.step('models', async () => {
      await makeModel(page, apiUrl);
      await findAndDeleteModel(page, apiUrl);
    });
    await test.step('a body is held against its model', async () => {
      await validateBody(page, apiUrl);
      await deployToDev(page);
      expect(await post(petsUrl, { price: -1 })).toMatchObject({
        status: 400,
        body: '{"message":"Invalid request body"}',
      });
      expect(await post(petsUrl, { name: 'Rex' })).toMatchObject({ status: 200 });
    });
    await test.step('what is in use stays', async () => {
      await expectModelInUse(page, apiUrl);
      await keepValidators(page, apiUrl);
    });
    await test.step('a refusal in the API’s own words', async () => {
      await customiseResponse(page, apiUrl);
      await addCorsToErrors(page, apiUrl);
      await resetResponse(page, apiUrl);
      await deployToDev(page);
      await expectOwnWords(petsUrl);
    });
    await test.step('integration and payloads', async () => {
      await shapeIntegration(page, apiUrl);
      await shapeProxy(page, apiUrl);
      await setPayloads(page, apiUrl);
      await deployToDev(page);
      const packed = await fetch(petsUrl, { headers: { 'accept-encoding': 'gzip' } });
      expect([packed.status, packed.headers.get('content-encoding')]).toEqual([200, 'gzip']);
    });
    await test.step('no serious fault by axe, light and dark, wide and narrow', () =>
      lookAtAll(page, apiUrl));
    watch.expectNone();
  } finally {
    await backend.stop();
    await gatehouse.stop();
  }
});

async function newPage(browser: Browser): Promise<{ page: Page; watch: ReturnType<typeof watchPage> }> {
  const page = await (await browser.newContext()).newPage();
  return { page, watch: watchPage(page) };
}

async function post(url: string, body: unknown) {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
}

/** Status, header and template of BAD_REQUEST_BODY; CORS on it, and on a type that only inherits. */
async function expectOwnWords(petsUrl: string): Promise<void> {
  const refused = await post(petsUrl, { price: -1 });
  expect([refused.status, refused.headers.get('x-refused')]).toEqual([422, 'yes']);
  expect(refused.body).toContain('"type": "BAD_REQUEST_BODY"');
  expect(refused.body).toContain('object has missing required properties');
  expect(refused.headers.get('access-control-allow-origin')).toBe('*');
  const lost = await fetch(`${petsUrl}/nowhere`);
  expect([lost.status, lost.headers.get('access-control-allow-origin')]).toEqual([403, '*']);
}

async function lookAtAll(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/resources`);
  await page.getByRole('treeitem', { name: 'POST /pets', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Way of a call' })).toBeVisible();
  const method = page.url();
  const places = ['models', 'models?create=1', 'models/Pet', 'validators', 'validators?create=1'];
  const responses = [
    'gateway-responses',
    'gateway-responses?response=BAD_REQUEST_BODY',
    'gateway-responses?cors=1',
  ];
  const drawers = ['methodRequest', 'integrationRequest', 'integrationResponse', 'methodResponse'];
  const all = [
    ...[...places, ...responses, 'settings'].map((path) => `${apiUrl}/${path}`),
    ...drawers.map((drawer) => `${method}&drawer=${drawer}`),
  ];
  for (const size of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    for (const url of all) {
      await page.goto(url);
      await expect(page.locator('main')).toBeVisible();
      await expectAccessible(page);
    }
  }
}
