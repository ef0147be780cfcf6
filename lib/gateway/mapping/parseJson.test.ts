import { expect, test } from 'vitest';
import { parseJson } from './parseJson';

test.each([
  ['600,000 objects and lists', `[${'{},'.repeat(599_998)}{}]`],
  ['brackets in a text are none', `["${'{['.repeat(1_000_000)}"]`],
])('B10: %s are read', (_rule, text) => {
  expect(Array.isArray(parseJson(text))).toBe(true);
});

test.each([
  ['one more', `[${'{},'.repeat(599_999)}{}]`],
  ['10 MB of {},', `[${'{},'.repeat(3_300_000)}{}]`],
  ['lists 1,001 deep', `${'['.repeat(1_001)}${']'.repeat(1_001)}`],
])('B10: %s are not', (_rule, text) => {
  expect(() => parseJson(text)).toThrow('nested too deep, or too much of it');
});
