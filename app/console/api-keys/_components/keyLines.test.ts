import { expect, test } from 'vitest';
import type { ApiKey } from '@/lib/model/apiKey';
import type { Subscription } from '@/lib/model/portal';
import { keyLines, keyTitle } from './keyLines';

const key: ApiKey = {
  id: 'k1',
  name: 'Mobile',
  enabled: true,
  hint: 'abcd…wxyz',
  createdDate: 1,
  lastUpdatedDate: 1,
  usagePlanIds: [],
};
const plan = {
  id: 'p1',
  name: 'Gold',
  apiStages: [],
  offeredInPortal: false,
  approvalRequired: false,
  createdDate: 1,
  keyCount: 1,
};
const subscription: Subscription = {
  id: 's1',
  appId: 'a1',
  appName: 'Shop',
  developerEmail: 'dev@example.com',
  usagePlanId: 'p1',
  usagePlanName: 'Gold',
  state: 'ACTIVE',
  createdDate: 1,
};

test.each<[string, Partial<ApiKey>, object]>([
  ['a known plan by its name', { usagePlanIds: ['p1'] }, { plans: [{ id: 'p1', name: 'Gold' }] }],
  ['an unknown plan by its id', { usagePlanIds: ['p9'] }, { plans: [{ id: 'p9', name: 'p9' }] }],
  ['the owner with the address', { appId: 'a1' }, { owner: 'Shop (dev@example.com)' }],
  ['an app without subscription by its id', { appId: 'a9' }, { owner: 'App a9' }],
])('a line shows %s', (_rule, members, shown) => {
  expect(keyLines([{ ...key, ...members }], [plan], [subscription])).toMatchObject([shown]);
});

test('a key of nobody has no owner', () => {
  expect(keyLines([key], [plan], [subscription])[0]).not.toHaveProperty('owner');
});

test('a key without a name is called by its hint', () => {
  expect([keyTitle(key), keyTitle({ ...key, name: '' })]).toEqual(['Mobile', 'abcd…wxyz']);
});
