import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { apiKeys, apps, auditEntries, settings, users } from '@/db/schema';
import { createTestDb, type TestDatabase } from '@/db/testing';
import type { Actor, Role } from '@/lib/model/role';
import type { Control } from '../control';
import { createTestContext, type TestContext, testActor } from '../testing';
import { createPasswords } from './createPasswords';
import { usersOperations } from './usersOperations';

const password = 'a quite long sentence';
/** quick ones: these tests sign in a few hundred times */
const passwords = createPasswords({ logN: 10, r: 8, p: 1 });
const sourceIp = '203.0.113.7';
let database: TestDatabase;
let context: TestContext;
let operations: Control['users'];
let clock: { ms: number };

beforeAll(async () => {
  database = await createTestDb();
});
afterAll(() => database?.close());
beforeEach(async () => {
  await database.clear();
  context = createTestContext(database);
  clock = { ms: 0 };
  operations = usersOperations(context, { monotonic: () => clock.ms, passwords });
});

const administrator = testActor('administrator');
const make = (email: string, role: Role = 'developer') =>
  operations.create(administrator, { email, name: 'Name', password, role });
const signIn = (email: string, text = password, from = sourceIp) =>
  operations.authenticate({ email, password: text, sourceIp: from });
const closeSignUp = () => database.db.insert(settings).values({ name: 'signUpOpen', value: false });
const as = (user: { id: string; email: string; role: Role }): Actor => ({
  kind: 'user',
  userId: user.id,
  email: user.email,
  role: user.role,
});

describe('sign-in', () => {
  test('answers the account, its session and the time', async () => {
    await make('ada@example.com', 'editor');
    const user = await signIn(' ADA@example.com ');
    expect(user).toMatchObject({ role: 'editor', lastSignInAt: context.clock.now });
    expect(user).not.toHaveProperty('passwordHash');
    const { sessionId, ...account } = user;
    expect(await operations.bySession(sessionId)).toEqual(account);
  });

  test('B19: wrong, unknown, disabled, password-less and overlong get one answer', async () => {
    const bob = await make('bob@example.com');
    const off = await make('off@example.com');
    await operations.update(administrator, off.id, { disabled: true });
    const provided = {
      provider: 'github',
      providerAccountId: '1',
      emailVerified: false,
      name: 'Pat',
      sourceIp,
    };
    await operations.signInWithProvider({ ...provided, email: 'pat@example.com' });
    const attempts = [
      signIn(bob.email, 'another long sentence'),
      signIn('nobody@example.com'),
      signIn(off.email),
      signIn('pat@example.com'),
      signIn(bob.email, 'x'.repeat(1_000_000)),
      signIn("' or 1=1 --"),
    ];
    const answers = (await Promise.allSettled(attempts)).map((result) =>
      result.status === 'rejected' ? `${result.reason.code}: ${result.reason.message}` : 'signed in',
    );
    expect([...new Set(answers)]).toEqual([
      'UnauthorizedException: The e-mail address or the password is wrong',
    ]);
  });

  test('B19: ten wrong tries a minute for an account, existing or not, wherever they come from', async () => {
    await make('ada@example.com');
    for (const email of ['ada@example.com', 'nobody@example.com']) {
      const tries = Array.from({ length: 12 }, (_, index) => signIn(email, 'wrong', `198.51.100.${index}`));
      const codes = (await Promise.allSettled(tries)).map((result) =>
        result.status === 'rejected' ? result.reason.code : 'signed in',
      );
      expect(codes.filter((code) => code === 'UnauthorizedException')).toHaveLength(10);
      expect(codes.filter((code) => code === 'TooManyRequestsException')).toHaveLength(2);
    }
    await expect(signIn('ada@example.com')).rejects.toMatchObject({ code: 'TooManyRequestsException' });
    clock.ms += 60_001;
    await signIn('ada@example.com');
  });

  test('a wall clock that jumps a day frees nobody', async () => {
    const tries = Array.from({ length: 10 }, () => signIn('ada@example.com', 'wrong'));
    await Promise.allSettled(tries);
    context.clock.now += 86_400_000;
    await expect(signIn('ada@example.com')).rejects.toMatchObject({ code: 'TooManyRequestsException' });
  });

  test('thirty wrong tries a minute from an address, whatever the account', async () => {
    const tries = Array.from({ length: 31 }, (_, index) => signIn(`user${index}@example.com`, 'wrong'));
    const results = await Promise.allSettled(tries);
    expect(
      results.filter((r) => r.status === 'rejected' && r.reason.code === 'TooManyRequestsException'),
    ).toHaveLength(1);
    await make('ada@example.com');
    await expect(signIn('ada@example.com')).rejects.toMatchObject({ code: 'TooManyRequestsException' });
    await signIn('ada@example.com', password, '198.51.100.1');
  });

  test('right passwords are no guesses: they use nothing up', async () => {
    await make('ada@example.com');
    for (let index = 0; index < 12; index++) await signIn('ada@example.com');
  });

  test('a hash of older parameters is written anew, and the session stays', async () => {
    const { id } = await make('ada@example.com');
    const older = await createPasswords({ logN: 9, r: 8, p: 1 }).hash(password);
    await database.db.update(users).set({ passwordHash: older }).where(eq(users.id, id));
    const { sessionId } = await signIn('ada@example.com');
    const [row] = await database.db.select().from(users).where(eq(users.id, id));
    expect(row?.passwordHash).toMatch(/^scrypt\$10\$/);
    expect(await operations.bySession(sessionId)).toMatchObject({ id });
    await signIn('ada@example.com');
  });
});

