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

/** \d, \w, \s, \h and their opposites, as Java reads them without flags: ASCII only. */
export const shorthands = new Map<string, Test>([
  ['d', digit],
  ['D', not(digit)],
  ['w', word],
  ['W', not(word)],
  ['s', space],
  ['S', not(space)],
  ['h', (code) => code === 32 || code === 9 || code === 0xa0],
]);

function byPattern(pattern: RegExp): Test {
  return (code) => pattern.test(String.fromCharCode(code));
}

/** \p{name}: the POSIX classes and the Unicode categories of java.util.regex.Pattern. */
export const properties = new Map<string, Test>([
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
  ['L', byPattern(/\p{L}/u)],
  ['Lu', byPattern(/\p{Lu}/u)],
  ['Ll', byPattern(/\p{Ll}/u)],
  ['N', byPattern(/\p{N}/u)],
  ['Nd', byPattern(/\p{Nd}/u)],
  ['P', byPattern(/\p{P}/u)],
  ['S', byPattern(/\p{S}/u)],
  ['Z', byPattern(/\p{Z}/u)],
  ['IsAlphabetic', byPattern(/\p{Alphabetic}/u)],
  ['IsLetter', byPattern(/\p{L}/u)],
  ['IsDigit', byPattern(/\p{Nd}/u)],
]);

function swapCase(code: number): number {
  const char = String.fromCharCode(code);
  const swapped = char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
  return swapped.length === 1 ? swapped.charCodeAt(0) : code;
}

/** A class that also takes the other case of its characters, for (?i). */
export function ignoringCase(test: Test): Test {
  return (code) => test(code) || test(swapCase(code));
}
