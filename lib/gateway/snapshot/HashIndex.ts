const SHARDS = 256;
const SMALLEST = 8;

/** Pairs of an entry and its hash; an entry is row + 1, and 0 where the place is free. */
interface Shard {
  places: Int32Array;
  /** number of places - 1 */
  mask: number;
  used: number;
}

/**
 * Finds row numbers by a 32-bit hash: open addressing with linear probing. Cut into shards, so that one of them
 * is made anew when it is full and never the whole: with a million rows that would stop all calls for a while.
 */
export class HashIndex {
  private readonly shards = Array.from({ length: SHARDS }, () => newShard(SMALLEST));

  /** @returns the row of this hash that `matches`, or -1 */
  find(hash: number, matches: (row: number) => boolean): number {
    const { places, mask } = this.shardOf(hash);
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const row = (places[at * 2] ?? 0) - 1;
      if (row < 0 || (places[at * 2 + 1] === (hash | 0) && matches(row))) return row;
    }
  }

  /** The row must not be in it. */
  add(hash: number, row: number): void {
    const shard = this.shardOf(hash);
    if ((shard.used + 1) * 4 > (shard.mask + 1) * 3) widen(shard);
    put(shard, hash | 0, row + 1);
    shard.used += 1;
  }

  /** The row must be in it. Entries behind it move up, so that no probe ends early at the gap. */
  remove(hash: number, row: number): void {
    const shard = this.shardOf(hash);
    const { places, mask } = shard;
    let gap = hash & mask;
    while (places[gap * 2] !== row + 1) gap = (gap + 1) & mask;
    for (let at = (gap + 1) & mask; places[at * 2]; at = (at + 1) & mask) {
      const home = (places[at * 2 + 1] ?? 0) & mask;
      if (((at - home) & mask) < ((at - gap) & mask)) continue;
      places.copyWithin(gap * 2, at * 2, at * 2 + 2);
      gap = at;
    }
    places[gap * 2] = 0;
    shard.used -= 1;
  }

  /** By the top byte; places in a shard come from the low ones. */
  private shardOf(hash: number): Shard {
    return this.shards[hash >>> 24] ?? newShard(SMALLEST);
  }
}

function newShard(places: number): Shard {
  return { places: new Int32Array(places * 2), mask: places - 1, used: 0 };
}

function put({ places, mask }: Shard, hash: number, entry: number): void {
  let at = hash & mask;
  while (places[at * 2]) at = (at + 1) & mask;
  places[at * 2] = entry;
  places[at * 2 + 1] = hash;
}

function widen(shard: Shard): void {
  const { places, mask } = shard;
  Object.assign(shard, newShard((mask + 1) * 2), { used: shard.used });
  for (let at = 0; at <= mask; at += 1) {
    const entry = places[at * 2] ?? 0;
    if (entry > 0) put(shard, places[at * 2 + 1] ?? 0, entry);
  }
}
