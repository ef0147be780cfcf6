import { expect, test } from 'vitest';
import { itemsFor, mostShown } from './itemsFor';

const items = [
  { label: 'My orders · Stages', hint: 'abc' },
  { label: 'Orders · Resources', hint: 'def' },
  { label: 'Usage plans', keywords: ['quota'] },
];
test.each([
  ['nothing typed shows all in order', '', [0, 1, 2]],
  ['what begins with it comes first', 'ord', [1, 0]],
  ['every word counts, in any order', 'stages my', [0]],
  ['the hint counts', 'DEF', [1]],
  ['keywords count', 'quota', [2]],
  ['nothing', 'zzz', []],
])('%s', (_, search, expected) => {
  expect(itemsFor(search, items)).toEqual(expected.map((index) => items[index]));
});

test('never more than the palette can show at once', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => ({ label: `API ${index}` }));
  expect(itemsFor('api', many)).toHaveLength(mostShown);
});
