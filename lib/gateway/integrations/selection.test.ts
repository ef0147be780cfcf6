import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { integration, integrationResponse } from '../testing/documents';
import { compileIntegrationResponses } from './compileIntegrationResponses';

interface SelectionVector {
  integrationResponses: { statusCode: string; selectionPattern?: string }[];
  value: string;
  expected: string;
}

const { vectors } = JSON.parse(
  readFileSync(new URL('./vectors/selection-pattern.json', import.meta.url), 'utf8'),
) as { vectors: SelectionVector[] };

function select(responses: SelectionVector['integrationResponses'], value: string): number | undefined {
  const entries = responses.map((one) => [one.statusCode, integrationResponse(one)] as const);
  const document = integration({ integrationResponses: Object.fromEntries(entries) });
  return compileIntegrationResponses(document, {}, 'test')(value)?.statusCode;
}

test.each(vectors)('vector: $value among $integrationResponses', (vector) => {
  expect(select(vector.integrationResponses, vector.value)).toBe(Number(vector.expected));
});

test.each([
  {
    rule: 'no match and no default',
    responses: [{ statusCode: '400', selectionPattern: '4\\d\\d' }],
    value: '500',
  },
  { rule: 'no responses at all', responses: [], value: '200' },
  {
    rule: 'part of the code is no match',
    responses: [{ statusCode: '400', selectionPattern: '4' }],
    value: '404',
  },
])('$rule selects nothing', ({ responses, value }) => {
  expect(select(responses, value)).toBeUndefined();
});

test('an empty pattern marks the default', () => {
  expect(select([{ statusCode: '201', selectionPattern: '' }], '503')).toBe(201);
});
