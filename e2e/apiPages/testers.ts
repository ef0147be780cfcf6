import { expect, type Page } from '@playwright/test';

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
/** A token that nobody signed. */
const unsigned = (claims: object) =>
  `${base64url({ alg: 'RS256', kid: 'k1' })}.${base64url(claims)}.${Buffer.from('x').toString('base64url')}`;

/** A JWT authorizer: no token, one of another issuer, one whose issuer is not there; then a Lambda authorizer. */
export async function tryHttpAuthorizers(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/authorizers`);
  await page.getByRole('button', { name: 'Test visitors' }).click();
  const drawer = page.getByRole('dialog');
  const outcome = drawer.getByRole('region', { name: 'Outcome' });
  await drawer.getByRole('button', { name: 'Test authorizer' }).click();
  await expect(outcome).toContainText('Refused');
  await expect(outcome).toContainText('No token was sent in $request.header.Authorization.');
  await drawer.getByLabel('Token').fill(`Bearer ${unsigned({ iss: 'https://other.example', sub: 'ada' })}`);
  await drawer.getByLabel('Route').selectOption({ label: 'GET /pets (pets/read)' });
  await page.keyboard.press('Control+Enter');
  await expect(outcome).toContainText(
    'The token’s iss is "https://other.example"; the authorizer takes https://issuer.example.',
  );
  await expect(outcome.getByRole('region', { name: 'Claims' })).toContainText('ada');
  await drawer.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Create authorizer' }).click();
  await drawer.getByLabel('Name').fill('door');
  await drawer.getByLabel('Type').selectOption('REQUEST');
  await drawer.getByLabel('Function', { exact: true }).selectOption('guard');
  await drawer.getByLabel('Identity sources').fill('$request.header.X-Word');
  await drawer.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(drawer).toBeHidden();
  await page.getByRole('button', { name: 'Test door' }).click();
  await drawer.getByLabel('Header X-Word').fill('please');
  await drawer.getByRole('button', { name: 'Test authorizer' }).click();
  await expect(outcome).toContainText('The authorizer does not allow the call');
  await drawer.getByLabel('Header X-Word').fill('open sesame');
  await drawer.getByRole('button', { name: 'Test authorizer' }).click();
  await expect(outcome).toContainText('Allowed');
  await expect(outcome.getByRole('region', { name: 'Context' })).toContainText('acme');
  await outcome.getByText('Log', { exact: true }).click();
  await expect(outcome.getByRole('region', { name: 'Log' })).toContainText('Invoking authorizer function');
  await drawer.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Delete visitors' }).click();
  await expect(page.getByText(/Cannot delete Authorizer because it is referenced/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete door' }).click();
  await expect(page.getByRole('button', { name: 'Test door' })).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Test door' })).toBeVisible();
}

/** The handshake's authorizer: refused unasked, denied and allowed by its policy. */
export async function trySocketAuthorizer(page: Page, apiUrl: string): Promise<void> {
  await page.goto(`${apiUrl}/authorizers`);
  await page.getByRole('button', { name: 'Test knock' }).click();
  const drawer = page.getByRole('dialog');
  const outcome = drawer.getByRole('region', { name: 'Outcome' });
  const ask = async (token: string) => {
    await drawer.getByLabel('Query string token').fill(token);
    await drawer.getByRole('button', { name: 'Test authorizer' }).click();
  };
  await ask('');
  await expect(outcome).toContainText('Status 401');
  await ask('please');
  await expect(outcome).toContainText('Status 403');
  await ask('open sesame');
  await expect(outcome).toContainText('Allowed');
  await expect(outcome).toContainText('Principal ada');
  await drawer.getByRole('button', { name: 'Close' }).click();
}
