import type { CachedAnswer, CacheRef, CacheStore, GatewayLog, Validity } from '@gatehouse/gateway/ports';
import { packed, unpacked } from './CacheOwner';
import type { CacheAsk, CacheReply } from './cacheMessages';

/** The owner answers in well under a millisecond; on a machine that does much else, once it has its turn. */
const PATIENCE = 1_000;

type Waiter = (reply: CacheReply | undefined) => void;

/** A worker's caches: asks the machine's CacheOwner, by message. Without an answer nothing is there. */
export class RemoteCache implements CacheStore {
  private readonly waiting = new Map<number, Waiter>();
  private sequence = 0;

  constructor(
    private readonly send: (ask: CacheAsk) => void,
    private readonly log: GatewayLog,
    private readonly patience = PATIENCE,
  ) {}

  async get(cache: CacheRef, key: string): Promise<CachedAnswer | undefined> {
    const reply = await this.ask((sequence) => ({ type: 'cacheGet', sequence, cache, key }));
    return reply?.answer && unpacked(reply.answer);
  }

  async put(cache: CacheRef, key: string, answer: CachedAnswer, validity: Validity): Promise<void> {
    const sealed = packed(answer);
    await this.ask((sequence) => ({ type: 'cachePut', sequence, cache, key, answer: sealed, validity }));
  }

  receive(reply: CacheReply): void {
    this.waiting.get(reply.sequence)?.(reply);
  }

  private ask(message: (sequence: number) => CacheAsk): Promise<CacheReply | undefined> {
    this.sequence += 1;
    const sequence = this.sequence;
    return new Promise((resolve) => {
      const late = () => {
        if (!this.waiting.has(sequence)) return;
        this.log.error('The cache did not answer in time; the backend is asked', { patience: this.patience });
        done(undefined);
      };
      // When it was this process that had no turn, the answer lies in the pipe, which is read after timers and before this.
      const timer = setTimeout(() => setImmediate(late), this.patience);
      const done: Waiter = (reply) => {
        clearTimeout(timer);
        this.waiting.delete(sequence);
        resolve(reply);
      };
      this.waiting.set(sequence, done);
      this.send(message(sequence));
    });
  }
}
