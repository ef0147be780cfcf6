import { usageError } from './CliFailure';

/** What was given beside options, by name. @throws CliFailure when one is missing or there are more */
export function wordsOf<Name extends string>(
  words: readonly string[],
  ...names: Name[]
): Record<Name, string> {
  const missing = names[words.length];
  if (missing !== undefined) throw usageError(`${missing} is missing: see --help`);
  if (words.length > names.length) throw usageError(`What is ${words[names.length]}? See --help`);
  return Object.fromEntries(names.map((name, index) => [name, words[index]])) as Record<Name, string>;
}
