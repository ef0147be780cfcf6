import { expect, test } from '@playwright/test';
import { freePorts, startGatehouse } from './fixtures/startGatehouse';
import { client, startIdentityProvider } from './fixtures/startIdentityProvider';

const administrator = { email: 'ada@example.com', password: 'granite-lantern-77-orbit' };

test('an OpenID Connect provider of the environment signs developers in, and not once sign-up is closed', async ({
  browser,
}) => {
  const [port = 0] = await freePorts(1);
  const provider = await startIdentityProvider(`http://localhost:${port}/api/auth/callback/oidc`);
  const gatehouse = await startGatehouse({
    GATEHOUSE_PORT: String(port),
    GATEHOUSE_PUBLIC_URL: `http://localhost:${port}`,
    GATEHOUSE_ADMIN_EMAIL: administrator.email,
    GATEHOUSE_ADMIN_PASSWORD: administrator.password,
    GATEHOUSE_OIDC_ISSUER: provider.issuer,
    GATEHOUSE_OIDC_CLIENT_ID: client.clientId,
    GATEHOUSE_OIDC_CLIENT_SECRET: client.clientSecret,
    GATEHOUSE_OIDC_NAME: 'Our company',
  });
  const consoleUrl = `http://localhost:${port}`;
  const signIn = async (name: string) => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${consoleUrl}/sign-in?next=/account`);
    await page.getByRole('button', { name: 'Continue with Our company' }).click();
    await page.locator('input[name=login]').fill(name);
    await page.locator('input[name=password]').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    return page;
  };
  try {
    const first = await signIn('grace');
    await expect(first.getByText('Person grace, grace@identity.example')).toBeVisible();

    const admin = await (await browser.newContext()).newPage();
    await admin.goto(`${consoleUrl}/console/sign-in?next=/console/settings`);
    await admin.getByLabel('E-mail').fill(administrator.email);
    await admin.getByLabel('Password').fill(administrator.password);
    await admin.getByRole('button', { name: 'Sign in', exact: true }).click();
    await admin.getByRole('switch', { name: /sign.up/i }).click();
    await admin.getByRole('button', { name: /^Save/ }).click();
    await expect(admin.getByText('Settings saved', { exact: true })).toBeVisible();

    const stranger = await signIn('mallory');
    await expect(stranger.getByText(/Sign-up is closed here/)).toBeVisible();
    const known = await signIn('grace');
    await expect(known.getByText('Person grace, grace@identity.example')).toBeVisible();
  } finally {
    await gatehouse.stop();
    provider.stop();
  }
});
