/** Rows of usage for tests. */
import type { MetricRow, UsageBatch } from '@/lib/model/usageBatch';

/** The test context's clock stands here: Thursday 15 January 2026, noon UTC. */
export const noon = Date.UTC(2026, 0, 15, 12);

export function metricRow(row: Partial<MetricRow> = {}): MetricRow {
  return {
    minute: noon,
    restApiId: 'api0000001',
    stageName: 'prod',
    resourcePath: '/pets',
    httpMethod: 'GET',
    apiKeyId: '',
    usagePlanId: '',
    calls: 1,
    status2xx: 1,
    status3xx: 0,
    status4xx: 0,
    status5xx: 0,
    throttled: 0,
    cacheHits: 0,
    cacheMisses: 0,
    integrationErrors: 0,
    clientErrors: 0,
    executionErrors: 0,
    dataProcessed: 0,
    latency: [],
    integrationLatency: [],
    quotaCounted: 0,
    ...row,
  };
}

let sequence = 0;
/** A batch of its own number each time. */
export function usageBatch(...rows: Partial<MetricRow>[]): UsageBatch {
  sequence += 1;
  return { boot: 'test', sequence, rows: rows.map(metricRow) };
}
