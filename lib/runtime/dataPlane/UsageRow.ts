import type { CallRecord } from '@gatehouse/gateway/ports';
import { latencyBucket } from '@/lib/model/latencyBuckets';
import type { MetricRow } from '@/lib/model/usageBatch';

const MINUTE = 60_000;
const minuteOf = (time: number) => Math.floor(time / MINUTE) * MINUTE;

/** Calls of one minute, operation and key while they are counted. */
export class UsageRow {
  private readonly row: Omit<MetricRow, 'latency' | 'integrationLatency'>;
  private readonly latency = new Map<number, number>();
  private readonly integrationLatency = new Map<number, number>();

  constructor(call: CallRecord) {
    const { restApiId, stageName, resourcePath, httpMethod, apiKeyId = '', usagePlanId = '' } = call;
    const subject = { restApiId, stageName, resourcePath, httpMethod, apiKeyId, usagePlanId };
    const classes = { status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
    this.row = {
      minute: minuteOf(call.time),
      ...subject,
      calls: 0,
      ...classes,
      throttled: 0,
      quotaCounted: 0,
    };
  }

  /** Calls with the same key are counted in one row. */
  static key(call: CallRecord): string {
    const { restApiId, stageName, resourcePath, httpMethod, apiKeyId, usagePlanId } = call;
    const subject = `${restApiId}\n${stageName}\n${resourcePath}\n${httpMethod}\n${apiKeyId}\n${usagePlanId}`;
    return `${minuteOf(call.time)}\n${subject}`;
  }

  count(call: CallRecord): void {
    this.row.calls += 1;
    this.countStatus(call.status);
    if (call.responseType === 'THROTTLED' || call.responseType === 'QUOTA_EXCEEDED') this.row.throttled += 1;
    if (call.quotaCounted) this.row.quotaCounted += 1;
    addTo(this.latency, call.latency);
    if (call.integrationLatency !== undefined) addTo(this.integrationLatency, call.integrationLatency);
  }

  toJSON(): MetricRow {
    return { ...this.row, latency: [...this.latency], integrationLatency: [...this.integrationLatency] };
  }

  private countStatus(status: number): void {
    if (status >= 500) this.row.status5xx += 1;
    else if (status >= 400) this.row.status4xx += 1;
    else if (status >= 300) this.row.status3xx += 1;
    else this.row.status2xx += 1;
  }
}

function addTo(histogram: Map<number, number>, milliseconds: number): void {
  const bucket = latencyBucket(milliseconds);
  histogram.set(bucket, (histogram.get(bucket) ?? 0) + 1);
}
