'use client';
import { Download } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useId, useState } from 'react';
import { Button } from './Button';
import { ChartTable, chartCsv } from './ChartTable';
import { chartSummary } from './chartSummary';
import { IconButton } from './IconButton';
import { Skeleton } from './Skeleton';
import { saveFile } from './saveFile';

/** null is a gap: no data then, which is not zero. */
export type ChartPoint = { x: number | string } & Record<string, number | string | null>;
export interface ChartSeries {
  key: string;
  label: string;
  /** a CSS colour where the meaning fixes it; else the fixed order of hues */
  colour?: string;
}
export interface ChartProps {
  title: string;
  kind: 'line' | 'bar';
  /** `time`: x is ms since the epoch; `category`: x is a label */
  x: 'time' | 'category';
  data: readonly ChartPoint[];
  series: readonly ChartSeries[];
  /** bars on top of each other */
  stacked?: boolean;
  /** value as text, e.g. `12 ms` */
  format?: (value: number) => string;
  /** px */
  height?: number;
  /** words when there is no data */
  empty?: string;
}

const Plot = dynamic(() => import('./ChartPlot'), {
  ssr: false,
  loading: () => <Skeleton className="h-full w-full" />,
});

export const plainNumber = (value: number) => value.toLocaleString('en', { maximumFractionDigits: 1 });

/** Lines or bars from zero, with the same figures as a table behind a toggle and as CSV. */
export function Chart(props: ChartProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const { title, height = 220, format = plainNumber } = props;
  const filled = props.data.some((point) => props.series.some(({ key }) => typeof point[key] === 'number'));
  const download = () =>
    saveFile(`${title.toLowerCase().replaceAll(/\W+/g, '-')}.csv`, 'text/csv', chartCsv(props));
  return (
    <figure aria-labelledby={id} className="grid min-w-0 content-start gap-2">
      <div className="flex items-center gap-1">
        <figcaption id={id} className="min-w-0 flex-1 truncate font-medium">
          {title}
        </figcaption>
        <Button size="sm" variant="ghost" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Chart' : 'Table'}
        </Button>
        <IconButton label={`Download ${title} as CSV`} size="sm" onClick={download}>
          <Download aria-hidden />
        </IconButton>
      </div>
      {!filled && (
        <p className="grid place-items-center border-y text-muted" style={{ height }}>
          {props.empty ?? 'No data in this range.'}
        </p>
      )}
      {filled && asTable && <ChartTable {...props} format={format} maxHeight={height} />}
      {filled && !asTable && (
        <>
          <p className="sr-only">{chartSummary(props.data, props.series, format)}</p>
          <div style={{ height }} className="min-w-0">
            <Plot {...props} format={format} height={height} />
          </div>
        </>
      )}
    </figure>
  );
}
