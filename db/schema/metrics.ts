import { bigint, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { at } from './columns';

/** Batches already written; a resent one changes nothing. Old rows expire. */
export const usageBatches = pgTable(
  'usage_batches',
  {
    boot: text('boot').notNull(),
    sequence: integer('sequence').notNull(),
    receivedAt: at('received_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.boot, t.sequence] }), index('usage_batches_received').on(t.receivedAt)],
);

const metricColumns = (start: string) => ({
  start: at(start).notNull(),
  restApiId: text('rest_api_id').notNull(),
  stageName: text('stage_name').notNull(),
  resourcePath: text('resource_path').notNull(),
  httpMethod: text('http_method').notNull(),
  /** '' when the call had no key */
  apiKeyId: text('api_key_id').notNull(),
  usagePlanId: text('usage_plan_id').notNull(),
  calls: integer('calls').notNull(),
  status2xx: integer('status_2xx').notNull(),
  status3xx: integer('status_3xx').notNull(),
  status4xx: integer('status_4xx').notNull(),
  status5xx: integer('status_5xx').notNull(),
  throttled: integer('throttled').notNull(),
  /** calls to methods that the stage's cache covers */
  cacheHits: integer('cache_hits').notNull().default(0),
  cacheMisses: integer('cache_misses').notNull().default(0),
  /** answered 4xx or 5xx by the integration, whatever the caller was told */
  integrationErrors: integer('integration_errors').notNull().default(0),
  /** refused by the gateway itself, as the caller's fault and as the integration's */
  clientErrors: integer('client_errors').notNull().default(0),
  executionErrors: integer('execution_errors').notNull().default(0),
  /** of HTTP APIs, bytes of body either way */
  dataProcessed: bigint('data_processed', { mode: 'number' }).notNull().default(0),
  latency: integer('latency').array().notNull(),
  integrationLatency: integer('integration_latency').array().notNull(),
});

/**
 * One row a minute and operation and key; batches are added into it. `latency` and `integrationLatency` are
 * histograms: counts by the bucket bounds of lib/model/latencyBuckets, empty buckets at the end left out.
 */
export const metricMinutes = pgTable('metric_minutes', metricColumns('minute'), (t) => [
  primaryKey({
    columns: [t.start, t.restApiId, t.stageName, t.resourcePath, t.httpMethod, t.apiKeyId, t.usagePlanId],
  }),
  index('metric_minutes_api').on(t.restApiId, t.start),
  index('metric_minutes_key').on(t.apiKeyId, t.start),
]);

/** The same by the hour: longer ranges read a sixtieth of the rows, and minutes may expire first. */
export const metricHours = pgTable('metric_hours', metricColumns('hour'), (t) => [
  primaryKey({
    columns: [t.start, t.restApiId, t.stageName, t.resourcePath, t.httpMethod, t.apiKeyId, t.usagePlanId],
  }),
  index('metric_hours_api').on(t.restApiId, t.start),
  index('metric_hours_key').on(t.apiKeyId, t.start),
]);

/** The same by the UTC day: what ranges of more than ten days read. */
export const metricDays = pgTable('metric_days', metricColumns('day'), (t) => [
  primaryKey({
    columns: [t.start, t.restApiId, t.stageName, t.resourcePath, t.httpMethod, t.apiKeyId, t.usagePlanId],
  }),
  index('metric_days_api').on(t.restApiId, t.start),
  index('metric_days_key').on(t.apiKeyId, t.start),
]);

/** Calls counted against a plan's quota, by UTC day: AWS's GetUsage rows, and what quotas restart from. */
export const usageDays = pgTable(
  'usage_days',
  {
    usagePlanId: text('usage_plan_id').notNull(),
    apiKeyId: text('api_key_id').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** whose quota the calls were counted against: the key's app, or the key itself where it has none */
    quotaOwnerId: text('quota_owner_id').notNull(),
    used: bigint('used', { mode: 'number' }).notNull(),
    /** UpdateUsage: what was added to the owner's quota of the period on that day; below 0: taken away */
    granted: bigint('granted', { mode: 'number' }).notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.usagePlanId, t.apiKeyId, t.day] }),
    index('usage_days_owner').on(t.quotaOwnerId, t.usagePlanId, t.day),
  ],
);
