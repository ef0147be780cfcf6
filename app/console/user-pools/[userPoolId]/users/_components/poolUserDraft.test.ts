import { expect, test } from 'vitest';
import { changesOf, type PoolUserDraft } from './poolUserDraft';

const base: PoolUserDraft = { groups: ['a', 'b'], attributes: { name: 'Ada', 'custom:team': 'x' } };

test.each<[string, Partial<PoolUserDraft>, Partial<PoolUserDraft>]>([
  ['nothing', {}, {}],
  ['the same groups in another order', { groups: ['b', 'a'] }, {}],
  ['a group more', { groups: ['a', 'b', 'c'] }, { groups: ['a', 'b', 'c'] }],
  ['no group', { groups: [] }, { groups: [] }],
  [
    'a value',
    { attributes: { name: 'Ada L', 'custom:team': 'x' } },
    { attributes: { name: 'Ada L', 'custom:team': 'x' } },
  ],
  ['an attribute less', { attributes: { name: 'Ada' } }, { attributes: { name: 'Ada' } }],
  ['attributes in another order', { attributes: { 'custom:team': 'x', name: 'Ada' } }, {}],
])('only the change is sent: %s', (_rule, change, sent) => {
  expect(changesOf(base, { ...base, ...change })).toEqual(sent);
});
