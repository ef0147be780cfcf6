import { execFileSync } from 'node:child_process';
import { startGatehouse } from './fixtures/startGatehouse';
import { expect, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { pointAtAlias, proxyApi } from './functions/callThroughApi';
import { configure, createFunction, runTest } from './functions/createFunction';
import { type FunctionWalk, openFunction, type } from './functions/FunctionWalk';
import { describeService, selectByErrorMessage, streamThroughApi } from './functions/integrations';
import { addStatement, importNaming, regrant } from './functions/permissions';
import { publish } from './functions/versions';
import { uploadZip } from './functions/zip';
import { makeFirstAdministrator } from './journey/administrator';

const functionName = 'hello';
const alias = 'live';
const edited = (greeting: string) => `export const handler = async (event) => {
  console.log('edited', event.queryStringParameters?.name);
  return { statusCode: 200, body: JSON.stringify({ message: \`${greeting}, \${event.queryStringParameters?.name}\` }) };
};
`;

test('AWS’s tutorial from the console: a function, an API before it, a call, its log, new code, versions', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  try {
    const { consoleUrl, gatewayUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const watch = watchPage(page);
    const walk: FunctionWalk = { page, consoleUrl, gatewayUrl };
    await makeFirstAdministrator(page, gatehouse.setupLink());
    await test.step('create the function', () =>
      createFunction(walk, { functionName, blueprint: 'Hello, behind an API' }));
    await test.step('test event', () => runTest(walk, functionName));
    const { apiUrl, invokeUrl } = await test.step('API with Lambda proxy, deployed', () =>
      proxyApi(walk, { name: 'Greetings', functionName }));
    await test.step('a call over the gateway', () => expectGreeting(invokeUrl, 'Hello, Grace'));
    await test.step('the permission is taken away, missed, and given again', () =>
      regrant(walk, { functionName, apiUrl, invokeUrl }));
    await test.step('its log', () => expectLog(walk, 'greeting Grace'));
    await test.step('the code is edited and called again', () => editCode(walk, invokeUrl));
    await test.step('configuration', () => configure(walk, functionName));
    await test.step('an alias keeps what it points at', async () => {
      await publish(walk, { functionName, version: '1', alias });
      await pointAtAlias(walk, apiUrl, { functionName, alias });
      await saveCode(walk, edited('Servus'));
      await expectGreeting(invokeUrl, 'Good day, Grace');
      await publish(walk, { functionName, version: '2', alias });
      await expectGreeting(invokeUrl, 'Servus, Grace');
    });
    await test.step('a streamed answer', () => streamThroughApi(walk, { apiUrl, invokeUrl }));
    await test.step('Lambda with responses by error message', () =>
      selectByErrorMessage(walk, { apiUrl, invokeUrl }));
    await test.step('an AWS service', () => describeService(walk, apiUrl));
    await test.step('a statement by hand', () =>
      addStatement(walk, { functionName: 'gate', apiName: /^Greetings/ }));
    await test.step('a function in use is not deleted', () => expectKept(walk));
    await test.step('an imported document that names a function', () => importNaming(walk, functionName));
    await test.step('a zip', () => uploadZip(walk));
    await test.step('no serious fault by axe', () => lookAtPlaces(walk));
    watch.expectNone();
  } finally {
    await gatehouse.stop();
  }
});

test('the same with a function in Python', async ({ browser }) => {
  const gatehouse = await startGatehouse();
  try {
    const { consoleUrl, gatewayUrl } = gatehouse;
    const page = await (await browser.newContext()).newPage();
    const walk: FunctionWalk = { page, consoleUrl, gatewayUrl };
    await makeFirstAdministrator(page, gatehouse.setupLink());
    await page.goto(`${consoleUrl}/console/functions/new`);
    const blueprint = page.getByRole('radio', { name: /Hello in Python/ });
    await expect(blueprint).toHaveCount(hasPython() ? 1 : 0);
    if (!hasPython()) return;
    await createFunction(walk, { functionName, blueprint: 'Hello in Python' });
    await runTest(walk, functionName);
    const { invokeUrl } = await proxyApi(walk, { name: 'Greetings', functionName });
    await expectGreeting(invokeUrl, 'Hello, Grace');
    await expectLog(walk, 'greeting Grace');
  } finally {
    await gatehouse.stop();
  }
});

async function expectGreeting(invokeUrl: string, message: string): Promise<void> {
  const answer = await fetch(`${invokeUrl}?name=Grace`);
  expect([answer.status, await answer.json()]).toEqual([200, { message }]);
}

/** The page follows by itself. */
async function expectLog(walk: FunctionWalk, text: string): Promise<void> {
  const { page } = walk;
  await openFunction(walk, functionName, 'Logs');
  await page.getByRole('textbox', { name: 'Text or request id' }).fill(text);
  const [line] = [page.getByRole('list', { name: 'Invocations' }).getByRole('listitem')];
  await expect(line).toHaveCount(1);
  await expect(line).toContainText('Ended');
  await expect(line).toContainText(text);
  await expect(line).toContainText('START RequestId:');
  await expect(line).toContainText('REPORT RequestId:');
}

async function saveCode(walk: FunctionWalk, code: string): Promise<void> {
  const { page } = walk;
  await openFunction(walk, functionName);
  await type(page, /^Code/, code);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Code saved; the next call runs it')).toBeVisible();
}

async function editCode(walk: FunctionWalk, invokeUrl: string): Promise<void> {
  await saveCode(walk, edited('Good day'));
  await expectGreeting(invokeUrl, 'Good day, Grace');
  await expectLog(walk, 'edited Grace');
}

async function expectKept(walk: FunctionWalk): Promise<void> {
  const { page } = walk;
  await openFunction(walk, functionName, 'Used by');
  await expect(page.getByRole('link', { name: '/', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete function' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('GET /')).toBeVisible();
  await dialog.getByRole('button', { name: `Delete ${functionName}` }).click();
  await expect(dialog.getByText('Cannot delete function')).toBeVisible();
  await page.keyboard.press('Escape');
}

async function lookAtPlaces(walk: FunctionWalk): Promise<void> {
  const { page, consoleUrl } = walk;
  for (const place of ['', '/new', '/packed', '/hello']) {
    await page.goto(`${consoleUrl}/console/functions${place}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  for (const tab of ['Test', 'Configuration', 'Versions and aliases', 'Permissions', 'Logs', 'Used by']) {
    await openFunction(walk, functionName, tab);
    await expectAccessible(page);
  }
}

/** Where the function host looks for it. */
function hasPython(): boolean {
  try {
    const env = { ...process.env, PATH: '/usr/local/bin:/usr/bin:/bin' };
    execFileSync('python3', ['--version'], { env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
