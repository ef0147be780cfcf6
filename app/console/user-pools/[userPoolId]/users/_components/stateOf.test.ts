import { expect, test } from 'vitest';
import { stateOf } from './stateOf';

test.each([
  [true, 'CONFIRMED', 'Confirmed'],
  [true, 'UNCONFIRMED', 'Not confirmed'],
  [true, 'FORCE_CHANGE_PASSWORD', 'Must change password'],
  [false, 'CONFIRMED', 'Disabled'],
] as const)('enabled %s and %s is told as %s', (enabled, status, word) => {
  expect(stateOf({ enabled, status }).word).toBe(word);
});
