/** Tells whether a UTF-16 code unit belongs to a class. */
export type Test = (code: number) => boolean;

const digit: Test = (code) => code >= 48 && code <= 57;
const word: Test = (code) =>
  digit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95;
const space: Test = (code) => code === 32 || (code >= 9 && code <= 13);
const lineEnd: Test = (code) =>
  code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;

export const isWord = word;
export const isLineEnd = lineEnd;
export const not =
  (test: Test): Test =>
  (code) =>
    !test(code);

const horizontal: Test = (code) => code === 32 || code === 9 || code === 0xa0;
const vertical: Test = (code) => lineEnd(code) || code === 11 || code === 12;

/** \d, \w, \s, \h and their opposites, as Java reads them without flags: ASCII only. */
export const shorthands = new Map<string, Test>([
  ['d', digit],
  ['D', not(digit)],
  ['w', word],
  ['W', not(word)],
  ['s', space],
  ['S', not(space)],
  ['h', horizontal],
  ['H', not(horizontal)],
  ['v', vertical],
  ['V', not(vertical)],
]);

function byPattern(pattern: RegExp): Test {
  return (code) => pattern.test(String.fromCharCode(code));
}

/** \p{name}: the POSIX classes and the Unicode categories of java.util.regex.Pattern. */
const properties = new Map<string, Test>([
  ['Lower', byPattern(/[a-z]/)],
  ['Upper', byPattern(/[A-Z]/)],
  ['ASCII', (code) => code < 128],
  ['Alpha', byPattern(/[a-zA-Z]/)],
  ['Digit', digit],
  ['Alnum', byPattern(/[a-zA-Z0-9]/)],
  ['Punct', byPattern(/[!-/:-@[-`{-~]/)],
  ['Graph', byPattern(/[!-~]/)],
  ['Print', byPattern(/[ -~]/)],
  ['Blank', byPattern(/[ \t]/)],
  ['Cntrl', (code) => code < 32 || code === 127],
  ['XDigit', byPattern(/[0-9a-fA-F]/)],
  ['Space', space],
  ['IsAlphabetic', byPattern(/\p{Alphabetic}/u)],
  ['IsDigit', byPattern(/\p{Nd}/u)],
  ['IsLetter', byPattern(/\p{L}/u)],
]);

const kept = new Map(properties);

/** The class of \\p{name}: also the categories (Lu, IsLu) and the scripts (IsLatin); undefined for no class. */
export function propertyTest(name: string): Test | undefined {
  const known = kept.get(name);
  if (known) return known;
  const plain = name.replace(/^Is/, '');
  const test = unicodeTest(plain) ?? unicodeTest(`Script=${plain}`);
  if (test) kept.set(name, test);
  return test;
}

function unicodeTest(property: string): Test | undefined {
  try {
    return byPattern(new RegExp(`\\p{${property}}`, 'u'));
  } catch {
    return undefined;
  }
}

/** Where the line end that ends a text begins; the text's length when none does. */
export function lastLineStart(text: string): number {
  if (text.endsWith('\r\n')) return text.length - 2;
  return text.length > 0 && lineEnd(text.charCodeAt(text.length - 1)) ? text.length - 1 : text.length;
}

function swapCase(code: number): number {
  const char = String.fromCharCode(code);
  const swapped = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
  return swapped.length === 1 ? swapped.charCodeAt(0) : code;
}

/** A class that also takes the other case of its characters, for (?i). */
export function ignoringCase(test: Test): Test {
  return (code) => test(code) || test(swapCase(code));
}
