import { expect, test } from 'vitest';
import { chartSummary } from './chartSummary';

const series = [{ key: 'calls', label: 'Calls' }];
test.each([
  ['values in words', [{ calls: 3 }, { calls: 9 }, { calls: 4 }], 'Calls: last 4, least 3, most 9.'],
  ['a gap is not zero', [{ calls: 3 }, { calls: null }], 'Calls: last 3, least 3, most 3.'],
  ['nothing at all', [{ calls: null }], 'Calls: no data.'],
])('%s', (_, data, text) => {
  expect(chartSummary(data, series, String)).toBe(text);
});
