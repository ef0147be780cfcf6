import { expect, test } from 'vitest';
import { LinearPattern } from './LinearPattern';

/** Patterns that JavaScript reads alike: its own engine is the model. */
const PATTERNS = [
  'abc',
  '^abc$',
  '^a*$',
  'a|b|',
  '^(a|ab)(c|bcd)$',
  '[a-c]+[^a-c]',
  '^\\d{3}-\\d{4}$',
  '\\bcat\\b',
  '\\Bat',
  'x{2,4}y',
  '^[\\w.-]+@[\\w-]+\\.[a-z]{2,}$',
  '^(?:(?:a+)+)+$',
  '[[]',
  '[a&&b]',
  '\\/x',
  'é',
  '^.$',
];
const TEXTS = [
  '',
  'a',
  'abc',
  'xabcx',
  'aaaa',
  'abcd',
  'abbcd',
  'cat',
  'concat at',
  'a cat sat',
  '555-1234',
  '555-12345',
  'xxy',
  'xxxxxy',
  'me@home.org',
  'me@home',
  '[',
  'a&',
  '/x',
  'café',
  'a\n',
  '\n',
];

test.each(PATTERNS)('%s finds what JavaScript finds', (source) => {
  const pattern = new LinearPattern(source, 'ecma');
  const native = new RegExp(source);
  expect(TEXTS.map((text) => pattern.test(text))).toEqual(TEXTS.map((text) => native.test(text)));
});

test('random patterns and texts: no difference to JavaScript', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
  const make = (depth: number): string => {
    const kind = depth === 0 ? 0 : random(6);
    if (kind < 2) return pick(['a', 'b', '.', '[ab]', '[^a]', '\\b', '^', '$', '\\w', 'ab']);
    if (kind === 2) return `(?:${make(depth - 1)}|${make(depth - 1)})`;
    if (kind === 3) return `(?:${make(depth - 1)})${pick(['*', '+', '?', '{0,2}', '{2}'])}`;
    return make(depth - 1) + make(depth - 1);
  };
  for (let round = 0; round < 3_000; round += 1) {
    const source = make(4);
    const pattern = new LinearPattern(source, 'ecma');
    const text = Array.from({ length: random(9) }, () => pick(['a', 'b', ' ', '\n', 'c'])).join('');
    expect([source, text, pattern.test(text)]).toEqual([source, text, new RegExp(source).test(text)]);
  }
});

/** reliability.md B9. A native engine needs more than the age of the universe for the first. */
test.each([
  ['nested repeats', '^(a+)+$', `${'a'.repeat(50_000)}!`],
  ['alternatives that begin alike', '^(a|aa)+$', `${'a'.repeat(50_000)}!`],
  ['many wildcards', '.*.*.*.*=.*', 'x'.repeat(50_000)],
  ['ten megabytes', '^[a-z]*$', 'a'.repeat(10_000_000)],
])('%s end', (_name, source, text) => {
  expect(new LinearPattern(source, 'ecma').test(text)).toBe(source === '^[a-z]*$');
});

test('a text of every character there is: what is kept is forgotten, the answer stays right', () => {
  const text = Array.from({ length: 0xd000 }, (_, at) => String.fromCharCode(0x100 + at)).join('');
  const pattern = new LinearPattern('^[^a]*$', 'ecma');
  for (let from = 0; from < text.length; from += 10_000) {
    expect(pattern.test(text.slice(from, from + 10_000))).toBe(true);
    expect(pattern.test(`${text.slice(from, from + 10_000)}a`)).toBe(false);
  }
});

test('a pattern whose automaton explodes is stopped', () => {
  let seed = 1;
  const letter = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % 2 === 0 ? 'a' : 'b';
  };
  const text = Array.from({ length: 50_000 }, letter).join('');
  const pattern = new LinearPattern('^(?:a|b)*a(?:a|b){400}c', 'ecma');
  expect(() => pattern.test(text)).toThrow('steps of a pattern');
});

test.each([
  ['look-ahead', '(?=a)'],
  ['a backreference', '(a)\\1'],
  ['an open group', '(a'],
])('%s is refused', (_name, source) => {
  expect(() => new LinearPattern(source, 'ecma')).toThrow('regular expression');
});
