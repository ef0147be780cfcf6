import { startGatehouse } from './fixtures/startGatehouse';
import { expect, type Page, test } from './fixtures/test';
import { expectAccessible, watchPage } from './fixtures/watchPage';
import { makeFirstAdministrator } from './journey/administrator';

const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

test('AWS services: endpoints and the key that signs, whose secret is never shown', async ({ page }) => {
  const gatehouse = await startGatehouse();
  const watch = watchPage(page);
  try {
    await makeFirstAdministrator(page, gatehouse.setupLink());
    await page.goto(`${gatehouse.consoleUrl}/console/settings`);
    await page.getByRole('button', { name: 'Add service' }).click();
    await page.getByLabel('Service name').fill('sqs');
    await page.getByLabel('Endpoint of sqs').fill('ftp://queues');
    await page.getByLabel('Access key id').fill('AKIAIOSFODNN7EXAMPLE');
    await save(page);
    await expect(page.getByText(/^An endpoint is http/)).toBeVisible();
    await page.getByLabel('Endpoint of sqs').fill('http://127.0.0.1:9324/');
    await save(page);
    await expect(page.getByText('Give the secret of this access key')).toBeVisible();
    await page.getByLabel('Secret access key').fill(secret);
    await save(page);
    await expect(page.getByText('Settings saved')).toBeVisible();
    await expect(page.getByLabel('Secret access key')).toHaveValue('');

    await page.reload();
    await expect(page.getByLabel('Endpoint of sqs')).toHaveValue('http://127.0.0.1:9324');
    await expect(page.getByLabel('Access key id')).toHaveValue('AKIAIOSFODNN7EXAMPLE');
    await expect(page.getByText('One is stored.')).toBeVisible();
    expect(await page.content()).not.toContain(secret);
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Remove sqs' }).click();
    await page.getByLabel('Access key id').fill('');
    await save(page);
    await expect(page.getByRole('button', { name: 'Save settings' })).toBeDisabled();
    await page.reload();
    await expect(page.getByLabel('Access key id')).toHaveValue('');
    await expect(page.getByLabel('Service name')).toHaveCount(0);
    watch.expectNone();
  } finally {
    await gatehouse.stop();
  }
});

const save = (page: Page) => page.getByRole('button', { name: 'Save settings' }).click();
