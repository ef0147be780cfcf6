import { expect, test } from 'vitest';
import { createPasswords } from './createPasswords';

const passwords = createPasswords({ logN: 12, r: 8, p: 1 });

test('without other wish the parameters are those of today', async () => {
  const today = createPasswords();
  const hash = await today.hash('a long sentence');
  expect(hash).toMatch(/^scrypt\$15\$8\$3\$[\w-]{22}\$[\w-]{43}$/);
  expect(await today.verify('a long sentence', hash)).toEqual({ right: true, stale: false });
});

test('a hash holds its parameters, a salt of its own, and not the password', async () => {
  const first = await passwords.hash('a long sentence');
  expect(first).toMatch(/^scrypt\$12\$8\$1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await passwords.hash('a long sentence')).not.toBe(first);
  expect(first).not.toContain('sentence');
});

test.each([
  ['a long sentence', { right: true, stale: false }],
  ['a long sentencE', { right: false, stale: false }],
  ['', { right: false, stale: false }],
])('verify %j', async (password, answer) => {
  expect(await passwords.verify(password, await passwords.hash('a long sentence'))).toEqual(answer);
});

test('a hash of older parameters is right and stale', async () => {
  const older = await createPasswords({ logN: 11, r: 8, p: 1 }).hash('a long sentence');
  expect(await passwords.verify('a long sentence', older)).toEqual({ right: true, stale: true });
  expect(await passwords.verify('another sentence', older)).toEqual({ right: false, stale: false });
});

test('composed and decomposed spellings are one password', async () => {
  const { right } = await passwords.verify('Zürich abends', await passwords.hash('Zu\u0308rich abends'));
  expect(right).toBe(true);
});

test('what is not a hash is an error, never a match', async () => {
  await expect(passwords.verify('', '')).rejects.toThrow('not of the form');
  await expect(passwords.verify('x', 'scrypt$15$8$3$$')).rejects.toThrow('not of the form');
});

test('the decoy is never right', async () => {
  expect(await passwords.verifyNothing('a long sentence')).toEqual({ right: false, stale: false });
});
