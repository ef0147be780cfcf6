import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mockStatusCode } from './mockStatusCode';

const { vectors } = JSON.parse(
  readFileSync(new URL('./vectors/mock-template.json', import.meta.url), 'utf8'),
) as { vectors: { template: string; expected: number | string }[] };

test.each(vectors)('vector: $template gives $expected', ({ template, expected }) => {
  expect(mockStatusCode(template)).toBe(typeof expected === 'number' ? expected : undefined);
});

test.each([
  ['{"statusCode": "200"}', undefined],
  ['{"statusCode": 200.5}', undefined],
  ['{"body": {"statusCode": 404}, "statusCode": 200}', 200],
  ['{"other": 1, statusCode: 418}', 418],
  ['\n  {"statusCode": 204}\n', 204],
  ['{}', undefined],
  ['', undefined],
  ['[200]', undefined],
  ['{"__proto__": {"statusCode": 200}}', undefined],
])('%s gives %s', (template, expected) => {
  expect(mockStatusCode(template)).toBe(expected);
});
