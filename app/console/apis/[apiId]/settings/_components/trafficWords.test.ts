import { expect, test } from 'vitest';
import { trafficWords } from './trafficWords';

test.each([
  [{ calls: 0, callsWithoutKey: 0, apiKeys: 0 }, 'Nobody called it in the last 7 days.'],
  [{ calls: 1, callsWithoutKey: 1, apiKeys: 0 }, '1 call in the last 7 days, all without an API key.'],
  [{ calls: 1200, callsWithoutKey: 0, apiKeys: 1 }, '1,200 calls in the last 7 days, with 1 API key.'],
  [
    { calls: 1200, callsWithoutKey: 1000, apiKeys: 2 },
    '1,200 calls in the last 7 days: with 2 API keys, and 1,000 of them without one.',
  ],
])('%j', (week, words) => {
  expect(trafficWords(week)).toBe(words);
});
