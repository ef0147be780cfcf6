import { expect, type Page } from '@playwright/test';

/** Where the walk through an HTTP API is. */
export interface HttpWalk {
  page: Page;
  consoleUrl: string;
  gatewayUrl: string;
  /** base of a backend that answers with verb and path */
  backendUrl: string;
}

/** Opens a tab of the API that is open. */
export async function openTab(walk: HttpWalk, name: string, tab: string): Promise<void> {
  const { page } = walk;
  await page.getByRole('navigation', { name, exact: true }).getByRole('link', { name: tab }).click();
  await expect(page).toHaveURL(new RegExp(`/${tab.toLowerCase()}`));
}

/** Opens the drawer of a new route, fills its key, and gives it a new integration by URL. */
export async function createRoute(
  { page }: HttpWalk,
  route: { verb: string; path: string; uri: string },
): Promise<void> {
  await page.getByRole('button', { name: 'Create route' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Verb', { exact: true }).selectOption(route.verb);
  await drawer.getByLabel('Path', { exact: true }).fill(route.path);
  await drawer.getByLabel('Attached integration').selectOption('new');
  await drawer.getByLabel('URL', { exact: true }).fill(route.uri);
  await save(page);
}

export async function save(page: Page): Promise<void> {
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
}