describe('password change', () => {
  test.each([
    ['the current password is wrong', { current: 'not this one', next: 'some other sentence' }, 'current'],
    ['the new one is short', { current: password, next: 'short' }, 'next'],
    ['the new one is known', { current: password, next: 'Password123456' }, 'next'],
    ['nothing changes', { current: password, next: password }, 'next'],
  ])('is refused when %s', async (_, input, field) => {
    const ada = await make('ada@example.com');
    await expect(operations.changePassword(as(ada), input)).rejects.toMatchObject({
      code: 'BadRequestException',
      fields: [{ field }],
    });
    await signIn('ada@example.com');
  });

  test('the new password signs in, the old one does not', async () => {
    const ada = await make('ada@example.com');
    await operations.changePassword(as(ada), { current: password, next: 'some other sentence' });
    await expect(signIn('ada@example.com')).rejects.toMatchObject({ code: 'UnauthorizedException' });
    await signIn('ada@example.com', 'some other sentence');
  });
});

describe('the last administrator', () => {
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['demoted', (id) => operations.update(administrator, id, { role: 'editor' })],
    ['disabled', (id) => operations.update(administrator, id, { disabled: true })],
    ['deleted', (id) => operations.delete(administrator, id)],
  ])('cannot be %s', async (_, change) => {
    const { id } = await make('ada@example.com', 'administrator');
    const other = await make('off@example.com', 'administrator');
    await operations.update(administrator, other.id, { disabled: true });
    await expect(change(id)).rejects.toMatchObject({ code: 'ConflictException' });
    await operations.update(administrator, other.id, { disabled: false });
    await change(id);
  });
});

describe('permission', () => {
  const input = { email: 'x@example.com', name: 'X', password, role: 'administrator' as const };
  test.each<[string, (actor: Actor) => Promise<unknown>]>([
    ['list', (actor) => operations.list(actor)],
    ['create', (actor) => operations.create(actor, input)],
    ['update', (actor) => operations.update(actor, 'someone', { name: 'Mallory' })],
    ['delete', (actor) => operations.delete(actor, 'someone')],
    ['rise', (actor) => operations.update(actor, 'editor-id', { name: 'E', role: 'administrator' })],
  ])('%s needs an administrator', async (_, call) => {
    for (const role of ['editor', 'viewer', 'developer'] as const)
      await expect(call(testActor(role))).rejects.toMatchObject({ code: 'AccessDeniedException' });
    await expect(call({ kind: 'visitor' })).rejects.toMatchObject({ code: 'UnauthorizedException' });
  });

  test('B21: what an account may not choose is ignored', async () => {
    const wish = { id: 'mine', role: 'administrator', sessionVersion: 9, disabled: true, sourceIp };
    const made = await operations.signUp({ email: 'eve@example.com', name: 'Eve', password, ...wish });
    expect(made).toMatchObject({ role: 'developer', disabled: false });
    expect(made.id).not.toBe('mine');
  });
});

