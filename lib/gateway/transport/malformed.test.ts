import { expect, test } from 'vitest';
import { malformedRequests, SMUGGLED } from './testing/malformedRequests';
import { rawExchange } from './testing/rawClient';
import { okReply, testListener } from './testing/testListener';

/** Codes that reliability.md 4.3, B1 allows for what is refused. */
const REFUSED = [400, 408, 413, 414, 417, 431, 501, 505];

test('the corpus is large enough and names no case twice', () => {
  expect(malformedRequests.length).toBeGreaterThan(285);
  expect(new Set(malformedRequests.map(({ name }) => name)).size).toBe(malformedRequests.length);
});

test.each(malformedRequests)('B1 $name is refused and closed', async ({ bytes }) => {
  const bodies: string[] = [];
  const { port, calls } = await testListener(async (request) => {
    bodies.push((await request.readBody()).toString());
    return okReply();
  });
  const { statuses, text } = await rawExchange(port, bytes + SMUGGLED);
  expect(statuses).toHaveLength(1);
  expect(REFUSED).toContain(statuses[0]);
  expect(text).toMatch(/^Connection: close\r$/im);
  expect(bodies).toEqual([]);
  expect(calls.map(({ path }) => path)).not.toContain('/smuggled');
});
