/** Calls of one minute, operation and key, counted by a worker since its last batch. */
export interface MetricRow {
  /** start of the minute, ms since the epoch */
  minute: number;
  restApiId: string;
  /** `prod/Canary` for what a canary answered: AWS's own dimension */
  stageName: string;
  resourcePath: string;
  httpMethod: string;
  /** '' without a key */
  apiKeyId: string;
  usagePlanId: string;
  calls: number;
  status2xx: number;
  status3xx: number;
  status4xx: number;
  status5xx: number;
  /** answered 429 by throttle or quota */
  throttled: number;
  /** of calls to methods that the stage's cache covers */
  cacheHits: number;
  cacheMisses: number;
  /** answered 4xx or 5xx by the integration, whatever the caller was told */
  integrationErrors: number;
  /** refused by the gateway itself, as the caller's fault and as the integration's */
  clientErrors: number;
  executionErrors: number;
  /** of HTTP APIs, bytes of body either way */
  dataProcessed: number;
  /** [index in latencyBounds, count] */
  latency: [bucket: number, count: number][];
  integrationLatency: [bucket: number, count: number][];
  /** calls counted against the plan's quota */
  quotaCounted: number;
}

/**
 * What a worker sends at most every 250 ms and keeps until it is acknowledged. (`boot`, `sequence`) is written
 * in the rows' transaction: a resent batch counts once.
 */
export interface UsageBatch {
  boot: string;
  sequence: number;
  rows: MetricRow[];
  /** access keys that signed calls, with the time of the last one; absent: none */
  accessKeys?: [accessKeyId: string, time: number][];
}
