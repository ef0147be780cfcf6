'use client';
import { Download, Table2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  Area,
  Bar,
  Brush,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { csv, download } from './csv';
import { IconButton } from './IconButton';

export interface Series {
  key: string;
  label: string;
  /** lines leave gaps where there is no data */
  kind: 'line' | 'bar' | 'area';
  /** bars of one stack stand on each other */
  stack?: string;
}
/** `time` in ms since the epoch; null where nothing was measured. */
export type ChartPoint = { time: number } & Record<string, number | null>;

const hues = [
  'var(--chart-1)',
  'var(--chart-2)',
  'var(--chart-3)',
  'var(--chart-4)',
  'var(--chart-5)',
  'var(--chart-6)',
];
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/**
 * Figures over time: y from zero, one hue a series in a fixed order, a brush for zoom, and its table twin behind a
 * toggle, which is also what a screen reader gets.
 */
export function Chart(props: {
  title: string;
  /** after each value, e.g. ` ms` */
  unit?: string;
  /** ms between points */
  step: number;
  points: readonly ChartPoint[];
  series: readonly Series[];
  empty?: ReactNode;
}) {
  const [table, setTable] = useState(false);
  const hasData = props.points.some((point) => props.series.some((each) => (point[each.key] ?? 0) > 0));
  const save = () =>
    download(`${props.title.toLowerCase().replace(/\W+/g, '-')}.csv`, chartCsv(props.points, props.series));
  return (
    <figure className="min-w-0" aria-label={props.title}>
      <figcaption className="mb-1 flex items-center gap-1">
        <span className="font-medium">{props.title}</span>
        <Legend series={props.series} />
        <span className="flex-1" />
        <IconButton
          label={table ? 'Show the chart' : 'Show the table'}
          aria-pressed={table}
          onClick={() => setTable(!table)}
        >
          <Table2 />
        </IconButton>
        <IconButton label={`Download ${props.title} as CSV`} onClick={save}>
          <Download />
        </IconButton>
      </figcaption>
      {table && <TableTwin {...props} />}
      {!table && hasData && <Plot {...props} />}
      {!table && !hasData && (
        <p className="border-y py-8 text-muted">{props.empty ?? 'No calls in this range.'}</p>
      )}
    </figure>
  );
}

function Legend({ series }: { series: readonly Series[] }) {
  if (series.length < 2) return null;
  return (
    <ul className="ml-3 flex flex-wrap gap-x-3 text-muted text-small">
      {series.map((each, index) => (
        <li key={each.key} className="flex items-center gap-1">
          <span
            aria-hidden
            className="size-2 rounded-[2px]"
            style={{ background: hues[index % hues.length] }}
          />
          {each.label}
        </li>
      ))}
    </ul>
  );
}

function Plot(props: {
  unit?: string;
  step: number;
  points: readonly ChartPoint[];
  series: readonly Series[];
}) {
  return (
    <div aria-hidden className="h-56 text-small">
      <ResponsiveContainer width="100%" height="100%">
        <ComposedChart
          data={[...props.points]}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          accessibilityLayer={false}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis
            dataKey="time"
            tickFormatter={(time: number) => tick(time, props.step)}
            tick={{ fill: 'var(--muted)', fontSize: 11 }}
            stroke="var(--line-strong)"
            minTickGap={40}
          />
          <YAxis
            domain={[0, 'auto']}
            allowDecimals={false}
            width={44}
            tickFormatter={(value: number) => compact.format(value)}
            tick={{ fill: 'var(--muted)', fontSize: 11 }}
            stroke="none"
          />
          <Tooltip
            isAnimationActive={false}
            labelFormatter={(time) => exactTime(Number(time))}
            formatter={(value) => `${number.format(Number(value))}${props.unit ?? ''}`}
            contentStyle={{
              background: 'var(--canvas)',
              border: '1px solid var(--line-strong)',
              borderRadius: 6,
              color: 'var(--ink)',
            }}
          />
          {props.series.map((each, index) => shape(each, hues[index % hues.length] ?? 'var(--chart-1)'))}
          {props.points.length > 2 && (
            <Brush
              dataKey="time"
              height={18}
              travellerWidth={8}
              stroke="var(--line-strong)"
              fill="var(--panel)"
              tickFormatter={() => ''}
            />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

function shape(series: Series, colour: string) {
  const common = { key: series.key, dataKey: series.key, name: series.label, isAnimationActive: false };
  if (series.kind === 'bar') return <Bar {...common} key={series.key} stackId={series.stack} fill={colour} />;
  const line = { ...common, stroke: colour, strokeWidth: 1.5, dot: { r: 1.5 }, connectNulls: false };
  if (series.kind === 'area') return <Area {...line} key={series.key} fill={colour} fillOpacity={0.12} />;
  return <Line {...line} key={series.key} />;
}

function TableTwin(props: {
  title: string;
  unit?: string;
  points: readonly ChartPoint[];
  series: readonly Series[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div tabIndex={0} className="max-h-56 overflow-auto border-y">
      <table className="w-full text-small">
        <caption className="sr-only">{props.title}</caption>
        <thead className="sticky top-0 bg-panel text-left text-muted">
          <tr>
            <th className="px-2 py-1 font-medium">Time</th>
            {props.series.map((each) => (
              <th key={each.key} className="px-2 py-1 text-right font-medium">
                {each.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.points.map((point) => (
            <tr key={point.time} className="border-t">
              <th scope="row" className="whitespace-nowrap px-2 py-1 text-left font-normal">
                {exactTime(point.time)}
              </th>
              {props.series.map((each) => (
                <td key={each.key} className="px-2 py-1 text-right">
                  {valueText(point[each.key], props.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const valueText = (value: number | null | undefined, unit = '') =>
  value === null || value === undefined ? '' : `${number.format(value)}${unit}`;

const exactTime = (time: number) =>
  new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'long' });

function tick(time: number, step: number): string {
  const options: Intl.DateTimeFormatOptions =
    step >= 86_400_000 ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' };
  return new Date(time).toLocaleString(
    'en-GB',
    step >= 3_600_000 ? { ...options, day: 'numeric', month: 'short' } : options,
  );
}

function chartCsv(points: readonly ChartPoint[], series: readonly Series[]): string {
  const head = ['time', ...series.map((each) => each.label)];
  return csv([
    head,
    ...points.map((p) => [new Date(p.time).toISOString(), ...series.map((s) => p[s.key] ?? null)]),
  ]);
}
