import type { TemplateOutcome } from '@/lib/control/control';

type Values = TemplateOutcome['values'];

const longestNote = 120;

/** What stands behind each line: its last value, and how many there were before it. */
export function notesOf(values: Values): ReadonlyMap<number, string> {
  const byLine = new Map<number, Values>();
  for (const value of values) byLine.set(value.line, [...(byLine.get(value.line) ?? []), value]);
  return new Map([...byLine].map(([line, given]) => [line, noteOf(given)]));
}

function noteOf(given: Values): string {
  const { name = '', value = '' } = given.at(-1) ?? {};
  const times = given.length > 1 ? ` (${given.length} times)` : '';
  const text = `${name} = ${value}`;
  return (text.length > longestNote ? `${text.slice(0, longestNote)}…` : text) + times;
}
