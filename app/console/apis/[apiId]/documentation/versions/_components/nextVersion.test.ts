import { expect, test } from 'vitest';
import { nextVersion } from './nextVersion';

test.each([
  [undefined, '1.0'],
  ['1.0', '1.1'],
  ['1.9', '1.10'],
  ['v7', 'v8'],
  ['2026-beta', '2027-beta'],
  ['first', 'first-2'],
])('after %s comes %s', (newest, next) => expect(nextVersion(newest)).toBe(next));
