import { z } from 'zod';

const DAY = 86_400_000;
/** ms since the epoch that a Date can hold, to the year 9999 */
const time = z.int('A time is a whole number of milliseconds').min(0).max(253_402_300_799_999);

/** Range in ms since the epoch; the operation picks the step so that a series has at most about 120 points. */
export const usageRange = z
  .object({ from: time, to: time })
  .refine((range) => range.to > range.from, 'The range must end after it begins')
  .refine((range) => range.to - range.from <= 400 * DAY, 'A range spans at most 400 days');
export type UsageRange = z.infer<typeof usageRange>;

export interface UsageFigures {
  calls: number;
  /** answers by class */
  status: { '2XX': number; '3XX': number; '4XX': number; '5XX': number };
  /** 429 by throttle or quota */
  throttled: number;
  /** calls to methods that the stage's cache covers, answered from it or not */
  cacheHits: number;
  cacheMisses: number;
  /** ms; null when no call fell in */
  latency: { p50: number | null; p90: number | null; p99: number | null };
  integrationLatency: { p50: number | null; p90: number | null; p99: number | null };
}
export interface UsagePoint extends UsageFigures {
  /** start of the step, ms since the epoch */
  time: number;
}
export interface UsageReport {
  from: number;
  to: number;
  /** ms */
  step: number;
  total: UsageFigures;
  series: UsagePoint[];
}
/** One line of a ranking: an operation, a consumer, an API, a key, a day. */
export interface UsageRow extends UsageFigures {
  key: string;
  label: string;
}
/** What the last 7 days brought to an API or with a key. */
export interface WeekOfTraffic {
  calls: number;
  /** of `calls`: those to methods that ask for no key */
  callsWithoutKey: number;
  /** how many different keys called */
  apiKeys: number;
}
/** AWS counts DAY, WEEK and MONTH by UTC. */
export interface QuotaState {
  usagePlanId: string;
  usagePlanName: string;
  /** the portal app whose keys share the quota, or the key that has it for itself */
  quotaOwnerId: string;
  limit: number;
  used: number;
  period: 'DAY' | 'WEEK' | 'MONTH';
  /** ms since the epoch */
  resetsAt: number;
}

const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'Invalid date specified: use YYYY-MM-DD')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'Invalid date specified: use YYYY-MM-DD');

/** UTC days, both included. `after`: id of the last key of the page before. */
export const dailyUsageQuery = z
  .object({
    startDate: day,
    endDate: day,
    apiKeyId: z.string().optional(),
    limit: z.int().min(1).max(500),
    after: z.string().optional(),
  })
  .refine(({ startDate, endDate }) => startDate <= endDate, 'The end date must not be before the start date')
  .refine(
    ({ startDate, endDate }) => Date.parse(endDate) - Date.parse(startDate) <= 400 * DAY,
    'A range spans at most 400 days',
  );
export type DailyUsageQuery = z.input<typeof dailyUsageQuery>;

/** What a key used of its plan's quota on each day, and what was left for its owner at the day's end. */
export interface DailyUsage {
  apiKeyId: string;
  days: [used: number, remaining: number][];
}

/** What a metric is read by; absent members take all. */
export const metricQuery = z
  .object({
    from: time,
    to: time,
    /** ms, whole minutes */
    step: z.int().min(60_000).multipleOf(60_000, 'A period is whole minutes'),
    restApiId: z.string().optional(),
    stageName: z.string().optional(),
    resourcePath: z.string().optional(),
    httpMethod: z.string().optional(),
  })
  .refine(({ from, to }) => to > from, 'The range must end after it begins')
  .refine(({ from, to, step }) => (to - from) / step <= 100_800, 'At most 100,800 points at once');
export type MetricQuery = z.input<typeof metricQuery>;

export interface MetricPoint {
  /** start of the step, ms since the epoch */
  time: number;
  calls: number;
  status4xx: number;
  status5xx: number;
  cacheHits: number;
  cacheMisses: number;
  integrationErrors: number;
  clientErrors: number;
  executionErrors: number;
  dataProcessed: number;
  /** histograms by lib/model/latencyBuckets */
  latency: number[];
  integrationLatency: number[];
}
