import { expect, test } from 'vitest';
import { callsText, latencyText, shareText, utcText } from './usageText';

test.each([
  [latencyText(null), '–'],
  [latencyText(0), '0 ms'],
  [latencyText(0.714_28), '0.714 ms'],
  [latencyText(86.643), '86.6 ms'],
  [latencyText(999.4), '999 ms'],
  [latencyText(1250), '1.25 s'],
  [latencyText(61_000), '61 s'],
  [callsText(3401), '3,401'],
  [callsText(0.5), ''],
  [shareText(0, 0), '–'],
  [shareText(0, 10), '0 %'],
  [shareText(1, 3), '33.3 %'],
  [shareText(1, 1_000_000), '< 0.1 %'],
  [shareText(7, 7), '100 %'],
  [utcText(Date.UTC(2026, 7, 1)), '1 Aug 2026, 00:00 UTC'],
])('%j', (text, expected) => {
  expect(text).toBe(expected);
});
