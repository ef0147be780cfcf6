import type { Change } from './deployment';

/** Changes between two values of one subject, member by member; a member that is an object is gone into. */
export function diffMembers(
  subject: string,
  before: unknown,
  after: unknown,
  label: (path: string[]) => string = (path) => path.join('.'),
  path: string[] = [],
): Change[] {
  if (isObject(before) && isObject(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => diffMembers(subject, before[name], after[name], label, [...path, name]));
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  const what = kind === 'changed' ? `changed${fromTo(before, after)}` : kind;
  return [
    { kind, subject, sentence: `${subject}: ${label(path)} ${what}`, path: path.join('.'), before, after },
  ];
}

/** Both values where they are short enough to read in a sentence. */
function fromTo(before: unknown, after: unknown): string {
  const [old, now] = [shown(before), shown(after)];
  return old && now ? ` from ${old} to ${now}` : '';
}

function shown(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string' || value.length > 200 || value.includes('\n')) return null;
  return value === '' ? '""' : value;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
