'use client';

import { Chart, type ChartPoint } from '@/components/ui/Chart';
import { callsText } from './usageText';

const series = [
  { key: 'cacheHits', label: 'Hits', colour: 'var(--chart-2)' },
  { key: 'cacheMisses', label: 'Misses', colour: 'var(--chart-1)' },
];

/** Calls that a stage's cache answered, and those that it had to let through. @param props.data from chartPoints */
export function CacheChart(props: { data: readonly ChartPoint[]; height?: number }) {
  return (
    <Chart
      title="Cache hits and misses"
      kind="bar"
      x="time"
      stacked
      series={series}
      data={props.data}
      format={callsText}
      {...(props.height !== undefined && { height: props.height })}
    />
  );
}
