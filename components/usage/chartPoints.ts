import type { ChartPoint } from '@/components/ui/Chart';
import type { UsagePoint } from '@/lib/model/usage';

/** One point a step with everything that a dashboard draws. A percentile of no calls is a gap. */
export function chartPoints(series: readonly UsagePoint[]): ChartPoint[] {
  return series.map(({ time, status, throttled, cacheHits, cacheMisses, latency, integrationLatency }) => ({
    x: time,
    ...status,
    throttled,
    cacheHits,
    cacheMisses,
    p50: rounded(latency.p50),
    p90: rounded(latency.p90),
    p99: rounded(latency.p99),
    integrationP50: rounded(integrationLatency.p50),
    integrationP90: rounded(integrationLatency.p90),
    integrationP99: rounded(integrationLatency.p99),
  }));
}

/** Microseconds: more digits would promise more than a histogram knows. */
const rounded = (milliseconds: number | null) =>
  milliseconds === null ? null : Math.round(milliseconds * 1000) / 1000;