describe('sign-up', () => {
  const eve = { email: 'Eve@example.com', name: 'Eve', password, sourceIp };

  test('makes a developer, whose address is then taken', async () => {
    expect(await operations.signUp(eve)).toMatchObject({ email: 'eve@example.com', role: 'developer' });
    await expect(operations.signUp({ ...eve, email: 'EVE@example.com' })).rejects.toMatchObject({
      code: 'ConflictException',
      fields: [{ field: 'email' }],
    });
  });

  test('closed means closed, by password and by provider; who is in stays in', async () => {
    const github = { provider: 'github', providerAccountId: '7', emailVerified: true, name: 'Pat', sourceIp };
    const pat = await operations.signInWithProvider({ ...github, email: 'pat@example.com' });
    await closeSignUp();
    await expect(operations.signUp(eve)).rejects.toMatchObject({ code: 'AccessDeniedException' });
    const stranger = { ...github, providerAccountId: '8', email: 'new@example.com' };
    await expect(operations.signInWithProvider(stranger)).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    const again = await operations.signInWithProvider({ ...github, email: 'pat@example.com' });
    expect(again.id).toBe(pat.id);
    expect((await operations.list(administrator)).map((user) => user.email)).toEqual(['pat@example.com']);
  });

  test('eleven accounts a minute from one address are one too many', async () => {
    for (let index = 0; index < 10; index++)
      await operations.signUp({ ...eve, email: `eve${index}@example.com` });
    await expect(operations.signUp(eve)).rejects.toMatchObject({ code: 'TooManyRequestsException' });
  });

  test.each([
    [{ ...eve, email: 'eve' }, 'email'],
    [{ ...eve, name: ' ' }, 'name'],
    [{ ...eve, password: 'password1234' }, 'password'],
  ])('%j is refused at its field', async (input, field) => {
    await expect(operations.signUp(input)).rejects.toMatchObject({
      code: 'BadRequestException',
      fields: [{ field }],
    });
  });
});

describe('identity providers', () => {
  const github = {
    provider: 'github',
    providerAccountId: '42',
    email: 'ada@example.com',
    emailVerified: true,
    name: 'Ada',
    sourceIp,
  };

  test('the same provider account is the same user, also with another address', async () => {
    const first = await operations.signInWithProvider(github);
    const later = await operations.signInWithProvider({ ...github, email: 'ada@new.example' });
    expect(later).toMatchObject({ id: first.id, email: 'ada@example.com', provider: 'github' });
  });

  test.each([
    ['of a password account', async () => void (await make('ada@example.com', 'administrator'))],
    [
      'of another provider',
      async () => void (await operations.signInWithProvider({ ...github, provider: 'google' })),
    ],
    [
      'of another account there',
      async () => void (await operations.signInWithProvider({ ...github, providerAccountId: '1' })),
    ],
  ])('a verified address %s opens nothing', async (_, prepare) => {
    await prepare();
    await expect(operations.signInWithProvider(github)).rejects.toMatchObject({ code: 'ConflictException' });
    expect(await operations.list(administrator)).toHaveLength(1);
  });

  test('a disabled account does not sign in', async () => {
    const { id } = await operations.signInWithProvider(github);
    await operations.update(administrator, id, { disabled: true });
    await expect(operations.signInWithProvider(github)).rejects.toMatchObject({
      code: 'UnauthorizedException',
    });
  });

  test('has no password to change', async () => {
    const ada = await operations.signInWithProvider(github);
    const change = operations.changePassword(as(ada), { current: '', next: 'some other sentence' });
    await expect(change).rejects.toMatchObject({ code: 'BadRequestException' });
  });
});

test('deleting a developer stops the keys of all their apps', async () => {
  const { id } = await make('ada@example.com');
  const at = new Date(context.clock.now);
  await database.db
    .insert(apps)
    .values({ id: 'app1', userId: id, name: 'App', description: '', createdDate: at });
  const key = { name: '', enabled: true, valueSealed: '', hint: '', createdDate: at, lastUpdatedDate: at };
  await database.db.insert(apiKeys).values({ ...key, id: 'key1', valueHash: 'h', appId: 'app1' });
  await context.publisher.publishAll();
  await operations.delete(administrator, id);
  expect(context.snapshots.at(-1)?.removedApiKeyIds).toEqual(['key1']);
});

test('B27: no password and no hash reaches answers or the audit log', async () => {
  const ada = await make('ada@example.com');
  await operations.update(administrator, ada.id, { password: 'some other sentence', name: 'Ada' });
  await operations.changePassword(as(ada), { current: 'some other sentence', next: 'a third long sentence' });
  const seen = JSON.stringify([
    await operations.list(administrator),
    await database.db.select().from(auditEntries),
  ]);
  expect(seen).not.toMatch(/sentence|scrypt/);
  expect(seen).toContain('ChangePassword');
});
