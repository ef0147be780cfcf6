import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries } from '@/db/schema';
import { databases, type TestDatabase } from '@/db/testing';
import { sessionSeconds } from '@/lib/model/session';
import type { Control } from '../control';
import { createTestContext, type TestContext, testActor } from '../testing';
import { createPasswords } from './createPasswords';
import { usersOperations } from './usersOperations';

const password = 'a quite long sentence';
const next = 'some other sentence';
const sourceIp = '203.0.113.7';
const passwords = createPasswords({ logN: 10, r: 8, p: 1 });
const administrator = testActor('administrator');

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let context: TestContext;
  let operations: Control['users'];
  let userId: string;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.clear();
    context = createTestContext(database);
    operations = usersOperations(context, { passwords });
    const person = { email: 'ada@example.com', name: 'Ada', password, role: 'developer' as const };
    userId = (await operations.create(administrator, person)).id;
  });
  const signIn = async () => {
    const signedIn = { email: 'ada@example.com', password, sourceIp };
    return (await operations.authenticate(signedIn)).sessionId;
  };
  const stands = async (sessionId: string) => (await operations.bySession(sessionId)) !== null;

  test('B19: each sign-in has a session of its own, which signing out ends and no other', async () => {
    const [phone, desk] = [await signIn(), await signIn()];
    expect(phone).not.toBe(desk);
    await operations.signOut(phone);
    expect([await stands(phone), await stands(desk)]).toEqual([false, true]);
    await operations.signOut(phone);
    expect(await stands(desk)).toBe(true);
    const said = (await database.db.select().from(auditEntries)).map((entry) => entry.operation);
    expect(said.filter((operation) => operation === 'SignOut')).toHaveLength(1);
    expect(JSON.stringify(await database.db.select().from(auditEntries))).not.toContain(phone);
  });

  test('so has a sign-in by an identity provider', async () => {
    const pat = { provider: 'github', providerAccountId: '7', emailVerified: true, name: 'Pat', sourceIp };
    const { sessionId, id } = await operations.signInWithProvider({ ...pat, email: 'pat@example.com' });
    expect(await operations.bySession(sessionId)).toMatchObject({ id });
    await operations.signOut(sessionId);
    expect(await stands(sessionId)).toBe(false);
  });

  test.each<[string, (id: string) => Promise<unknown>]>([
    ['a role change', (id) => operations.update(administrator, id, { role: 'viewer' })],
    ['disabling', (id) => operations.update(administrator, id, { disabled: true })],
    ['a password set by an administrator', (id) => operations.update(administrator, id, { password: next })],
    [
      'a password change',
      (id) => operations.changePassword(testActor('developer', id), { current: password, next }),
    ],
    ['sign-out everywhere', (id) => operations.signOutEverywhere(testActor('developer', id))],
    ['deletion', (id) => operations.delete(administrator, id)],
  ])('B19: %s ends all of an account', async (_, end) => {
    const sessions = [await signIn(), await signIn()];
    await end(userId);
    for (const sessionId of sessions) expect(await stands(sessionId)).toBe(false);
  });

  test('enabling an account again does not bring its sessions back', async () => {
    const sessionId = await signIn();
    await operations.update(administrator, userId, { disabled: true });
    await operations.update(administrator, userId, { disabled: false });
    expect(await stands(sessionId)).toBe(false);
  });

  test('a new name ends nothing, half a day does', async () => {
    const sessionId = await signIn();
    await operations.update(testActor('developer', userId), userId, { name: 'Ada L.' });
    context.clock.now += sessionSeconds * 1000 - 1;
    expect(await operations.bySession(sessionId)).toMatchObject({ name: 'Ada L.' });
    context.clock.now += 1;
    expect(await stands(sessionId)).toBe(false);
  });

  test.each(['', 'nosuch', "' or 1=1 --"])('there is no session %j to use or to end', async (sessionId) => {
    const standing = await signIn();
    expect(await stands(sessionId)).toBe(false);
    await operations.signOut(sessionId);
    expect(await stands(standing)).toBe(true);
  });
});
