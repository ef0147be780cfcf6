/** Without the members that are undefined: an absent member and an undefined one must not differ. */
export function defined<T extends Record<string, unknown>>(members: T): Partial<T> {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<T>;
}
