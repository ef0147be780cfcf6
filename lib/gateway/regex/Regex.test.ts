import { expect, test } from 'vitest';
import { Budget, RenderFault } from '../vtl/Budget';
import { compileRegex } from './Regex';

test.each([
  ['a.c', 'abc', true],
  ['a.c', 'a\nc', false],
  ['(?s)a.c', 'a\nc', true],
  ['(?i)ABC', 'aBc', true],
  ['(?i:a)b', 'Ab', true],
  ['(?i:a)b', 'AB', false],
  ['a|bc', 'bc', true],
  ['a|bc', 'ac', false],
  ['(ab)*', 'abab', true],
  ['(a|b)+c', 'abbac', true],
  ['a{2,3}', 'aa', true],
  ['a{2,3}', 'aaaa', false],
  ['a{2}', 'aa', true],
  ['a{2,}', 'aaaaa', true],
  ['', '', true],
  ['', 'a', false],
  ['\\d+\\.\\d*', '12.', true],
  ['\\w+@\\w+', 'a_1@b', true],
  ['[^a-c]+', 'xyz', true],
  ['[a-c[x-z]]+', 'axz', true],
  ['[a-z&&[^aeiou]]+', 'xyz', true],
  ['[a-z&&[^aeiou]]+', 'xaz', false],
  ['[]a]+', 'a]', true],
  ['[a\\-z]+', 'a-z', true],
  ['[\\d,]+', '1,2', true],
  ['\\p{Alpha}+\\P{Digit}', 'ab-', true],
  ['\\p{L}+', 'éa', true],
  ['\\Qa.b\\E+', 'a.b', true],
  ['\\x41\\u0042\\t', 'AB\t', true],
  ['^a$', 'a', true],
  ['(?<year>\\d{4})-(\\d\\d)', '2024-05', true],
  ['\\bfoo\\b', 'foo', true],
  ['a\\\\b', 'a\\b', true],
  ['(a*)*', 'aaa', true],
  ['(a*)*b', 'aaab', true],
  ['a$', 'a\n', false],
  ['a$\\n', 'a\n', true],
  ['a$\\r\\n', 'a\r\n', true],
  ['a\\r$\\n', 'a\r\n', false],
  ['a\\Z\\R', 'a\r', true],
  ['a\\h\\v\\H\\V', 'a \nbc', true],
  ['\\p{IsLatin}+\\p{Sc}\\p{IsUppercase}', 'aé€A', true],
  ["it\\'s", "it's", true],
])('%s matches %j: %s', (pattern, text, expected) => {
  expect(compileRegex(pattern).matches(text, new Budget())).toBe(expected);
});

test.each([
  ['a+', 'caaandaab', '-', 'c-nd-b'],
  ['a*', 'baa', '-', '-b--'],
  ['a+?', 'aaa', '-', '---'],
  ['<(.+?)>', '<a><b>', '[$1]', '[a][b]'],
  ['<(.+)>', '<a><b>', '[$1]', '[a><b]'],
  ['(a)|(b)', 'ab', '<$1$2>', '<a><b>'],
  ['a|ab', 'ab', '-', '-b'],
  ['ab|a', 'ab', '-', '-'],
  ['"', 'say "hi"', '\\\\"', 'say \\"hi\\"'],
  ['\\s+', ' a \t b ', ' ', ' a b '],
  ['^\\s+|\\s+$', '  a  ', '', 'a'],
  ['(?m)^', 'a\nb', '> ', '> a\n> b'],
  ['x', 'axb', '\\$1', 'a$1b'],
  ['$', 'a', '!', 'a!'],
  ['\\b', 'ab cd', '|', '|ab| |cd|'],
  ['', 'ab', '-', '-a-b-'],
  ['(\\w)(\\w)', 'abcd', '$2$1', 'badc'],
])('%s replaced in %j by %j', (pattern, text, replacement, expected) => {
  expect(compileRegex(pattern).replace(text, replacement, true, new Budget())).toBe(expected);
});

