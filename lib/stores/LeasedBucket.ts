import { type BucketRequest, TokenBucket } from '@gatehouse/gateway/ports';

type Throttle = BucketRequest['throttle'];

/**
 * A token bucket, part of which is out on lease. Tokens on lease still fill the bucket: it refills only up to
 * burst less leases, or a full bucket and its leases together would be more than the burst.
 */
export class LeasedBucket {
  private readonly bucket: TokenBucket;
  private leased = 0;

  constructor(
    private throttle: Throttle,
    now: number,
  ) {
    this.bucket = new TokenBucket(throttle, now);
  }

  setThrottle(throttle: Throttle, now: number): void {
    this.throttle = throttle;
    this.resize(now);
  }

  available(now: number): number {
    return this.bucket.available(now);
  }

  spend(count: number, now: number): void {
    this.bucket.take(count, now);
  }

  lease(count: number, now: number): number {
    const taken = this.bucket.take(count, now);
    this.leased += taken;
    this.resize(now);
    return taken;
  }

  settle(spent: number, returned: number, now: number): void {
    this.leased = Math.max(0, this.leased - spent - returned);
    this.resize(now);
    this.bucket.giveBack(returned, now);
  }

  /** True when a new bucket would say the same, so that this one may be forgotten. */
  isIdle(now: number): boolean {
    return this.leased === 0 && this.bucket.isFull(now);
  }

  private resize(now: number): void {
    const { rateLimit, burstLimit } = this.throttle;
    this.bucket.setThrottle({ rateLimit, burstLimit: Math.max(0, burstLimit - this.leased) }, now);
  }
}
