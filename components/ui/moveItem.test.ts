import { expect, test } from 'vitest';
import { moveItem, type SortPlace, stepOf } from './moveItem';

const groups = [
  { id: 'one', items: ['a', 'b', 'c'] },
  { id: 'two', items: [] },
  { id: 'three', items: ['d'] },
];
const said = (moved: { items: readonly string[] }[]) => moved.map(({ items }) => items.join('')).join('|');

test.each<[string, SortPlace, string]>([
  ['a', { group: 'one', index: 2 }, 'bac||d'],
  ['a', { group: 'one', index: 3 }, 'bca||d'],
  ['c', { group: 'one', index: 0 }, 'cab||d'],
  ['b', { group: 'one', index: 1 }, 'abc||d'],
  ['b', { group: 'two', index: 0 }, 'ac|b|d'],
  ['a', { group: 'three', index: 1 }, 'bc||da'],
])('%s to %j', (item, to, result) => {
  expect(said(moveItem(groups, item, to))).toBe(result);
});

test.each<[string, 1 | -1, string]>([
  ['a', 1, 'bac||d'],
  ['b', -1, 'bac||d'],
  ['b', 1, 'acb||d'],
  ['c', 1, 'ab|c|d'],
  ['d', -1, 'abc|d|'],
])('%s a step %d', (item, direction, result) => {
  const to = stepOf(groups, item, direction);
  expect(to && said(moveItem(groups, item, to))).toBe(result);
});

test.each<[string, 1 | -1]>([
  ['a', -1],
  ['d', 1],
  ['unknown', 1],
])('%s has no step %d', (item, direction) => {
  expect(stepOf(groups, item, direction)).toBeUndefined();
});
