type Members = Readonly<Record<string, unknown>>;

/**
 * What an update says so that `before` becomes `after`: maps are merged by key and a text stays where it is not
 * said, so that what is gone is named with '' (reference: V2 update semantics).
 */
export function changeTo<Input extends object>(before: object, after: Input): Partial<Input> {
  const next: Members = Object.fromEntries(Object.entries(after));
  const gone = Object.entries(before).flatMap(([name, old]) => {
    if (isMap(old)) return [[name, cleared(old, next[name])]];
    return typeof old === 'string' && next[name] === undefined ? [[name, '']] : [];
  });
  return { ...after, ...Object.fromEntries(gone) };
}

function cleared(before: Members, after: unknown): Members {
  const kept = isMap(after) ? after : {};
  const lost = Object.keys(before).filter((key) => !(key in kept));
  return { ...kept, ...Object.fromEntries(lost.map((key) => [key, ''])) };
}

const isMap = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
