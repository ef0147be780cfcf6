import { expect, test } from 'vitest';
import { contrast } from './contrast';

test.each([
  ['#000000', '#ffffff', 21],
  ['#fff', '#FFFFFF', 1],
  ['#767676', '#ffffff', 4.54],
  ['#ffffff', '#767676', 4.54],
])('%s and %s: %d', (one, other, ratio) => {
  expect(contrast(one, other)).toBeCloseTo(ratio, 2);
});

test('what is no such colour has no contrast', () => {
  expect(contrast('red', '#ffffff')).toBeNaN();
});
