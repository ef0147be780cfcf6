import { Decimal } from './Decimal';
import { Bean, type Value } from './values';

const longestText = 500;
const mostItems = 20;
const deepest = 4;

/** A value as JSON for a reader, cut where it becomes long: its cost has a bound whatever the value is. */
export function preview(value: Value, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(cut(value));
  if (value === null || typeof value !== 'object' || value instanceof Decimal) return cut(String(value));
  // Looking at a block would run it.
  if (value instanceof Bean) return '(object)';
  if (depth >= deepest) return '\u2026';
  return Array.isArray(value) ? previewList(value, depth) : previewMap(value, depth);
}

function cut(text: string): string {
  return text.length > longestText ? `${text.slice(0, longestText)}\u2026` : text;
}

function previewList(list: readonly Value[], depth: number): string {
  const items = list.slice(0, mostItems).map((item) => preview(item ?? null, depth + 1));
  return `[${joined(items, list.length)}]`;
}

function previewMap(map: Map<string, Value>, depth: number): string {
  const members: string[] = [];
  for (const key of map.keys()) {
    if (members.length === mostItems) break;
    members.push(`${JSON.stringify(cut(key))}: ${preview(map.get(key) ?? null, depth + 1)}`);
  }
  return `{${joined(members, map.size)}}`;
}

function joined(parts: string[], size: number): string {
  const rest = size > parts.length ? [`\u2026 ${size - parts.length} more`] : [];
  return [...parts, ...rest].join(', ');
}
