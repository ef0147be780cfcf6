/**
 * Cache key parameters after the mappings changed: a mapping that went takes its key along, one that was renamed
 * keeps its mark under the new name.
 */
export function keysAfterMapping(
  keys: readonly string[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  const come = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
  const renamed = gone.length === 1 && come.length === 1 ? come[0] : undefined;
  return keys.flatMap((key) => {
    if (!gone.includes(key)) return key;
    return renamed ?? [];
  });
}

/** With or without `key`. */
export const withCacheKey = (keys: readonly string[], key: string, on: boolean) =>
  on ? [...keys.filter((each) => each !== key), key] : keys.filter((each) => each !== key);

/**
 * What the caller's side offers as keys: the method's declared parameters, and whatever an import has put there
 * that neither the method declares nor a mapping makes.
 */
export function callerKeys(
  keys: readonly string[],
  declared: readonly string[],
  mappings: Readonly<Record<string, string>>,
): string[] {
  const others = keys.filter((key) => !declared.includes(key) && !Object.hasOwn(mappings, key));
  return [...declared, ...others];
}
