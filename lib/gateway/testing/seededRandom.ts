/** The same numbers at every run, so that a find can be made again (mulberry32). */
export function seededRandom(seed: number) {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
  const pick = <T>(from: readonly [T, ...T[]]): T => from[below(from.length)] ?? from[0];
  /** Up to `most` of them, joined. */
  const text = (from: readonly [string, ...string[]], most: number): string =>
    Array.from({ length: below(most + 1) }, () => pick(from)).join('');
  return { below, pick, text };
}
