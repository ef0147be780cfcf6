import { type CachedAnswer, type Clock, MemoryCache } from '@gatehouse/gateway/ports';
import type { CacheAsk, CacheReply, PackedAnswer } from './cacheMessages';

/**
 * Owns the machine's cached answers: one copy, however many workers, so that an answer that one of them stored or
 * replaced is at once what all of them give, and memory is bounded once. RemoteCache is the other end.
 */
export class CacheOwner {
  private readonly cache: MemoryCache;

  /** @param maxBytes of all stages together */
  constructor(maxBytes: number, clock: Clock) {
    this.cache = new MemoryCache(maxBytes, clock);
  }

  ask(ask: CacheAsk): CacheReply {
    const { sequence, cache, key } = ask;
    if (ask.type === 'cachePut') this.cache.put(cache, key, unpacked(ask.answer), ask.validity);
    const found = ask.type === 'cacheGet' ? this.cache.get(cache, key) : undefined;
    return { type: 'cache', sequence, ...(found && { answer: packed(found) }) };
  }

  /** @param stage `apiId/stage` */
  flush(stage: string): void {
    this.cache.flush(stage);
  }
}

export const packed = (answer: CachedAnswer): PackedAnswer => ({
  ...answer,
  body: answer.body.toString('base64'),
});
export const unpacked = (answer: PackedAnswer): CachedAnswer => ({
  ...answer,
  body: Buffer.from(answer.body, 'base64'),
});
