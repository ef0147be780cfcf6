import type { Throttle } from '../snapshot/types';

/**
 * One token bucket: `rateLimit` tokens a second flow in, at most `burstLimit` stand in it
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html).
 * Times are monotonic milliseconds: wall clocks jump, and a jump must never give a burst or stop the flow.
 */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  constructor(
    private throttle: Throttle,
    now: number,
  ) {
    this.tokens = throttle.burstLimit;
    this.filledAt = now;
  }

  /** Whole tokens that could be taken at `now`. */
  available(now: number): number {
    this.fill(now);
    return Math.floor(this.tokens + EPSILON);
  }

  /** Takes up to `wanted` tokens (a lease) and tells how many; 0 when none stands ready. */
  take(wanted: number, now: number): number {
    const taken = Math.min(wanted, this.available(now));
    this.tokens -= taken;
    return taken;
  }

  /** Puts back tokens of a lease that were not used. */
  giveBack(count: number, now: number): void {
    this.fill(now);
    this.tokens = Math.min(this.throttle.burstLimit, this.tokens + count);
  }

  /** The setting may change while calls run: what stands in the bucket stays, up to the new burst. */
  setThrottle(throttle: Throttle, now: number): void {
    if (throttle.rateLimit === this.throttle.rateLimit && throttle.burstLimit === this.throttle.burstLimit)
      return;
    this.fill(now);
    this.throttle = throttle;
    this.tokens = Math.min(this.tokens, throttle.burstLimit);
  }

  /** True when nothing would be lost by forgetting this bucket. */
  isFull(now: number): boolean {
    this.fill(now);
    return this.tokens >= this.throttle.burstLimit;
  }

  private fill(now: number): void {
    const elapsed = now - this.filledAt;
    if (elapsed <= 0) return;
    this.filledAt = now;
    this.tokens = Math.min(
      this.throttle.burstLimit,
      this.tokens + (elapsed * this.throttle.rateLimit) / 1_000,
    );
  }
}

/** Ten fills of a tenth give 0.999..., which is one token to anyone who counts. */
const EPSILON = 1e-9;
