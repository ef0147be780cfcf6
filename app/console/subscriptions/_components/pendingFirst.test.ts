import { expect, test } from 'vitest';
import type { Subscription } from '@/lib/model/portal';
import { countStates, pendingFirst } from './pendingFirst';

const made = (id: string, state: Subscription['state']): Subscription => ({
  id,
  state,
  appId: 'a',
  appName: 'Shop',
  usagePlanId: 'p',
  usagePlanName: 'Gold',
  createdDate: 1,
});
const newestFirst = [made('4', 'ACTIVE'), made('3', 'PENDING'), made('2', 'REJECTED'), made('1', 'PENDING')];

test('waiting ones come first, newest first among themselves and after them', () => {
  expect(pendingFirst(newestFirst).map(({ id }) => id)).toEqual(['3', '1', '4', '2']);
});

test('counts by state', () => {
  expect(Object.fromEntries(countStates(newestFirst))).toEqual({ ACTIVE: 1, PENDING: 2, REJECTED: 1 });
});
