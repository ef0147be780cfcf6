import { latencyBounds } from '@/lib/model/latencyBuckets';
import type { MetricRow } from '@/lib/model/usageBatch';

/** One row of metric_minutes, metric_hours or metric_days as it is inserted. */
export interface MetricInsert {
  start: Date;
  restApiId: string;
  stageName: string;
  resourcePath: string;
  httpMethod: string;
  apiKeyId: string;
  usagePlanId: string;
  calls: number;
  status2xx: number;
  status3xx: number;
  status4xx: number;
  status5xx: number;
  throttled: number;
  cacheHits: number;
  cacheMisses: number;
  integrationErrors: number;
  clientErrors: number;
  executionErrors: number;
  dataProcessed: number;
  latency: number[];
  integrationLatency: number[];
}

const dimensions = [
  'restApiId',
  'stageName',
  'resourcePath',
  'httpMethod',
  'apiKeyId',
  'usagePlanId',
] as const;
const sums = [
  'calls',
  'status2xx',
  'status3xx',
  'status4xx',
  'status5xx',
  'throttled',
  'cacheHits',
  'cacheMisses',
  'integrationErrors',
  'clientErrors',
  'executionErrors',
  'dataProcessed',
] as const;

/**
 * Adds up the rows that fall into one step, since one INSERT may not touch a row twice. Sorted by key: two nodes
 * that write the same rows in the same order cannot lock each other out.
 * @param step ms: a minute, an hour or a day
 */
export function mergeRows(rows: readonly MetricRow[], step: number): MetricInsert[] {
  const merged = new Map<string, MetricInsert>();
  for (const row of rows) {
    const start = Math.floor(row.minute / step) * step;
    const key = JSON.stringify([start, ...dimensions.map((name) => row[name])]);
    const into = merged.get(key) ?? emptyRow(row, start);
    merged.set(key, into);
    for (const name of sums) into[name] += row[name];
    addCounts(into.latency, row.latency);
    addCounts(into.integrationLatency, row.integrationLatency);
  }
  return [...merged].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

function emptyRow(row: MetricRow, start: number): MetricInsert {
  const { restApiId, stageName, resourcePath, httpMethod, apiKeyId, usagePlanId } = row;
  const names = { restApiId, stageName, resourcePath, httpMethod, apiKeyId, usagePlanId };
  const statuses = { status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
  const errors = { integrationErrors: 0, clientErrors: 0, executionErrors: 0, dataProcessed: 0 };
  const zero = { calls: 0, ...statuses, throttled: 0, cacheHits: 0, cacheMisses: 0, ...errors };
  return { start: new Date(start), ...names, ...zero, latency: [], integrationLatency: [] };
}

/** Adds sparse counts to a dense histogram, which grows to its last bucket that holds something. */
function addCounts(into: number[], counts: readonly [bucket: number, count: number][]): void {
  for (const [bucket, count] of counts) {
    const index = Math.min(bucket, latencyBounds.length - 1);
    while (into.length <= index) into.push(0);
    into[index] = (into[index] ?? 0) + count;
  }
}
