import { expect, test } from 'vitest';
import { hashPassword, verifyNothing, verifyPassword } from './passwordHash';

test('a hash holds its parameters, a salt of its own, and not the password', async () => {
  const [first, second] = await Promise.all([
    hashPassword('a long sentence'),
    hashPassword('a long sentence'),
  ]);
  expect(first).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(first).not.toBe(second);
  expect(first).not.toContain('sentence');
});

test.each([
  ['a long sentence', { right: true, stale: false }],
  ['a long sentencE', { right: false, stale: false }],
  ['', { right: false, stale: false }],
])('verify %j', async (password, answer) => {
  expect(await verifyPassword(password, await hashPassword('a long sentence'))).toEqual(answer);
});

test('a hash of older parameters is right and stale', async () => {
  const older = await hashPassword('a long sentence', { logN: 12, r: 8, p: 1 });
  expect(await verifyPassword('a long sentence', older)).toEqual({ right: true, stale: true });
  expect(await verifyPassword('another sentence', older)).toEqual({ right: false, stale: false });
});

test('composed and decomposed spellings are one password', async () => {
  expect((await verifyPassword('Zürich abends', await hashPassword('Zu\u0308rich abends'))).right).toBe(true);
});

test('what is not a hash is an error, never a match', async () => {
  await expect(verifyPassword('', '')).rejects.toThrow('not of the form');
  await expect(verifyPassword('x', 'scrypt$15$8$3$$')).rejects.toThrow('not of the form');
});

test('the decoy is never right', async () => {
  expect(await verifyNothing('a long sentence')).toEqual({ right: false, stale: false });
});
