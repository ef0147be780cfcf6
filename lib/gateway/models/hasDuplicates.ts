/** Values that one array may hold to be compared: some 100 ms of work. AWS tells no bound; 10 MB of `{}` would be seconds. */
const MOST_COMPARED = 200_000;

/**
 * Whether two items are equal as JSON: keys in any order. By text and not item against item, for an array of a
 * million small objects would keep the process busy for minutes.
 * @throws Error for an array that is too large to compare
 */
export function hasDuplicates(items: readonly unknown[]): boolean {
  const seen = new Set<string>();
  const budget = { left: MOST_COMPARED };
  for (const item of items) {
    const text = JSON.stringify(ordered(item, budget));
    if (seen.has(text)) return true;
    seen.add(text);
  }
  return false;
}

function ordered(value: unknown, budget: { left: number }): unknown {
  budget.left -= 1;
  if (budget.left < 0) throw new Error(`uniqueItems compares at most ${MOST_COMPARED} values`);
  if (Array.isArray(value)) return value.map((item) => ordered(item, budget));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // As pairs, for an object of `Object.fromEntries` would order number-like keys its own way.
  return { pairs: entries.map(([key, member]) => [key, ordered(member, budget)]) };
}
