import type { ChartProps } from './Chart';
import { exactTime } from './chartTime';
import { csv } from './csv';
import { Td, Th } from './tableCells';

/** The table twin of a chart: the exact figures. */
export function ChartTable(props: ChartProps & { format: (value: number) => string; maxHeight: number }) {
  return (
    <section
      tabIndex={0}
      aria-label={props.title}
      className="overflow-auto border-y"
      style={{ maxHeight: props.maxHeight }}
    >
      <table className="w-full border-separate border-spacing-0 text-left text-small">
        <thead className="sticky top-0">
          <tr>
            <Th>{props.x === 'time' ? 'Time' : ''}</Th>
            {props.series.map((series) => (
              <Th key={series.key} className="text-right">
                {series.label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.data.map((point) => (
            <tr key={point.x}>
              <Td className="whitespace-nowrap">
                {typeof point.x === 'number' ? exactTime(point.x) : point.x}
              </Td>
              {props.series.map(({ key }) => {
                const value = point[key];
                return (
                  <Td key={key} className="text-right">
                    {typeof value === 'number' ? props.format(value) : '–'}
                  </Td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same figures as CSV; times in ISO 8601. */
export function chartCsv(props: Pick<ChartProps, 'x' | 'data' | 'series'>): string {
  const head = [props.x === 'time' ? 'time' : 'label', ...props.series.map(({ label }) => label)];
  const lines = props.data.map((point) => [
    props.x === 'time' ? new Date(point.x).toISOString() : point.x,
    ...props.series.map(({ key }) => point[key]),
  ]);
  return csv([head, ...lines]);
}
