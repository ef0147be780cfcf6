import { count } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settings, users } from '@/db/schema';
import { databases, type TestDatabase } from '@/db/testing';
import { createTestContext, type TestContext } from '../testing';
import { createPasswords } from './createPasswords';
import { bootstrapAdministrator, issueSetupToken } from './setup';
import { usersOperations } from './usersOperations';

const passwords = createPasswords({ logN: 10, r: 8, p: 1 });
const person = { email: 'Ada@Example.com', name: 'Ada', password: 'a quite long sentence' };

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let context: TestContext;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.clear();
    context = createTestContext(database);
  });
  const issue = async () => {
    const token = await issueSetupToken(context);
    if (!token) throw new Error('An administrator exists already');
    return token;
  };
  const accounts = async () => (await database.db.select({ n: count() }).from(users))[0]?.n;

  test('the link makes one administrator, once', async () => {
    const operations = usersOperations(context, { passwords });
    const token = await issue();
    expect(await operations.setupPending()).toBe(true);
    const made = await operations.createFirstAdministrator({ token, ...person });
    expect(made).toMatchObject({ email: 'ada@example.com', role: 'administrator', provider: 'credentials' });
    expect(await operations.setupPending()).toBe(false);
    const again = operations.createFirstAdministrator({ token, ...person, email: 'eve@example.com' });
    await expect(again).rejects.toMatchObject({ code: 'AccessDeniedException' });
    expect(await issueSetupToken(context)).toBeNull();
  });

  test('two at once with the right token: one administrator', async () => {
    const operations = usersOperations(context, { passwords });
    const token = await issue();
    const results = await Promise.allSettled(
      ['a@example.com', 'b@example.com', 'c@example.com'].map((email) =>
        operations.createFirstAdministrator({ token, ...person, email }),
      ),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await accounts()).toBe(1);
  });

  test('two nodes that bootstrap at once: one administrator', async () => {
    const made = await Promise.all([
      bootstrapAdministrator(context, person),
      bootstrapAdministrator(context, { ...person, email: 'b@example.com' }),
    ]);
    expect(made.filter((user) => user !== null)).toHaveLength(1);
    expect(await accounts()).toBe(1);
  });

  test.each(['', 'x', 'x'.repeat(43)])('the token %j is refused', async (token) => {
    await issue();
    const attempt = usersOperations(context, { passwords }).createFirstAdministrator({ token, ...person });
    await expect(attempt).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });

  test('without an issued token no token is right', async () => {
    const attempt = usersOperations(context, { passwords }).createFirstAdministrator({
      token: '',
      ...person,
    });
    await expect(attempt).rejects.toMatchObject({ code: 'AccessDeniedException' });
  });

  test('a new start kills the older link, and only a hash is stored', async () => {
    const older = await issue();
    const newer = await issue();
    const operations = usersOperations(context, { passwords });
    await expect(operations.createFirstAdministrator({ token: older, ...person })).rejects.toMatchObject({
      code: 'AccessDeniedException',
    });
    expect(JSON.stringify(await database.db.select().from(settings))).not.toContain(newer);
    await operations.createFirstAdministrator({ token: newer, ...person });
  });

  test('a bad account leaves the token good', async () => {
    const token = await issue();
    const operations = usersOperations(context, { passwords });
    await expect(
      operations.createFirstAdministrator({ token, ...person, password: 'changeme1234' }),
    ).rejects.toMatchObject({ code: 'BadRequestException', fields: [{ field: 'password' }] });
    await operations.createFirstAdministrator({ token, ...person });
  });

  test.each([
    'admin',
    'password1234',
    'adminadminadmin',
  ])('the environment cannot set %s', async (password) => {
    await expect(bootstrapAdministrator(context, { ...person, password })).rejects.toMatchObject({
      code: 'BadRequestException',
    });
    expect(await accounts()).toBe(0);
  });

  test('two administrators who demote each other at once: one stays', async () => {
    const operations = usersOperations(context, { passwords });
    const first = await bootstrapAdministrator(context, person);
    const system = { kind: 'system', reason: 'test' } as const;
    const input = { ...person, email: 'b@example.com', role: 'administrator' as const };
    const second = await operations.create(system, input);
    const results = await Promise.allSettled(
      [first?.id ?? '', second.id].map((id) => operations.update(system, id, { role: 'viewer' })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await operations.list(system)).map((user) => user.role).sort()).toEqual([
      'administrator',
      'viewer',
    ]);
  });
});
