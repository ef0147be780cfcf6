import { relativeTime } from '@/components/ui/RelativeTime';
import { quotaPeriodStart } from '@/lib/model/quotaPeriod';
import type { QuotaState } from '@/lib/model/usage';
import { callsText, utcText } from './usageText';

export const quotaLeft = ({ limit, used }: QuotaState): number => Math.max(0, limit - used);

/** 0 to 1; a quota of nothing is used up. */
export const quotaShare = ({ limit, used }: QuotaState): number =>
  limit > 0 ? Math.min(1, used / limit) : 1;

/**
 * When the quota is used up if the period goes on as it went so far: the plainest forecast that is not wrong
 * about its own rate.
 * @param now ms since the epoch
 * @returns ms since the epoch, or null when the quota lasts until the reset
 */
export function usedUpAt(quota: QuotaState, now: number): number | null {
  if (quotaLeft(quota) === 0) return now;
  if (quota.used === 0) return null;
  const elapsed = now - quotaPeriodStart(quota.period, now);
  const at = now + (elapsed / quota.used) * quotaLeft(quota);
  return at < quota.resetsAt ? at : null;
}

/** The forecast in a sentence. */
export function forecastText(quota: QuotaState, now: number): string {
  if (quotaLeft(quota) === 0) return `Used up: calls get 429 until ${utcText(quota.resetsAt)}`;
  if (quota.used === 0) return 'Nothing used in this period';
  const at = usedUpAt(quota, now);
  if (at !== null) return `At this period's rate used up ${relativeTime(at, now)}, ${utcText(at)}`;
  const start = quotaPeriodStart(quota.period, now);
  const atReset = (quota.used / (now - start)) * (quota.resetsAt - start);
  return `At this period's rate ${callsText(Math.max(0, Math.floor(quota.limit - atReset)))} left at the reset`;
}

/** The quota that is nearest to its end, by share. */
export const scarcest = (quotas: readonly QuotaState[]): QuotaState | undefined =>
  [...quotas].sort((a, b) => quotaShare(b) - quotaShare(a))[0];
