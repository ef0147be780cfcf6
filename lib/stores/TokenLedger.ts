import type { BucketRequest } from '@gatehouse/gateway/ports';
import type { LeaseGrant, LeaseReport, TokenGrant, TokenGroup } from './counterMessages';
import { HolderLeases } from './HolderLeases';
import { LeasedBucket } from './LeasedBucket';
import { leaseSize } from './leaseSize';

/** All token buckets of the machine. Times are monotonic ms. */
export class TokenLedger {
  private readonly buckets = new Map<string, LeasedBucket>();
  private readonly leases = new HolderLeases();

  /** Lets through as many of the group's calls as every bucket has tokens for; one token of each bucket or none. */
  take(group: TokenGroup, now: number): TokenGrant {
    const buckets = group.buckets.map((request) => this.bucket(request, now));
    const granted = Math.min(group.count, ...buckets.map((bucket) => bucket.available(now)));
    for (const bucket of buckets) bucket.spend(granted, now);
    if (granted === group.count) return { granted };
    const empty = buckets.findIndex((bucket) => bucket.available(now) < 1);
    return { granted, refused: group.buckets[empty]?.key };
  }

  lease(holder: string, request: BucketRequest, now: number): LeaseGrant | null {
    const bucket = this.bucket(request, now);
    const count = bucket.lease(leaseSize(bucket.available(now)), now);
    if (count === 0) return null;
    this.leases.add(holder, request.key, count);
    return { key: request.key, count };
  }

  report(holder: string, report: LeaseReport, now: number): void {
    this.leases.add(holder, report.key, -report.spent - report.returned);
    this.buckets.get(report.key)?.settle(report.spent, report.returned, now);
  }

  /** A holder died: what it held goes back, never above the burst. */
  holderGone(holder: string, now: number): void {
    for (const [key, count] of this.leases.drop(holder)) this.buckets.get(key)?.settle(0, count, now);
  }

  /** Forgets buckets that are full again; a caller who left costs nothing. */
  sweep(now: number): void {
    for (const [key, bucket] of this.buckets) if (bucket.isIdle(now)) this.buckets.delete(key);
  }

  get size(): number {
    return this.buckets.size;
  }

  private bucket({ key, throttle }: BucketRequest, now: number): LeasedBucket {
    const known = this.buckets.get(key);
    if (known) {
      known.setThrottle(throttle, now);
      return known;
    }
    const made = new LeasedBucket(throttle, now);
    this.buckets.set(key, made);
    return made;
  }
}
