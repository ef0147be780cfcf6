import { LRUCache } from 'lru-cache';
import type { CachedAnswer, CacheRef, CacheStore, Clock, Validity } from '../ports';

/** What an entry costs beside its texts: objects, map and list of the cache. */
const ENTRY_BYTES = 256;

/**
 * The caches of all stages of one machine, in memory: each bounded by its stage's size, all of them together by
 * `maxBytes`. The least recently used entry goes first.
 */
export class MemoryCache implements CacheStore {
  private readonly caches = new Map<string, LRUCache<string, CachedAnswer>>();
  /** stage -> when its cache was last emptied, ms since the epoch */
  private readonly flushed = new Map<string, number>();
  private held = 0;

  constructor(
    private readonly maxBytes: number,
    private readonly clock: Clock,
  ) {}

  get({ name }: CacheRef, key: string): CachedAnswer | undefined {
    const cache = this.caches.get(name);
    return cache && this.counting(cache, () => cache.get(key));
  }

  put(ref: CacheRef, key: string, answer: CachedAnswer, { ttlMs, since }: Validity): void {
    if (since <= (this.flushed.get(stageOf(ref.name)) ?? -1)) return;
    const cache = this.cacheOf(ref);
    this.counting(cache, () => cache.set(key, answer, { ttl: ttlMs }));
    while (this.held > this.maxBytes && this.dropOne()) {}
  }

  /** Empties the cache of a stage (`apiId/stage`) and its canary's, also of answers that are on their way. */
  flush(stage: string): void {
    this.flushed.set(stage, this.clock.now());
    this.drop(stage);
    this.drop(`${stage}/Canary`);
  }

  /** Bytes that are held, as they are bounded. */
  size(): number {
    return this.held;
  }

  /** One whose size changed begins anew: on AWS too a resized cache loses its content. */
  private cacheOf({ name, maxBytes }: CacheRef): LRUCache<string, CachedAnswer> {
    const maxSize = Math.max(1, Math.min(maxBytes, this.maxBytes));
    const known = this.caches.get(name);
    if (known?.maxSize === maxSize) return known;
    this.drop(name);
    const cache = new LRUCache<string, CachedAnswer>({
      maxSize,
      sizeCalculation: bytesOf,
      perf: { now: () => this.clock.monotonic() },
      // The clock is asked at every look: an entry ends when it should, whatever else runs.
      ttlResolution: 0,
    });
    this.caches.set(name, cache);
    return cache;
  }

  /** Of the largest cache: a small stage keeps what it has. */
  private dropOne(): boolean {
    const all = [...this.caches.values()];
    const largest = all.reduce((a, b) => (a.calculatedSize < b.calculatedSize ? b : a));
    return this.counting(largest, () => largest.pop()) !== undefined;
  }

  private drop(name: string): void {
    const cache = this.caches.get(name);
    if (!cache) return;
    this.counting(cache, () => cache.clear());
    this.caches.delete(name);
  }

  private counting<T>(cache: LRUCache<string, CachedAnswer>, work: () => T): T {
    const before = cache.calculatedSize;
    const result = work();
    this.held += cache.calculatedSize - before;
    return result;
  }
}

/** `apiId/stage/Canary` -> `apiId/stage` */
function stageOf(name: string): string {
  return name.split('/', 2).join('/');
}

function bytesOf({ headers, body }: CachedAnswer, key: string): number {
  const texts = headers.reduce((sum, [name, value]) => sum + name.length + value.length, key.length);
  return ENTRY_BYTES + texts + body.length;
}
