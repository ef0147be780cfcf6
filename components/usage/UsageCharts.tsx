'use client';

import { memo, useMemo } from 'react';
import { Chart } from '@/components/ui/Chart';
import type { UsagePoint } from '@/lib/model/usage';
import { CacheChart } from './CacheChart';
import { chartPoints } from './chartPoints';
import { callsText, latencyText } from './usageText';

const clientErrors = { key: '4XX', label: '4XX', colour: 'var(--chart-3)' };
const serverErrors = { key: '5XX', label: '5XX', colour: 'var(--danger)' };
const statusClasses = [
  { key: '2XX', label: '2XX', colour: 'var(--chart-2)' },
  { key: '3XX', label: '3XX', colour: 'var(--chart-5)' },
  clientErrors,
  serverErrors,
];
const latency = [
  { key: 'p50', label: 'p50' },
  { key: 'p90', label: 'p90' },
  { key: 'p99', label: 'p99' },
];
const integrationLatency = [
  { key: 'integrationP50', label: 'p50' },
  { key: 'integrationP90', label: 'p90' },
  { key: 'integrationP99', label: 'p99' },
];
const throttled = [{ key: 'throttled', label: 'Throttled', colour: 'var(--chart-4)' }];

/** The charts of a dashboard. Drawn again only when a figure changed, so that asking every second does not flicker. */
export const UsageCharts = memo(function UsageCharts(props: {
  series: readonly UsagePoint[];
  /** what the backends took: not for developers */
  integration?: boolean;
  /** a stage of these calls has a cache */
  cached?: boolean;
}) {
  const data = useMemo(() => chartPoints(props.series), [props.series]);
  const counts = { kind: 'bar', x: 'time', data, format: callsText, stacked: true } as const;
  const times = { kind: 'line', x: 'time', data, format: latencyText } as const;
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-2">
      <div className={props.integration ? 'min-w-0 lg:col-span-2' : 'min-w-0'}>
        <Chart title="Calls by status" series={statusClasses} {...counts} />
      </div>
      <Chart title="4XX and 5XX" series={[clientErrors, serverErrors]} {...counts} />
      <Chart title="Latency" series={latency} {...times} />
      {props.integration && <Chart title="Integration latency" series={integrationLatency} {...times} />}
      <Chart title="Throttled calls" series={throttled} {...counts} />
      {props.cached && <CacheChart data={data} />}
    </div>
  );
});
