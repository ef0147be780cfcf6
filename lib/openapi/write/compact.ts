import type { Part } from './ExportContext';

/** Without members that are undefined, and without empty objects and lists. Keeps the order. */
export function compact(part: Part): Part {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Code-unit order, which no locale changes: the same definition always gives the same text. */
export function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}
