import { QuotaCounter } from '../limits/QuotaCounter';
import { TokenBucket } from '../limits/TokenBucket';
import type { BucketRequest, Clock, CounterStore, QuotaAnswer, QuotaRequest, TokenAnswer } from '../ports';

/** The counters of one process, exact, in memory: the engine's own arithmetic without leases. */
export class MemoryCounterStore implements CounterStore {
  private readonly buckets = new Map<string, TokenBucket>();
  private readonly quotas = new Map<string, QuotaCounter>();

  constructor(private readonly clock: Clock) {}

  takeTokens(requests: BucketRequest[]): TokenAnswer {
    const now = this.clock.monotonic();
    const buckets = requests.map((request) => this.bucket(request, now));
    const empty = buckets.findIndex((bucket) => bucket.available(now) === 0);
    if (empty >= 0) return { taken: false, refused: requests[empty]?.key ?? '' };
    for (const bucket of buckets) bucket.take(1, now);
    return { taken: true };
  }

  takeQuota({ usagePlanId, quotaOwnerId, quota }: QuotaRequest): QuotaAnswer {
    const key = `${usagePlanId}:${quotaOwnerId}`;
    const now = this.clock.now();
    const counter = this.quotas.get(key) ?? QuotaCounter.begin(quota, now);
    this.quotas.set(key, counter);
    counter.setQuota(quota);
    return { taken: counter.take(1, now) === 1 };
  }

  /** Whole tokens left in a bucket; undefined for one never asked for. */
  tokensLeft(key: string): number | undefined {
    return this.buckets.get(key)?.available(this.clock.monotonic());
  }

  private bucket({ key, throttle }: BucketRequest, now: number): TokenBucket {
    const bucket = this.buckets.get(key) ?? new TokenBucket(throttle, now);
    this.buckets.set(key, bucket);
    bucket.setThrottle(throttle, now);
    return bucket;
  }
}
