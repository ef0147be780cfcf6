import { expect, test } from 'vitest';
import { hasDuplicates } from './hasDuplicates';

test.each<[rule: string, items: unknown[], expected: boolean]>([
  ['nothing', [], false],
  ['one', [1], false],
  ['numbers', [1, 2, 1], true],
  ['a number is not its text', [1, '1'], false],
  ['true is not 1', [true, 1], false],
  ['null', [null, null], true],
  [
    'objects with keys in any order',
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    true,
  ],
  [
    'number-like keys in any order',
    [
      { 2: 1, 1: 2 },
      { 1: 2, 2: 1 },
    ],
    true,
  ],
  ['deep', [{ a: [{ c: 1, b: 2 }] }, { a: [{ b: 2, c: 1 }] }], true],
  [
    'lists in another order',
    [
      [1, 2],
      [2, 1],
    ],
    false,
  ],
  ['an empty list is not an empty object', [[], {}], false],
  ['an object is not its pairs', [{ pairs: [['a', 1]] }, { a: 1 }], false],
  ['keys of the prototype', [JSON.parse('{"__proto__":1}'), {}], false],
])('%s', (_rule, items, expected) => {
  expect(hasDuplicates(items)).toBe(expected);
});

test('200,000 values are compared, one more is not', () => {
  const items = Array.from({ length: 200_000 }, (_, index) => index);
  expect(hasDuplicates(items)).toBe(false);
  expect(() => hasDuplicates([...items, -1])).toThrow('uniqueItems compares at most 200000 values');
});
