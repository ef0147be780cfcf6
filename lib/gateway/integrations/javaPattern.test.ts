import { expect, test } from 'vitest';
import { compileJavaPattern } from './javaPattern';

test.each([
  { pattern: '5\\d{2}', text: '503', matches: true },
  { pattern: '4\\d{2}', text: '4040', matches: false },
  { pattern: '50', text: '500', matches: false },
  { pattern: '400|404', text: '404', matches: true },
  { pattern: '400|404', text: '4004', matches: false },
  { pattern: '(?i)malformed.*', text: 'MALFORMED request', matches: true },
  { pattern: '.*', text: 'line\nbreak', matches: false },
  { pattern: '(?s).*', text: 'line\nbreak', matches: true },
  { pattern: '\\Q4.4\\E', text: '404', matches: false },
  { pattern: '\\Q4.4\\E', text: '4.4', matches: true },
  { pattern: '(?:4|5)\\d\\d', text: '404', matches: true },
  { pattern: '(4|5)+', text: '454', matches: true },
  { pattern: '^4\\d\\d$', text: '404', matches: true },
  { pattern: '[^2]\\d\\d', text: '200', matches: false },
  { pattern: '404$', text: '404\n', matches: false },
  { pattern: '404$\\n', text: '404\n', matches: true },
  { pattern: '404\\Z\\R', text: '404\r\n', matches: true },
  { pattern: '404$.*', text: '4041', matches: false },
  { pattern: '.*', text: 'a\u0085b', matches: false },
  { pattern: '.*', text: 'a\u2028b', matches: false },
  { pattern: '(?i:not) found', text: 'NOT found', matches: true },
  { pattern: '\\p{Alpha}+\\p{IsLatin}', text: 'abcé', matches: true },
  { pattern: '(?!2\\d\\d)\\d{3}', text: '404', matches: true },
  { pattern: '(?!2\\d\\d)\\d{3}', text: '204', matches: false },
  { pattern: '^(?=.*timed)(?!.*ok).*out$', text: 'timed out', matches: true },
  { pattern: '[\\s\\S]*\\[404\\][\\s\\S]*', text: 'line\n[404] nothing', matches: true },
  {
    pattern: '[\\s\\S]*(Process\\s?exited\\s?before\\s?completing\\s?request|\\[500\\])[\\s\\S]*',
    text: 'Process exited before completing request',
    matches: true,
  },
])('the whole of $text against $pattern: $matches', ({ pattern, text, matches }) => {
  expect(compileJavaPattern(pattern).test(text)).toBe(matches);
});

/** Each takes a backtracking engine exponential time over a text that nearly matches. */
test.each([
  '(a+)+',
  '(a*)*b',
  '([a-z]+)*',
  '(a|a)*',
  '(a|ab)*c',
  '(.*a){12,}',
  '((a+)b)+',
  '(\\d+|x)*',
  '(x+x+)+y',
  '(?!(a+)+b).*x',
])('B9: %s ends over 50 KB', (source) => {
  const pattern = compileJavaPattern(source);
  for (const letter of ['a', 'x', '1']) {
    expect(pattern.test(`${letter.repeat(50_000)}!`)).toBe(false);
  }
});

test('B9: a pattern whose automaton explodes fails the call, not the worker', () => {
  const text = Array.from({ length: 50_000 }, (_, at) => 'ab'[Math.imul(at, 48_271) & 16 ? 1 : 0]).join('');
  expect(() => compileJavaPattern('(a|b)*a(a|b){400}c').test(text)).toThrow('selectionPattern: more than');
});

test.each([
  '(',
  '[',
  'a{2,1}',
  '*',
  'a++',
  '(?>a)',
  'a(?=b)',
  '(?!a)b|c',
  '(?<=a)b',
  '\\p{Nope}',
  '(a)\\1',
  'x'.repeat(2_000),
])('what is not a pattern we run is refused: %s', (pattern) => {
  expect(() => compileJavaPattern(pattern)).toThrow();
});
