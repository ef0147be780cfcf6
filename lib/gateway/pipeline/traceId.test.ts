import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTraceId, traceIdFor } from './traceId';

const { vectors } = JSON.parse(readFileSync(new URL('./vectors/trace-id.json', import.meta.url), 'utf8')) as {
  vectors: { header: string; expected: Record<string, string> }[];
};

test.each(vectors)('vector: $header', ({ header, expected }) => {
  expect(parseTraceId(header)).toEqual(expected);
});

const TIME = Date.parse('2026-03-04T00:00:00Z');
const SHAPE = /^Root=(1-[0-9a-f]{8}-[0-9a-f]{24});Parent=([0-9a-f]{16});Sampled=([01])$/;

test('without a trace id a new one begins with the time', () => {
  const [, root = ''] = SHAPE.exec(traceIdFor(undefined, TIME)) ?? [];
  expect(Number.parseInt(root.slice(2, 10), 16)).toBe(TIME / 1_000);
});

test("the root is kept, the parent is new, sampling is the caller's", () => {
  const sent = 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1';
  const [, root, parent, sampled] = SHAPE.exec(traceIdFor(sent, TIME)) ?? [];
  expect([root, sampled]).toEqual(['1-5759e988-bd862e3fe1be46a994272793', '1']);
  expect(parent).not.toBe('53995c3f42cd8ad8');
});

test.each(['Root=a b', 'Root=', 'nonsense', 'Root=x,y'])('a root that is no root is replaced: %s', (sent) => {
  expect(traceIdFor(sent, TIME)).toMatch(SHAPE);
});
