import { expect, type Page } from '@playwright/test';

/** A default limit goes, an access log comes and goes; what a reload shows is what was saved. */
export async function setStage(page: Page, apiUrl: string, kind: 'HTTP' | 'WEBSOCKET'): Promise<void> {
  await page.goto(`${apiUrl}/stages`);
  if (kind === 'HTTP') {
    await page.getByRole('button', { name: 'Remove the limit of every route' }).click();
    await page.getByRole('button', { name: 'Save throttling' }).click();
    await expect(page.getByText('Throttling saved')).toBeVisible();
  } else {
    await page.getByLabel('Rate').first().fill('');
    await page.getByLabel('Burst').first().fill('');
    await page.getByRole('button', { name: 'Save stage' }).click();
    await expect(page.getByText('Stage dev saved')).toBeVisible();
  }
  const group = page.getByLabel('Log group ARN');
  await page.getByRole('button', { name: 'Format as JSON' }).click();
  await expect(group).toHaveValue(/^arn:aws:logs:.*:log-group:\/aws\/apigateway\//);
  const suggested = await group.inputValue();
  await group.fill('my log');
  await page.getByRole('button', { name: 'Save access log' }).click();
  await expect(page.getByText('Invalid ARN specified in the request')).toBeVisible();
  await group.fill(suggested);
  await page.getByRole('button', { name: 'Save access log' }).click();
  await expect(page.getByText('Access log saved')).toBeVisible();
  await page.reload();
  await expect(group).toHaveValue(suggested);
  await expect(page.getByLabel('Format', { exact: true })).toHaveValue(/\$context\.requestId/);
  if (kind === 'HTTP')
    await expect(page.getByRole('button', { name: 'Remove the limit of every route' })).toHaveCount(0);
  else await expect(page.getByLabel('Rate').first()).toHaveValue('');
  await group.fill('');
  await page.getByRole('button', { name: 'Save access log' }).click();
  await expect(page.getByText('Access log saved').last()).toBeVisible();
  await page.reload();
  await expect(group).toHaveValue('');
}

/** What waits for a deployment is told in the header; any two deployments are compared. */
export async function compare(page: Page, apiUrl: string, added: string, waiting: string): Promise<void> {
  await page.goto(`${apiUrl}/deployments`);
  await expect(page.getByText(`${added} added`)).toBeVisible();
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Not deployed yet (as it is now)' });
  await expect(page.getByText(`${waiting} added`)).toBeVisible();
  await expect(page).toHaveURL(/to=current/);
  await page.getByRole('button', { name: '1 change not deployed' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText(`${waiting} added`)).toBeVisible();
  await drawer.getByRole('button', { name: /^Deploy to / }).click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('button', { name: 'Deploy', exact: true })).toBeVisible();
}
