import type { CallRecord } from '@gatehouse/gateway/ports';
import { latencyBucket } from '@/lib/model/latencyBuckets';
import type { CountedRow, FlatHistogram, UsageCounts, UsageSubject } from '../packedUsage';

const MINUTE = 60_000;
export const minuteOf = (time: number) => Math.floor(time / MINUTE) * MINUTE;

/** Calls of one minute, operation and key while they are counted. */
export class UsageRow implements CountedRow {
  minute = 0;
  readonly subject: UsageSubject;
  counts = noCalls();
  latency: FlatHistogram = [];
  integrationLatency: FlatHistogram = [];

  constructor(call: CallRecord) {
    const { restApiId, stageName, resourcePath, httpMethod, apiKeyId = '', usagePlanId = '' } = call;
    this.subject = { restApiId, stageName, resourcePath, httpMethod, apiKeyId, usagePlanId };
  }

  /** Nothing is counted: it may become any minute's. */
  get isIdle(): boolean {
    return this.counts.calls === 0;
  }

  /** Whether the call is of this row, key and path aside. */
  isOf({ restApiId, stageName, httpMethod, usagePlanId = '' }: CallRecord): boolean {
    const { subject } = this;
    return (
      subject.httpMethod === httpMethod &&
      subject.stageName === stageName &&
      subject.restApiId === restApiId &&
      subject.usagePlanId === usagePlanId
    );
  }

  count(call: CallRecord): void {
    const { counts } = this;
    counts.calls += 1;
    countStatus(counts, call.status);
    countErrors(counts, call);
    counts.dataProcessed += call.dataProcessed;
    if (call.responseType === 'THROTTLED' || call.responseType === 'QUOTA_EXCEEDED') counts.throttled += 1;
    if (call.cache === 'hit') counts.cacheHits += 1;
    else if (call.cache === 'miss') counts.cacheMisses += 1;
    if (call.quotaCounted) counts.quotaCounted += 1;
    addTo(this.latency, call.latency);
    if (call.integrationLatency !== undefined) addTo(this.integrationLatency, call.integrationLatency);
  }

  /** Begins anew; what was counted must have been packed. */
  reset(): void {
    this.counts = noCalls();
    this.latency = [];
    this.integrationLatency = [];
  }
}

function noCalls(): UsageCounts {
  return {
    calls: 0,
    status2xx: 0,
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
    quotaCounted: 0,
  };
}

function countStatus(counts: UsageCounts, status: number): void {
  if (status >= 500) counts.status5xx += 1;
  else if (status >= 400) counts.status4xx += 1;
  else if (status >= 300) counts.status3xx += 1;
  else counts.status2xx += 1;
}

/** Whose error it is: AWS tells these apart for WebSocket APIs. */
function countErrors(counts: UsageCounts, { backendStatus = 0, responseType, status }: CallRecord): void {
  if (backendStatus >= 400) counts.integrationErrors += 1;
  if (responseType === undefined) return;
  if (status >= 500) counts.executionErrors += 1;
  else counts.clientErrors += 1;
}

/** Calls of one operation fall into a few buckets: looking through them is quicker than a Map. */
function addTo(histogram: FlatHistogram, milliseconds: number): void {
  const bucket = latencyBucket(milliseconds);
  for (let at = 0; at < histogram.length; at += 2)
    if (histogram[at] === bucket) {
      histogram[at + 1] = (histogram[at + 1] ?? 0) + 1;
      return;
    }
  histogram.push(bucket, 1);
}
