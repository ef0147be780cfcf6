import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { IntegrationResponseDocument } from '../snapshot/types';
import { integrationResponse } from '../testing/documents';
import { type MethodUnderTest, methodUnderTest } from '../testing/methodUnderTest';

/* Reference section 10, as a caller sees it. The patterns themselves: integrations/javaPattern.test.ts. */
let bench: MethodUnderTest;
beforeAll(async () => {
  bench = await methodUnderTest();
});
afterAll(() => bench.close());

const internal = '{"message": "Internal server error"}';

/** `{ 200: undefined, 400: '4\\d\\d' }`: status code -> selectionPattern */
function responses(
  patterns: Record<string, string | undefined>,
): Record<string, IntegrationResponseDocument> {
  const entries = Object.entries(patterns).map(([statusCode, selectionPattern]) => {
    const document = integrationResponse({
      statusCode,
      responseTemplates: { 'application/json': statusCode },
    });
    return [statusCode, { ...document, ...(selectionPattern !== undefined && { selectionPattern }) }];
  });
  return Object.fromEntries(entries);
}

interface Row {
  rule: string;
  says: number;
  patterns: Record<string, string | undefined>;
  status: number;
}

const rows: Row[] = [
  { rule: 'the default', says: 200, patterns: { 200: undefined }, status: 200 },
  { rule: 'an empty pattern is the default', says: 503, patterns: { 201: '' }, status: 201 },
  {
    rule: 'the default takes what no pattern matches',
    says: 302,
    patterns: { 200: undefined, 400: '4\\d{2}' },
    status: 200,
  },
  { rule: 'a pattern', says: 404, patterns: { 200: undefined, 400: '4\\d{2}' }, status: 400 },
  { rule: 'a plain code', says: 404, patterns: { 200: undefined, 404: '404' }, status: 404 },
  { rule: 'part of the code is no match', says: 404, patterns: { 200: undefined, 404: '40' }, status: 200 },
  { rule: 'nor is more than the code', says: 404, patterns: { 200: undefined, 404: '4040' }, status: 200 },
  { rule: 'alternatives', says: 503, patterns: { 200: undefined, 500: '500|503' }, status: 500 },
  { rule: 'a class', says: 429, patterns: { 200: undefined, 400: '4[0-2][0-9]' }, status: 400 },
  { rule: 'not 2xx, by look-ahead', says: 301, patterns: { 200: undefined, 500: '(?!2)\\d+' }, status: 500 },
  { rule: '.* is in effect the default', says: 200, patterns: { 200: undefined, 500: '.*' }, status: 500 },
  { rule: 'no match and no default', says: 200, patterns: { 404: '404' }, status: 500 },
  { rule: 'none at all', says: 200, patterns: {}, status: 500 },
];

test.each(rows)('HTTP, $rule: $says becomes $status', async ({ says, patterns, status }) => {
  bench.answer((_, response) => response.writeHead(says).end('{}'));
  const answer = await bench.run({ integrationResponses: responses(patterns) });
  const chosen = Object.hasOwn(patterns, status) ? String(status) : internal;
  expect([answer.status, answer.body]).toEqual([status, chosen]);
});

test.each(rows)('MOCK, $rule: $says becomes $status', async ({ says, patterns, status }) => {
  const requestTemplates = { 'application/json': `{"statusCode": ${says}}` };
  const part = { type: 'MOCK' as const, requestTemplates, integrationResponses: responses(patterns) };
  expect((await bench.run(part)).status).toBe(status);
});

test.each(['HTTP', 'MOCK'] as const)('%s: a status code that is no method response is 500', async (type) => {
  bench.answer((_, response) => response.end('{}'));
  const around = { method: { methodResponses: { 201: { statusCode: '201', responseParameters: {} } } } };
  const { status, body } = await bench.run({ type }, {}, around);
  expect([status, body]).toEqual([500, internal]);
});

describe('$context.responseOverride.status', () => {
  test.each<[value: string, status: number]>([
    ['200', 200],
    ['299', 299],
    ['418', 418],
    ['599', 599],
    // From here on: ignored, so the integration response's own counts.
    ['600', 201],
    ['999', 201],
    ['1000', 201],
    ['99', 201],
    ['0', 201],
    ['-404', 201],
    ['404.5', 201],
    ['"4o4"', 201],
    ['""', 201],
    ['true', 201],
    ['[404]', 201],
    ['{}', 201],
    ['$none', 201],
    // AWS's range begins at 100, but no such status ends an answer (RFC 9110 15.2).
    ['100', 201],
    ['101', 201],
    ['199', 201],
  ])('%s: %i', async (value, status) => {
    const responseTemplates = { 'application/json': `#set($context.responseOverride.status = ${value})body` };
    const part = {
      type: 'MOCK' as const,
      integrationResponses: { 201: integrationResponse({ statusCode: '201', responseTemplates }) },
    };
    expect((await bench.run(part)).status).toBe(status);
  });

  test.each(['204', '304'])('%s has no body, whatever the template says', async (value) => {
    const responseTemplates = { 'application/json': `#set($context.responseOverride.status = ${value})body` };
    const part = {
      type: 'MOCK' as const,
      integrationResponses: { 200: integrationResponse({ responseTemplates }) },
    };
    const { status, body } = await bench.run(part);
    expect([status, body]).toEqual([Number(value), '']);
  });
});
