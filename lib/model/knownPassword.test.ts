import { expect, test } from 'vitest';
import { knownPassword } from './knownPassword';

test.each([
  'Password1234',
  'passwordpassword',
  'admin-admin-2026',
  'changeme!!!!',
  'Passw0rd-2026',
  '123456789012',
  'aaaaaaaaaaaa',
  'abababababab',
  'Gatehouse-1234',
])('%s is known', (password) => {
  expect(knownPassword(password)).toBe(true);
});

test.each([
  'correct horse battery',
  'admin of the north tower',
  'tr0ub4dor&3-long',
  'ünïcödé phrase höre',
])('%s is not known', (password) => {
  expect(knownPassword(password)).toBe(false);
});
