import { expect, test } from 'vitest';
import { sizeWords } from './sizeWords';

test.each([
  [312, '312 bytes'],
  [4301, '4.2 KB'],
  [20_480, '20 KB'],
  [1_048_576, '1.0 MB'],
  [52_428_800, '50 MB'],
])('%d is %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
