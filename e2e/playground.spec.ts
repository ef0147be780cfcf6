import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';

test('a template is typed, its output is live, an error has its place, a link brings all of it back', async ({
  browser,
}) => {
  const gatehouse = await startGatehouse();
  try {
    const context = await browser.newContext();
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    const watch = watchPage(page);
    await makeFirstAdministrator(page, gatehouse.setupLink());
    await page.goto(`${gatehouse.consoleUrl}/console`);
    await page.getByRole('navigation', { name: 'Console' }).getByText('Template playground').click();
    await test.step('the first example runs', () => expectFirstExample(page));
    await test.step('typing', () => typeTemplate(page));
    await test.step('an error', () => makeAndMendAnError(page));
    await test.step('input', () => changeInput(page));
    await test.step('accessible, light and dark', () => expectAccessible(page));
    await test.step('a phone', () => expectNoSidewaysScroll(page));
    const link = await test.step('link', () => copyLink(page));
    await test.step('another tab opens the link', async () => {
      const other = await context.newPage();
      await other.goto(link);
      await expect(output(other)).toHaveText('{"greeting": "Hello Mia of cats"}');
      await expect(editor(other, 'Template')).toContainText('#set($name');
      await other.close();
    });
    await test.step('too much for a link', () => overfill(page));
    await test.step('a link that is broken', async () => {
      await page.goto(`${gatehouse.consoleUrl}/console/playground#state=nonsense`);
      await page.reload();
      await expect(page.getByText('This link could not be read')).toBeVisible();
      await expectFirstExample(page);
    });
    watch.expectNone();
  } finally {
    await gatehouse.stop();
  }
});

const editor = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const output = (page: Page) => page.getByLabel('Output', { exact: true }).locator('.cm-line').first();

async function write(page: Page, name: string, text: string): Promise<void> {
  await editor(page, name).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

async function expectFirstExample(page: Page): Promise<void> {
  await expect(page.getByLabel('Output', { exact: true })).toContainText('"TableName": "pets-dev"');
  await expect(page.locator('span', { hasText: /^JSON$/ })).toBeVisible();
  await expect(page.getByText(/^\d+\.\d\d ms$/)).toBeVisible();
}

async function typeTemplate(page: Page): Promise<void> {
  await write(page, 'Template', `#set($name = $input.path('$.name'))\n{"greeting": "Hello $name"}`);
  await expect(output(page)).toHaveText('{"greeting": "Hello Rex \\"the dog\\""}'.replaceAll('\\', ''));
  await expect(page.locator('span', { hasText: /^Not JSON$/ })).toBeVisible();
  const values = page.getByRole('table', { name: 'Values line by line' });
  await expect(values.getByRole('row').nth(1)).toContainText('$name');
  await expect(values.getByRole('button', { name: 'Show line 1' })).toHaveText('1:1');
  await expect(page.locator('.cm-line-note')).toContainText('$name = "Rex');
}

async function makeAndMendAnError(page: Page): Promise<void> {
  await write(page, 'Template', '{\n  #if($x == 1\n}');
  const error = page.getByRole('alert').filter({ hasText: 'Line 3, column 1' });
  await expect(error).toContainText('expected ) to close #if');
  await expect(page.locator('.cm-error-line')).toHaveText('}');
  await error.getByRole('button').click();
  await expect(editor(page, 'Template')).toBeVisible();
  await write(
    page,
    'Template',
    '#set($name = $input.path("$.name"))\n{"greeting": "Hello $name of $stageVariables.kind"}',
  );
  await expect(error).toBeHidden();
}

async function changeInput(page: Page): Promise<void> {
  await write(page, 'Body', '{"name": "Mia"}');
  await page.getByRole('button', { name: 'Stage variables', exact: true }).click();
  await write(page, 'Stage variables', '{"kind": ');
  await expect(page.getByRole('alert').filter({ hasText: 'Stage variables' })).toBeVisible();
  await write(page, 'Stage variables', '{"kind": "cats"}');
  await expect(output(page)).toHaveText('{"greeting": "Hello Mia of cats"}');
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 800 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await expect(output(page)).toBeVisible();
  if (before) await page.setViewportSize(before);
}

async function copyLink(page: Page): Promise<string> {
  await expect.poll(() => new URL(page.url()).hash).toMatch(/^#state=[\w-]+$/);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** Noise, which nothing deflates. */
async function overfill(page: Page): Promise<void> {
  const noise = Array.from({ length: 8000 }, (_, at) => Math.imul(at + 1, 2654435761).toString(36)).join('');
  await page.getByRole('button', { name: 'Body', exact: true }).click();
  await write(page, 'Body', noise);
  await expect(page.getByText(/^Too large for a link/)).toBeVisible();
  await expect.poll(() => new URL(page.url()).hash).toBe('');
}
