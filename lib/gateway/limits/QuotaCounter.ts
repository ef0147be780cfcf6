import type { Quota } from '../snapshot/types';

const DAY = 86_400_000;

/**
 * First millisecond of the quota period that `now` lies in: UTC days, weeks from Monday, calendar months.
 * @param now ms since the epoch (a quota is a promise about dates, so it alone reads the wall clock)
 */
export function quotaPeriodStart(period: Quota['period'], now: number): number {
  const date = new Date(now);
  if (period === 'MONTH') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const midnight = Math.floor(now / DAY) * DAY;
  if (period === 'DAY') return midnight;
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  return midnight - daysSinceMonday * DAY;
}

/** First millisecond after the period that begins at `start`. */
export function quotaPeriodEnd(period: Quota['period'], start: number): number {
  if (period === 'DAY') return start + DAY;
  if (period === 'WEEK') return start + 7 * DAY;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** What is kept (and restored) of one key's quota in one plan. */
export interface QuotaState {
  /** start of the period that `used` belongs to */
  periodStart: number;
  used: number;
  /** the period in which the key joined the plan: AWS subtracts `offset` from its limit then */
  firstPeriodStart: number;
  /** what UpdateUsage added to the limit of the period; below 0: took away; absent: nothing */
  granted?: number;
}

/** Counts the calls of one key against one plan's quota. */
export class QuotaCounter {
  constructor(
    private quota: Quota,
    private readonly state: QuotaState,
  ) {}

  /** A counter for a key that was never seen in this plan before. */
  static begin(quota: Quota, now: number): QuotaCounter {
    const start = quotaPeriodStart(quota.period, now);
    return new QuotaCounter(quota, { periodStart: start, used: 0, firstPeriodStart: start });
  }

  /** Counts up to `wanted` calls (a lease) and tells how many the quota still allowed. */
  take(wanted: number, now: number): number {
    const taken = Math.min(wanted, this.remaining(now));
    this.state.used += taken;
    return taken;
  }

  /** Puts back calls of a lease that were not made, unless its period is over. */
  giveBack(count: number, periodStart: number): void {
    if (periodStart === this.state.periodStart) this.state.used = Math.max(0, this.state.used - count);
  }

  remaining(now: number): number {
    this.turn(now);
    const offset = this.state.periodStart === this.state.firstPeriodStart ? this.quota.offset : 0;
    return Math.max(0, this.quota.limit - offset + (this.state.granted ?? 0) - this.state.used);
  }

  /** Adds to the limit of one period, for which the counter may not have been asked yet. */
  grant(count: number, periodStart: number): void {
    if (periodStart > this.state.periodStart) this.begin(periodStart);
    if (periodStart === this.state.periodStart) this.state.granted = (this.state.granted ?? 0) + count;
  }

  setQuota(quota: Quota): void {
    this.quota = quota;
  }

  snapshot(): QuotaState {
    return { ...this.state };
  }

  /**
   * Only ever forward: a clock set back over midnight must not open yesterday's period again, or the same
   * period would be counted twice when it comes round.
   */
  private turn(now: number): void {
    const start = quotaPeriodStart(this.quota.period, now);
    if (start > this.state.periodStart) this.begin(start);
  }

  private begin(periodStart: number): void {
    this.state.periodStart = periodStart;
    this.state.used = 0;
    this.state.granted = 0;
  }
}
