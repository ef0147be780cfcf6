/** Known values at once; a few megabytes at most. */
const MOST = 10_000;
/** AWS's longest API key. A longer value is hashed each time, so that nobody fills the memory with it. */
const LONGEST = 128;

/**
 * The hash of API keys that call again and again, made once. Every value is remembered, known key or not, so that
 * the time it takes says nothing about which keys exist.
 * @param hash a pure function of its argument
 */
export function rememberedHash(hash: (value: string) => string): (value: string) => string {
  const known = new Map<string, string>();
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    const made = hash(value);
    if (value.length > LONGEST) return made;
    if (known.size >= MOST) known.clear();
    known.set(value, made);
    return made;
  };
}
