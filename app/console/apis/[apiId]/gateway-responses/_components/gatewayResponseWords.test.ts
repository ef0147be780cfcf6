import { expect, test } from 'vitest';
import { originWords } from './gatewayResponseWords';

const state = { responseType: 'THROTTLED' as const, responseParameters: {}, responseTemplates: {} };

test.each([
  ['Customised', { ...state, defaultResponse: false }],
  ['From DEFAULT_4XX', { ...state, defaultResponse: true, inheritedFrom: 'DEFAULT_4XX' as const }],
  ['Built-in', { ...state, defaultResponse: true }],
])('%s', (words, given) => {
  expect(originWords(given)).toBe(words);
});
