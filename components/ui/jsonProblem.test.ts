import { expect, test } from 'vitest';
import { jsonProblem } from './jsonProblem';

test.each([
  ['{"type": "object"}', undefined],
  ['{\n  "type": "object",\n}', 3],
  ['{\n  "type": object\n}', 2],
  ['{\n  "type": "object"\n', 2],
  ['', 1],
])('%j is refused at line %s', (text, line) => {
  expect(jsonProblem(text)?.line).toBe(line);
});
