import { LRUCache } from 'lru-cache';
import type { Clock } from '../../ports';
import type { AuthorizerResult } from './authorizerResult';

/** Entries of one stage; the least recently used goes first. */
const MOST_ENTRIES = 10_000;

/**
 * What Lambda authorizers said, by stage and, within it, by a key that holds every identity source (B23). An entry is
 * a policy, not a verdict: it is asked anew about every method, as on AWS. Calls that come while an answer is on its
 * way wait for that answer.
 */
export class AuthorizerCaches {
  private readonly stages = new Map<string, LRUCache<string, Promise<object>>>();

  constructor(private readonly clock: Clock) {}

  /** @param ttlMs 0: nothing is kept */
  get<Result extends object = AuthorizerResult>(
    stage: string,
    key: string,
    ttlMs: number,
    ask: () => Promise<Result>,
  ): { result: Promise<Result>; cached: boolean } {
    if (ttlMs === 0) return { result: ask(), cached: false };
    const cache = this.stageOf(stage);
    const known = cache.get(key);
    // A key names its kind of authorizer, so what lies under it is of that kind.
    if (known) return { result: known as Promise<Result>, cached: true };
    const result = ask();
    cache.set(key, result, { ttl: ttlMs });
    // A refusal or a failure is asked for again: only what was granted has a time to live.
    result.catch(() => {
      if (cache.peek(key) === result) cache.delete(key);
    });
    return { result, cached: false };
  }

  /** @param stage `apiId/stage` */
  flush(stage: string): void {
    this.stages.delete(stage);
  }

  private stageOf(stage: string): LRUCache<string, Promise<object>> {
    const known = this.stages.get(stage);
    if (known) return known;
    const cache = new LRUCache<string, Promise<object>>({
      max: MOST_ENTRIES,
      ttlAutopurge: false,
      perf: { now: () => this.clock.monotonic() },
      ttlResolution: 0,
    });
    this.stages.set(stage, cache);
    return cache;
  }
}
