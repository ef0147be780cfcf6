import { expect, type Page } from '@playwright/test';

/** Point 7: a plan with the stage, a rate, a burst and a quota, offered in the portal. */
export async function createPlan(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/usage-plans/new`);
  await page.getByLabel('Name', { exact: true }).fill('Starter');
  await page.getByLabel('Stage to add').selectOption({ label: 'Orders · dev' });
  await page.getByRole('button', { name: 'Add stage' }).click();
  await page.getByLabel('Rate', { exact: true }).fill('-1');
  await page.getByLabel('Burst', { exact: true }).fill('200');
  await page.getByLabel('Limit the number of calls').click();
  await page.getByLabel('Calls', { exact: true }).fill('1000');
  await page.getByLabel('Offered in portal').click();
  await page.getByRole('button', { name: 'Create usage plan' }).click();
  await expect(page.getByText('Rate must not be negative')).toBeVisible();
  await page.getByLabel('Rate', { exact: true }).fill('100');
  await page.getByRole('button', { name: 'Create usage plan' }).click();
  await expect(page.getByRole('heading', { name: 'Starter' })).toBeVisible();
}

/** Point 8: the stage gets its page in the portal. */
export async function publish(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/portal`);
  await page.getByLabel('Name').fill('Orders API');
  await page.getByLabel('Address').fill('orders');
  await page.getByLabel('One sentence').fill('Find an order.');
  await page
    .getByLabel('Overview')
    .fill('# Orders\n\n<script>document.title = "owned"</script>\n\n[click](javascript:alert(1))');
  await page.getByLabel('Shown in the portal').click();
  await page.getByRole('button', { name: 'Save page' }).click();
  await expect(page.getByRole('link', { name: 'See it in the portal' })).toBeVisible();
}
