import { metricDays, metricHours, metricMinutes } from '@/db/schema';
import type { UsageRange } from '@/lib/model/usage';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Minutes are kept this long (or as long as the retention setting, if that is less); hours go on. */
export const minuteDays = 7;
/** Longer ranges read hours: measured, six hours of 70 busy keys and operations by the minute take 0.1 s. */
const longestByMinute = 6 * HOUR;
/** Longer ones read days: a million rows of hours take ten seconds, and the embedded database with them. */
const longestByHour = 10 * DAY;
const mostPoints = 120;

const minuteSteps = [1, 2, 3, 5, 10].map((count) => count * MINUTE);
const hourSteps = [1, 2].map((count) => count * HOUR);
const daySteps = [1, 2, 4].map((count) => count * DAY);

export type MetricTable = typeof metricMinutes | typeof metricHours | typeof metricDays;

/** What a report reads: whole steps, so that its points add up to its total. */
export interface UsageWindow {
  table: MetricTable;
  from: number;
  to: number;
  step: number;
}

/** @param now ms since the epoch: minutes older than a week are no longer there */
export function usageWindow(range: UsageRange, now: number): UsageWindow {
  const { table, steps } = grainOf(range, now);
  const step = steps.find((each) => (range.to - range.from) / each <= mostPoints) ?? 4 * DAY;
  const from = Math.floor(range.from / step) * step;
  return { table, from, to: range.to, step };
}

function grainOf({ from, to }: UsageRange, now: number): { table: MetricTable; steps: number[] } {
  const span = to - from;
  if (span <= longestByMinute && from >= now - (minuteDays - 1) * DAY)
    return { table: metricMinutes, steps: minuteSteps };
  if (span <= longestByHour) return { table: metricHours, steps: hourSteps };
  return { table: metricDays, steps: daySteps };
}
