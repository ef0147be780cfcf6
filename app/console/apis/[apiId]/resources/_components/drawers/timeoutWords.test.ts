import { expect, test } from 'vitest';
import { timeoutWords } from './timeoutWords';

const dev = { stageName: 'dev' };
const slow = { stageName: 'slow', maximumTimeoutInMillis: 120_000 };

test.each([
  [29_000, false, [dev], 'AWS allows 50 to 29,000 ms.'],
  [Number.NaN, false, [dev], 'AWS allows 50 to 29,000 ms.'],
  [60_000, false, [slow], 'Beyond AWS’s 29,000 ms; every stage of this API allows it.'],
  [
    60_000,
    false,
    [dev, slow],
    'Beyond AWS’s 29,000 ms. Cut short by dev after 29,000 ms: raise “Longest timeout” of the stage.',
  ],
  [60_000, false, [], 'Beyond AWS’s 29,000 ms: a stage must allow it by its “Longest timeout”.'],
  [60_000, true, [dev], 'A stream may take up to 900,000 ms.'],
])('%d ms, streamed: %s', (timeout, streams, stages, words) => {
  expect(timeoutWords(timeout, streams, stages)).toBe(words);
});
