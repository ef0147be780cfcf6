import type { Column } from './DataTable';
import { RelativeTime } from './RelativeTime';

/** A column of points in time, in ms since the epoch: relative in the cell, ISO 8601 for search, sort and CSV. */
export function timeColumn<Row>(
  id: string,
  header: string,
  time: (row: Row) => number | undefined,
  options: { hidden?: boolean } = {},
): Column<Row> {
  return {
    id,
    header,
    width: '15ch',
    ...options,
    text: (row) => {
      const at = time(row);
      return at && new Date(at).toISOString();
    },
    cell: (row) => {
      const at = time(row);
      return at ? <RelativeTime time={at} /> : <span className="text-muted">Never</span>;
    },
  };
}
