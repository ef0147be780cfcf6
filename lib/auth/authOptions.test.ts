import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createTestDb, type TestDatabase } from '@/db/testing';
import { createControl } from '@/lib/control/createControl';
import { createTestContext, testActor } from '@/lib/control/testing';
import { userPoolProvider } from '@/lib/model/userPoolSignIn';
import { authOptions } from './authOptions';
import { TestBrowser } from './testing';

const person = { email: 'ada@example.com', name: 'Ada', password: 'a quite long sentence' };
let database: TestDatabase;
let control: Parameters<typeof authOptions>[0];
beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', 'http://localhost:3000');
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  control = createControl(createTestContext(database));
  await control.users.create(testActor('administrator'), { ...person, role: 'editor' });
});

async function signedIn(): Promise<TestBrowser> {
  const browser = new TestBrowser(control);
  await browser.signIn(person);
  return browser;
}

test('a wrong password sets no session, and the audit log has it', async () => {
  const browser = new TestBrowser(control);
  expect(await browser.signIn({ ...person, password: 'not this one' })).toMatchObject({ status: 401 });
  expect(await browser.account()).toBeNull();
  const [entry] = await control.audit.list(testActor('administrator'), { limit: 1 });
  const detail = { reason: 'wrong password', sourceIp: '203.0.113.7', tries: 1 };
  expect(entry).toMatchObject({ operation: 'SignInFailed', subject: person.email, detail });
});

test('B19: a copied cookie is worth nothing after sign-out; the other browser stays in', async () => {
  const [phone, desk] = [await signedIn(), await signedIn()];
  const thief = new TestBrowser(control, phone);
  for (const browser of [phone, desk, thief]) expect(await browser.account()).toBe(person.email);
  await phone.signOut();
  expect(await phone.account()).toBeNull();
  expect(await thief.account()).toBeNull();
  expect(await desk.account()).toBe(person.email);
});

test('asking for the session renews no session that has ended', async () => {
  const phone = await signedIn();
  const thief = new TestBrowser(control, phone);
  await phone.signOut();
  await thief.account();
  expect(await thief.account()).toBeNull();
});

test('B15: signing out asks for the token of the same site', async () => {
  const phone = await signedIn();
  await phone.post('signout', {});
  expect(await phone.account()).toBe(person.email);
});

test('the pool of the settings signs in by its own issuer and client, with PKCE, state and nonce', async () => {
  const administrator = testActor('administrator');
  const pool = await control.userPools.create(administrator, { name: 'Company' });
  await control.settings.update(administrator, { signInUserPoolId: pool.id });
  const client = await control.users.signInPoolClient();
  const { providers } = authOptions(control, {}, 'unknown', client);
  expect(providers.find(({ id }) => id === userPoolProvider)).toMatchObject({
    name: 'Company',
    issuer: pool.issuer,
    wellKnown: `${pool.issuer}/.well-known/openid-configuration`,
    clientId: client?.clientId,
    clientSecret: client?.clientSecret,
    checks: ['pkce', 'state', 'nonce'],
  });
  expect(authOptions(control, {}).providers.map(({ id }) => id)).toEqual(['credentials']);
});
