import type { QuotaSettings } from './throttle';

const DAY = 86_400_000;

/**
 * First millisecond of the quota period that `at` lies in: UTC days, weeks from Monday, calendar months. The
 * engine, which imports nothing, counts by the same rule (lib/gateway/limits/QuotaCounter).
 * @param at ms since the epoch
 */
export function quotaPeriodStart(period: QuotaSettings['period'], at: number): number {
  const date = new Date(at);
  if (period === 'MONTH') return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
  const midnight = Math.floor(at / DAY) * DAY;
  return period === 'DAY' ? midnight : midnight - ((date.getUTCDay() + 6) % 7) * DAY;
}

/** First millisecond after the period that `at` lies in. */
export function quotaPeriodEnd(period: QuotaSettings['period'], at: number): number {
  const start = quotaPeriodStart(period, at);
  if (period !== 'MONTH') return start + (period === 'DAY' ? DAY : 7 * DAY);
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}
