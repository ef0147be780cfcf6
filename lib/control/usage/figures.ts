import { percentile } from '@/lib/model/latencyBuckets';
import type { UsageFigures } from '@/lib/model/usage';

/** Sums as they come from the database: what can still be added up. */
export interface Tally {
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
  /** histograms by lib/model/latencyBuckets */
  latency: number[];
  integrationLatency: number[];
}

const sums = [
  ...(['calls', 'status2xx', 'status3xx', 'status4xx', 'status5xx'] as const),
  ...(['throttled', 'cacheHits', 'cacheMisses'] as const),
  ...(['integrationErrors', 'clientErrors', 'executionErrors', 'dataProcessed'] as const),
] as const;
const histograms = ['latency', 'integrationLatency'] as const;

export function emptyTally(): Tally {
  const zero = { calls: 0, status2xx: 0, status3xx: 0, status4xx: 0, status5xx: 0 };
  const errors = { integrationErrors: 0, clientErrors: 0, executionErrors: 0, dataProcessed: 0 };
  return {
    ...{ ...zero, ...errors, throttled: 0, cacheHits: 0, cacheMisses: 0 },
    ...{ latency: [], integrationLatency: [] },
  };
}

/** Percentiles cannot be added, histograms can: a total is made of tallies, never of figures. */
export function addTally(into: Tally, tally: Tally): Tally {
  for (const name of sums) into[name] += tally[name];
  for (const name of histograms)
    for (const [bucket, count] of tally[name].entries()) addToBucket(into[name], bucket, count);
  return into;
}

export function addToBucket(counts: number[], bucket: number, count: number): void {
  while (counts.length <= bucket) counts.push(0);
  counts[bucket] = (counts[bucket] ?? 0) + count;
}

export function toFigures(tally: Tally): UsageFigures {
  return {
    calls: tally.calls,
    status: {
      '2XX': tally.status2xx,
      '3XX': tally.status3xx,
      '4XX': tally.status4xx,
      '5XX': tally.status5xx,
    },
    throttled: tally.throttled,
    cacheHits: tally.cacheHits,
    cacheMisses: tally.cacheMisses,
    latency: percentiles(tally.latency),
    integrationLatency: percentiles(tally.integrationLatency),
  };
}

function percentiles(counts: number[]): UsageFigures['latency'] {
  return { p50: percentile(counts, 0.5), p90: percentile(counts, 0.9), p99: percentile(counts, 0.99) };
}
