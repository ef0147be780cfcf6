import type {
  BucketRequest,
  Clock,
  CounterStore,
  GatewayLog,
  QuotaAnswer,
  QuotaRequest,
  TokenAnswer,
} from '@gatehouse/gateway/ports';
import {
  type CounterAsk,
  type CounterReply,
  type QuotaGroup,
  quotaKey,
  type TokenGroup,
} from './counterMessages';
import { LeaseBook } from './LeaseBook';

const TAKEN = { taken: true } as const;

/** A worker's limits: spends leases of the machine's CounterOwner and asks it for the rest, by message. */
export class LeasedCounters implements CounterStore {
  private readonly tokens: LeaseBook<TokenGroup, BucketRequest>;
  private readonly quotas: LeaseBook<QuotaGroup, QuotaRequest>;
  private readonly sweeper: NodeJS.Timeout;

  constructor(send: (ask: CounterAsk) => void, clock: Clock, log: GatewayLog) {
    this.tokens = new LeaseBook((ask) => send({ type: 'takeTokens', ...ask }), clock, log);
    this.quotas = new LeaseBook((ask) => send({ type: 'takeQuota', ...ask }), clock, log);
    this.sweeper = setInterval(() => this.sweep(), 100).unref();
  }

  takeTokens(buckets: BucketRequest[]): TokenAnswer | Promise<TokenAnswer> {
    const missing = buckets.filter((bucket) => !this.tokens.spend(bucket.key, bucket));
    if (missing.length === 0) return TAKEN;
    return this.askTokens(
      missing,
      buckets.filter((bucket) => !missing.includes(bucket)),
    );
  }

  takeQuota(request: QuotaRequest): QuotaAnswer | Promise<QuotaAnswer> {
    const key = quotaKey(request);
    if (this.quotas.spend(key, request)) return TAKEN;
    return this.quotas.ask(key, { request, count: 1 }, [[key, request]]);
  }

  receive(reply: CounterReply): void {
    if (reply.type === 'tokens') this.tokens.receive(reply);
    else this.quotas.receive(reply);
  }

  close(): void {
    clearInterval(this.sweeper);
  }

  /** All or none: what was spent from leases goes back when the owner refuses one of the others. */
  private async askTokens(missing: BucketRequest[], spent: BucketRequest[]): Promise<TokenAnswer> {
    const name = missing.map(({ key }) => key).join('\n');
    const answer = await this.tokens.ask(
      name,
      { buckets: missing, count: 1 },
      missing.map((bucket) => [bucket.key, bucket]),
    );
    if (!answer.taken) for (const { key } of spent) this.tokens.putBack(key);
    return answer;
  }

  private sweep(): void {
    this.tokens.sweep();
    this.quotas.sweep();
  }
}
