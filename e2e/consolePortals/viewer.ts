import { expect, type Page } from '@playwright/test';
import { administrator } from '../journey/administrator';

const changing =
  /^(add|create|delete|disable|discard|generate|make|move|publish|remove|rename|replace|save|upload|write)\b/i;

export async function addViewer(page: Page, consoleUrl: string): Promise<void> {
  await page.goto(`${consoleUrl}/console/users`);
  await page.getByRole('button', { name: 'Add user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('viewer');
  await dialog.getByLabel('E-mail').fill('viewer@example.com');
  await dialog.getByLabel('Password').fill(administrator.password);
  await dialog.getByLabel('Role').selectOption('viewer');
  await dialog.getByRole('button', { name: 'Add user' }).click();
  await expect(dialog).toBeHidden();
}

/** Every page is read, with what it is about, and none offers a change. */
export async function expectReadOnly(
  page: Page,
  consoleUrl: string,
  portal: string,
  product: string,
): Promise<void> {
  const pages: [url: string, shows: string][] = [
    [`${consoleUrl}/console/portals`, 'Shop developers'],
    [`${consoleUrl}/console/portals?create=1`, 'Shop developers'],
    [portal, 'Sample of the theme'],
    [`${portal}/products`, 'Pets for shops'],
    [`${portal}/publish`, 'First version'],
    [`${consoleUrl}/console/portal-products`, 'Pets for shops'],
    [product, 'Everything about pets.'],
    [`${product}?at=new-page`, 'View pets'],
    [`${product}?add=1`, 'View pets'],
    [`${product}/sharing`, 'No sharing policy'],
    [`${product}/settings`, 'Settings'],
  ];
  for (const [url, shows] of pages) {
    await page.goto(url);
    const main = page.getByRole('main');
    await expect(main.getByText(shows).or(main.getByLabel(shows)).first()).toBeVisible();
    await expect(page.getByRole('dialog'), url).toHaveCount(0);
    for (const role of ['button', 'link'] as const)
      await expect(main.getByRole(role, { name: changing, disabled: false }), url).toHaveCount(0);
    await expect(
      main.locator(
        ':is([role=switch], textarea, input):enabled:not([readonly], [type=search], [aria-label^=Search], [placeholder^=Search])',
      ),
      url,
    ).toHaveCount(0);
  }
}
