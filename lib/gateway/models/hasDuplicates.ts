/**
 * Whether two items are equal as JSON: keys in any order. By text and not item against item, for an array of a
 * million small objects would keep the process busy for minutes.
 */
export function hasDuplicates(items: readonly unknown[]): boolean {
  const seen = new Set<string>();
  for (const item of items) {
    const text = JSON.stringify(ordered(item));
    if (seen.has(text)) return true;
    seen.add(text);
  }
  return false;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // As pairs, for an object of `Object.fromEntries` would order number-like keys its own way.
  return { pairs: entries.map(([key, member]) => [key, ordered(member)]) };
}
