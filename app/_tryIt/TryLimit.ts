import { LRUCache } from 'lru-cache';

/** AWS's own limit of a portal's try-it (apigateway-portals-try-it in its guide). */
const RATE = 3;
/** A page that asks for several things at once is no attack. */
const BURST = 10;

interface Bucket {
  tokens: number;
  /** ms */
  at: number;
}

/** Calls that pages try are made by this process, whoever asks: 3 a second to one API, and 10 at once. */
export class TryLimit {
  readonly #buckets = new LRUCache<string, Bucket>({ max: 10_000 });

  /** @param now ms of a clock that never goes back @returns whether one more may be made */
  take(api: string, now = performance.now()): boolean {
    const last = this.#buckets.get(api) ?? { tokens: BURST, at: now };
    const tokens = Math.min(BURST, last.tokens + ((now - last.at) / 1_000) * RATE);
    const isTaken = tokens >= 1;
    this.#buckets.set(api, { tokens: isTaken ? tokens - 1 : tokens, at: now });
    return isTaken;
  }
}