test('the first match only', () => {
  expect(compileRegex('a').replace('banana', 'o', false, new Budget())).toBe('bonana');
});

test.each([
  [',', 'a,b,,c,,', 0, ['a', 'b', '', 'c']],
  [',', 'a,b,,', -1, ['a', 'b', '', '']],
  [',', 'a,b,c', 2, ['a', 'b,c']],
  [',', '', 0, ['']],
  [',', ',a', 0, ['', 'a']],
  ['', 'abc', 0, ['a', 'b', 'c']],
  ['\\s*[,;]\\s*', 'a , b;c', 0, ['a', 'b', 'c']],
  ['\\.', 'a.b', 0, ['a', 'b']],
  ['\\|', 'a|b', 0, ['a', 'b']],
])('%s splits %j by limit %i', (pattern, text, limit, expected) => {
  expect(compileRegex(pattern).split(text, limit, new Budget())).toEqual(expected);
});

test.each([
  '(',
  ')',
  '[a',
  '*a',
  'a{3,2}',
  'a{2000}',
  '(a{900}){900}',
  '(?:){999}{999}{999}a{999}{999}',
  '\\',
  '(a)\\1',
  'a(?=b)',
  '(?<!a)',
  '(?>a)',
  'a++',
  '\\p{Nope}',
  '\\y',
  '[z-a]',
  '('.repeat(60) + ')'.repeat(60),
  'a'.repeat(1001),
])('%s is refused', (pattern) => {
  expect(() => compileRegex(pattern)).toThrow(RenderFault);
});

test.each(['$2', '$', 'a\\'])('replacement %s is refused', (replacement) => {
  expect(() => compileRegex('(a)').replace('a', replacement, true, new Budget())).toThrow(RenderFault);
});

/** What makes a backtracking engine run for hours takes one pass here. */
test.each([
  '(a+)+b',
  '(a|a)*b',
  '(a|aa)+b',
  '(.*)*b',
  'a*a*a*a*a*a*a*b',
  '(a?){30}a{30}b',
  '([a-z]+)*@',
])('%s runs in linear time', (pattern) => {
  expect(compileRegex(pattern).matches(`${'a'.repeat(2000)}!`, new Budget())).toBe(false);
});

test('a match over too much text ends by the budget', () => {
  const search = () => compileRegex('(a|a)*b').replace(`${'a'.repeat(1_000_000)}b`, '-', true, new Budget());
  expect(search).toThrow(/steps|processor time/);
});

test('whether a text of any size matches takes one pass', () => {
  expect(compileRegex('(a|a)*b').matches('a'.repeat(5_000_000), new Budget())).toBe(false);
  expect(compileRegex('(a|a)*b').replace('a'.repeat(5_000_000), '-', true, new Budget())).toHaveLength(
    5_000_000,
  );
});

test('look-ahead at the start of what must match whole', () => {
  expect(compileRegex('(?!foo).*bar').matches('a bar', new Budget())).toBe(true);
  expect(compileRegex('(?!foo).*bar').matches('foo bar', new Budget())).toBe(false);
  expect(() => compileRegex('(?=a)').replace('a', '', true, new Budget())).toThrow('look-around');
});

test('it agrees with JavaScript where both say the same', () => {
  const atoms = [
    'a',
    'b',
    '.',
    '[ab]',
    '[^a]',
    '(a|b)',
    '(?:ab)',
    'a*',
    'b+?',
    '(a*)',
    'b{1,2}',
    '^',
    '$',
    '\\b',
    '|',
  ];
  let state = 3;
  const next = (size: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * size);
  };
  for (let run = 0; run < 5000; run++) {
    const pattern = Array.from({ length: 1 + next(5) }, () => atoms[next(atoms.length)]).join('');
    const text = Array.from({ length: next(8) }, () => 'abc '[next(4)]).join('');
    const ours = compileRegex(pattern).replace(text, '<$0>', true, new Budget());
    expect([pattern, text, ours]).toEqual([pattern, text, text.replace(new RegExp(pattern, 'g'), '<$&>')]);
  }
});
