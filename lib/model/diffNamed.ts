import type { Change } from './deployment';
import { diffMembers } from './diffMembers';

/** Things of one kind by what they are called. */
export type Named = Map<string, Record<string, unknown>>;

/** What came, what went and what became of each that stayed, by name. */
export function diffNamed(
  before: Named,
  after: Named,
  subjectOf: (name: string) => string,
  label?: (path: string[]) => string,
): Change[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((name): Change[] => {
    const subject = subjectOf(name);
    const [old, now] = [before.get(name), after.get(name)];
    if (!old) return [{ kind: 'added', subject, sentence: `${subject} added`, after: now }];
    if (!now) return [{ kind: 'removed', subject, sentence: `${subject} removed`, before: old }];
    return diffMembers(subject, old, now, label);
  });
}

/** A list whose order says nothing, so that each entry has a sentence of its own. */
export const keyed = (list: readonly string[]): Record<string, string> =>
  Object.fromEntries(list.map((entry) => [entry, entry]));
