import type { Column } from '@/components/ui/DataTable';
import type { UsageRow } from '@/lib/model/usage';
import { callsText, millisecondsText, shareText } from './usageText';

type Options = {
  mono?: boolean;
  integration?: boolean;
  /** a stage of these calls has a cache */
  cached?: boolean;
};

/** Columns of a ranking; `head` names its lines. CSV gets bare numbers, latencies in ms. */
export function usageColumns(head: string, options: Options = {}): Column<UsageRow>[] {
  const { integration } = options;
  return [
    {
      id: 'label',
      header: head,
      cell: (row) => (
        <span title={row.label} className={options.mono ? 'font-mono text-small' : undefined}>
          {row.label}
        </span>
      ),
      text: (row) => row.label,
      fixed: true,
    },
    count('calls', 'Calls', (row) => row.calls),
    { ...count('2xx', '2XX', (row) => row.status['2XX']), hidden: true },
    { ...count('3xx', '3XX', (row) => row.status['3XX']), hidden: true },
    count('4xx', '4XX', (row) => row.status['4XX']),
    count('5xx', '5XX', (row) => row.status['5XX']),
    count('throttled', 'Throttled', (row) => row.throttled),
    ...(options.cached ? cacheColumns : []),
    duration('p50', 'p50 ms', (row) => row.latency.p50),
    { ...duration('p90', 'p90 ms', (row) => row.latency.p90), hidden: true },
    duration('p99', 'p99 ms', (row) => row.latency.p99),
    ...(integration ? [duration('ip99', 'Integration p99 ms', (row) => row.integrationLatency.p99)] : []),
  ];
}

const cacheColumns: Column<UsageRow>[] = [
  count('cacheHits', 'Cache hits', (row) => row.cacheHits),
  count('cacheMisses', 'Cache misses', (row) => row.cacheMisses),
  {
    id: 'hitRatio',
    header: 'Hit ratio',
    align: 'right',
    text: (row) => shareText(row.cacheHits, row.cacheHits + row.cacheMisses),
    sort: (row) => row.cacheHits / Math.max(1, row.cacheHits + row.cacheMisses),
    cell: (row) => shareText(row.cacheHits, row.cacheHits + row.cacheMisses),
  },
];

function count(id: string, header: string, of: (row: UsageRow) => number): Column<UsageRow> {
  return { id, header, cell: (row) => callsText(of(row)), text: of, align: 'right' };
}

function duration(id: string, header: string, of: (row: UsageRow) => number | null): Column<UsageRow> {
  const text = (row: UsageRow) => {
    const milliseconds = of(row);
    return milliseconds === null ? null : Math.round(milliseconds * 1000) / 1000;
  };
  return { id, header, cell: (row) => millisecondsText(of(row)), text, align: 'right' };
}
