'use client';
import {
  Bar,
  Brush,
  CartesianGrid,
  ComposedChart,
  Legend,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { ChartProps } from './Chart';
import { exactTime, tickText } from './chartTime';

const axis = { fontSize: 11, stroke: 'var(--line-strong)', tick: { fill: 'var(--muted)' } };
const brushFrom = 24;

/** The recharts drawing behind Chart; default export because it is loaded on demand. */
export default function ChartPlot(props: ChartProps & { format: (value: number) => string; height: number }) {
  const { data, x, format } = props;
  const label = xLabels(props);
  return (
    <ResponsiveContainer
      width="100%"
      height={props.height}
      initialDimension={{ width: 600, height: props.height }}
    >
      <ComposedChart data={[...data]} margin={{ top: 6, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey="x" {...axis} tickLine={false} tickFormatter={label} minTickGap={36} />
        <YAxis
          {...axis}
          width={52}
          axisLine={false}
          tickLine={false}
          domain={[0, 'auto']}
          tickFormatter={format}
        />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--hover)', stroke: 'var(--line-strong)' }}
          contentStyle={{
            background: 'var(--canvas)',
            border: '1px solid var(--line-strong)',
            borderRadius: 6,
            fontSize: 12,
          }}
          labelFormatter={(value) => (x === 'time' ? exactTime(Number(value)) : String(value ?? ''))}
          formatter={(value) => (typeof value === 'number' ? format(value) : String(value ?? ''))}
        />
        {props.series.length > 1 && (
          <Legend
            iconType={props.kind === 'bar' ? 'square' : 'plainline'}
            iconSize={10}
            wrapperStyle={{ fontSize: 12 }}
          />
        )}
        {props.series.map((series, index) => mark(props, series, index))}
        {data.length >= brushFrom && (
          <Brush
            dataKey="x"
            height={18}
            travellerWidth={8}
            stroke="var(--field)"
            fill="var(--panel)"
            tickFormatter={label}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}

function xLabels({ x, data }: ChartProps): (value: number | string) => string {
  if (x === 'category') return String;
  const span = Number(data.at(-1)?.x ?? 0) - Number(data[0]?.x ?? 0);
  return (value) => tickText(Number(value), span);
}

/** A value between two gaps has no line to be part of: without a dot it would not be seen. */
function LonePoint(props: {
  cx?: number;
  cy?: number;
  index: number;
  data: ChartProps['data'];
  series: string;
  colour: string;
}) {
  const has = (index: number) => typeof props.data[index]?.[props.series] === 'number';
  if (!has(props.index) || has(props.index - 1) || has(props.index + 1)) return null;
  return <circle cx={props.cx} cy={props.cy} r={2.5} fill={props.colour} />;
}

function mark(props: ChartProps, series: ChartProps['series'][number], index: number) {
  const colour = series.colour ?? `var(--chart-${(index % 6) + 1})`;
  const shared = { dataKey: series.key, name: series.label, isAnimationActive: false };
  if (props.kind === 'line')
    return (
      <Line
        key={series.key}
        {...shared}
        stroke={colour}
        strokeWidth={1.5}
        dot={({ key, ...point }) => (
          <LonePoint key={key} {...point} {...{ data: props.data, series: series.key, colour }} />
        )}
        type="linear"
        connectNulls={false}
      />
    );
  return (
    <Bar
      key={series.key}
      {...shared}
      fill={colour}
      maxBarSize={28}
      stackId={props.stacked ? 'all' : undefined}
    />
  );
}
