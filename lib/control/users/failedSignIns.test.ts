import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntries } from '@/db/schema';
import { databases, type TestDatabase } from '@/db/testing';
import type { Control } from '../control';
import { createTestContext, type TestContext, testActor } from '../testing';
import { createPasswords } from './createPasswords';
import { usersOperations } from './usersOperations';

const password = 'a quite long sentence';
const passwords = createPasswords({ logN: 10, r: 8, p: 1 });
const administrator = testActor('administrator');

describe.each(databases)('$name', ({ open }) => {
  let database: TestDatabase;
  let context: TestContext;
  let operations: Control['users'];
  let clock: { ms: number };
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database?.close());
  beforeEach(async () => {
    await database.clear();
    context = createTestContext(database);
    clock = { ms: 0 };
    operations = usersOperations(context, { monotonic: () => clock.ms, passwords });
    const person = { email: 'ada@example.com', name: 'Ada', password, role: 'editor' as const };
    await operations.create(administrator, person);
  });
  const fail = (email = 'ada@example.com', sourceIp = '203.0.113.7', text = 'not this one') =>
    operations.authenticate({ email, password: text, sourceIp }).then(
      () => Promise.reject(new Error('It signed in')),
      (error: { code: string }) => error.code,
    );
  /** `subject reason tries`, oldest first */
  const noted = async () => {
    const rows = await database.db.select().from(auditEntries).orderBy(auditEntries.id);
    return rows
      .filter((row) => row.operation === 'SignInFailed')
      .map(({ subject, detail }) => `${subject}: ${detail.reason}, ${detail.tries}`);
  };

  test('account, address, reason and time stand in the audit log, the password does not', async () => {
    await fail(' ADA@example.com');
    const [entry] = await database.db.select().from(auditEntries).orderBy(auditEntries.id).offset(1);
    expect(entry).toEqual({
      id: 2,
      time: new Date(context.clock.now),
      actor: 'visitor',
      operation: 'SignInFailed',
      subject: 'ada@example.com',
      detail: { reason: 'wrong password', sourceIp: '203.0.113.7', tries: 1 },
    });
    expect(JSON.stringify(await database.db.select().from(auditEntries))).not.toContain('not this one');
  });

  test('every reason has its class, and nobody who tries is told it', async () => {
    const pat = { provider: 'github', providerAccountId: '1', emailVerified: false, name: 'Pat' };
    const provided = { ...pat, email: 'pat@example.com', sourceIp: '203.0.113.7' };
    const { id } = await operations.signInWithProvider(provided);
    const off = { email: 'off@example.com', name: 'Off', password, role: 'developer' as const };
    await operations.update(administrator, (await operations.create(administrator, off)).id, {
      disabled: true,
    });
    const codes = [await fail('nobody@example.com'), await fail('pat@example.com')];
    codes.push(await fail('off@example.com', '203.0.113.7', password), await fail('off@example.com'));
    expect(new Set(codes)).toEqual(new Set(['UnauthorizedException']));
    await operations.update(administrator, id, { disabled: true });
    await expect(operations.signInWithProvider(provided)).rejects.toThrow();
    await expect(operations.signInWithProvider({ ...provided, providerAccountId: '2' })).rejects.toThrow();
    expect(await noted()).toEqual([
      'nobody@example.com: unknown account, 1',
      'pat@example.com: account without a password, 1',
      'off@example.com: disabled account, 1',
      'off@example.com: wrong password, 1',
      'pat@example.com: disabled account, 1',
      'pat@example.com: e-mail address belongs to another account, 1',
    ]);
  });

  test('what was typed instead of an address is not kept: it may be a password', async () => {
    await fail('correct horse battery staple');
    expect(await noted()).toEqual(['not an e-mail address: unknown account, 1']);
  });

  test('one row a minute counts the tries of an account from an address, also those at the same time', async () => {
    await Promise.all(Array.from({ length: 9 }, () => fail()));
    await fail('ada@example.com', '198.51.100.1');
    clock.ms += 61_000;
    await fail();
    expect(await noted()).toEqual([
      'ada@example.com: wrong password, 9',
      'ada@example.com: wrong password, 1',
      'ada@example.com: wrong password, 1',
    ]);
  });

  test('a flood of refused tries is one row for the account and one for the address', async () => {
    for (let index = 0; index < 10; index++) await fail();
    for (let index = 0; index < 500; index++) expect(await fail()).toBe('TooManyRequestsException');
    await expect.poll(noted).toEqual([
      'ada@example.com: wrong password, 10',
      // The address had 30 tries as well by then.
      'ada@example.com: too many tries for the account, 20',
      '203.0.113.7: too many tries from the address, 480',
    ]);
  });

  test('made-up accounts from a thousand addresses make a hundred rows a minute, and one that counts the others', async () => {
    const tries = Array.from({ length: 130 }, (_, index) =>
      fail(`nobody${index}@example.com`, `198.51.${100 + (index % 2)}.${index}`),
    );
    await Promise.all(tries);
    expect(await noted()).toHaveLength(101);
    await expect.poll(noted).toContain('many accounts: unknown account, 30');
  });

  test('a right password leaves no such row', async () => {
    await operations.authenticate({ email: 'ada@example.com', password, sourceIp: '203.0.113.7' });
    expect(await noted()).toEqual([]);
  });
});
