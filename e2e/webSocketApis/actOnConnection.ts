import { expect, type Page } from '@playwright/test';
import { logOf, say } from './chat';

/** The list has both clients; one gets a message from the console and is disconnected, and the list hears of it. */
export async function actOnConnection(page: Page, client: Page, apiUrl: string): Promise<void> {
  await say(client, '{}');
  const connectionId = await idSaidTo(client);
  const list = await client.context().newPage();
  await list.goto(`${apiUrl}/connections`);
  const table = list.getByRole('table', { name: 'Connections' });
  await expect(table.getByText('dev')).toHaveCount(2);
  await list.getByRole('button', { name: `Send a message to ${connectionId}` }).click();
  await list.getByRole('dialog').getByLabel('Message').fill('from the console');
  await list.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
  await expect(logOf(client).getByText('from the console')).toBeVisible();
  await list.getByRole('button', { name: `Disconnect ${connectionId}` }).click();
  await expect(logOf(client).getByText(/^Closed with 1000/)).toBeVisible();
  await expect(table.getByText('dev')).toHaveCount(1);
  await list.close();
  await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
  await expect(logOf(page).getByText(/^Closed with 1000/)).toBeVisible();
}

/** The function answers what it does not know with the connection's id. */
async function idSaidTo(client: Page): Promise<string> {
  const said = logOf(client).getByText(/"connectionId"/);
  await expect(said).toBeVisible();
  return JSON.parse((await said.textContent()) ?? '{}').connectionId;
}
