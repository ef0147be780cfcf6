import { freePorts, startGatehouse } from './fixtures/startGatehouse';
import { client, startIdentityProvider } from './fixtures/startIdentityProvider';
import { expect, test } from './fixtures/test';

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

/** Where each sends a browser, by its own documentation; Google's address comes from its discovery document. */
const authorize = [
  { name: 'GitHub', url: 'https://github.com/login/oauth/authorize', scope: 'read:user user:email' },
  { name: 'Google', url: 'https://accounts.google.com/o/oauth2/v2/auth', scope: 'openid email profile' },
  { name: 'Amazon', url: 'https://www.amazon.com/ap/oa', scope: 'profile' },
  { name: 'Facebook', url: 'https://www.facebook.com/v11.0/dialog/oauth', scope: 'email' },
];

test('GitHub, Google, Amazon and Facebook are offered once the environment names a client, and asked rightly', async ({
  page,
}) => {
  const clients = authorize.flatMap(({ name }) => {
    const prefix = `GATEHOUSE_${name.toUpperCase()}_CLIENT`;
    return [
      [`${prefix}_ID`, `id-of-${name}`],
      [`${prefix}_SECRET`, `secret-of-${name}`],
    ];
  });
  const [port = 0] = await freePorts(1);
  const consoleUrl = `http://localhost:${port}`;
  const gatehouse = await startGatehouse({
    ...Object.fromEntries(clients),
    GATEHOUSE_PORT: String(port),
    GATEHOUSE_PUBLIC_URL: consoleUrl,
    // Nothing leaves this machine: the one document that is fetched before the browser is sent away is played.
    NODE_OPTIONS: `--import ${new URL('fixtures/playGoogleDiscovery.mjs', import.meta.url)}`,
  });
  try {
    for (const { name, url, scope } of authorize) {
      await page.route(`${url}**`, (route) => route.fulfill({ body: 'The provider' }));
      await page.goto(`${consoleUrl}/sign-up?next=/usage`);
      await page.getByRole('button', { name: `Continue with ${name}` }).click();
      await page.waitForURL(`${url}**`);
      const { searchParams } = new URL(page.url());
      expect(Object.fromEntries(searchParams)).toMatchObject({
        client_id: `id-of-${name}`,
        response_type: 'code',
        redirect_uri: `${consoleUrl}/api/auth/callback/${name.toLowerCase()}`,
        scope,
        state: expect.stringMatching(/.{20,}/),
      });
      expect([...searchParams.values()].join(' ')).not.toContain('secret-of');
    }
  } finally {
    await gatehouse.stop();
  }
});
