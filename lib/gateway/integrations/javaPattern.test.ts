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
])('the whole of $text against $pattern: $matches', ({ pattern, text, matches }) => {
  expect(compileJavaPattern(pattern).test(text)).toBe(matches);
});

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
])('B9: %s could take exponential time and is refused', (pattern) => {
  expect(() => compileJavaPattern(pattern)).toThrow('exponential');
});

test.each([
  '(',
  '[',
  'a{2,1}',
  '*',
  'a++',
  '(?>a)',
  '(?i:a)',
  '\\p{Alpha}',
  '(a)\\1',
  'x'.repeat(2_000),
])('what is not a pattern we run is refused: %s', (pattern) => {
  expect(() => compileJavaPattern(pattern)).toThrow();
});
