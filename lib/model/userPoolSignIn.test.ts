import { expect, test } from 'vitest';
import type { Role } from './role';
import { parsePoolAccountId, poolAccountId, roleOfGroups } from './userPoolSignIn';

test.each<[string[], Role]>([
  [[], 'developer'],
  [['staff', 'administrator', 'Gatehouse-Administrator', 'gatehouse-administrators'], 'developer'],
  [['gatehouse-viewer'], 'viewer'],
  [['gatehouse-viewer', 'gatehouse-editor'], 'editor'],
  [['gatehouse-viewer', 'gatehouse-administrator', 'gatehouse-editor'], 'administrator'],
])('groups %j give the role %s', (groups, role) => {
  expect(roleOfGroups(groups)).toBe(role);
});

test('an account names pool and user', () => {
  const account = { userPoolId: 'us-east-1_AbCdEfGhI', poolUserId: '0b7e/with a slash' };
  expect(parsePoolAccountId(poolAccountId(account.userPoolId, account.poolUserId))).toEqual(account);
});
