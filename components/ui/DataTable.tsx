'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { cn } from './cn';
import { type ColumnWidth, columnWidths, leastWidth } from './columnWidths';
import { DataTableHead } from './DataTableHead';
import { DataTableRow } from './DataTableRow';
import { DataTableToolbar } from './DataTableToolbar';
import { moveRowFocus } from './moveRowFocus';
import { useHiddenColumns } from './useHiddenColumns';
import { useTableRows } from './useTableRows';

export interface Column<Row> {
  id: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** what search, CSV and (without `sort`) sorting see; a column without it is none of these */
  text?: (row: Row) => string | number | undefined | null;
  sort?: (row: Row) => string | number | undefined | null;
  align?: 'right';
  /** hidden until chosen */
  hidden?: boolean;
  /** cannot be hidden, e.g. the name or the row's menu */
  fixed?: boolean;
  className?: string;
  /** CSS width in a long list, where the texts do not tell: a column of buttons */
  width?: string;
}

export interface DataTableProps<Row> {
  /** names the table for readers, the CSV file and the remembered columns */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Enter or a click on a row goes there */
  rowHref?: (row: Row) => string | undefined;
  /** shown instead of the table when there are no rows at all */
  empty: ReactNode;
  /** `column.asc` or `column.desc` */
  initialSort?: string;
  searchPlaceholder?: string;
  /** buttons at the right of the toolbar */
  actions?: ReactNode;
  /** when a page has two tables: keeps their search and sort apart in the address */
  urlPrefix?: string;
  /** height limit of the scrolling area */
  className?: string;
}

const rowHeight = 37;
/** more rows than these are not all on the page at once, so the columns' widths are fixed */
const fixedFrom = 60;

/** A list: sticky head, substring search (`/`), sort, column choice, arrow keys, CSV, 10,000 rows without lag. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTableRows(props.rows, props.columns, props);
  const hidden = useHiddenColumns(props.label, props.columns);
  const columns = props.columns.filter((column) => !hidden.isHidden(column.id));
  const virtual = useVirtualizer({
    count: table.shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1000, height: 900 },
  });
  if (props.rows.length === 0) return <>{props.empty}</>;
  const items = virtual.getVirtualItems();
  const widths = table.shown.length > fixedFrom ? columnWidths(props.rows, columns) : undefined;
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-2">
      <DataTableToolbar {...props} table={table} visible={columns} hidden={hidden} />
      <div
        ref={scroller}
        className={cn('relative max-h-[calc(100dvh-210px)] overflow-auto rounded-md border', props.className)}
      >
        <table
          aria-label={props.label}
          aria-rowcount={table.shown.length + 1}
          className={cn('w-full border-separate border-spacing-0 text-left', widths && 'table-fixed')}
          style={widths && { minWidth: leastWidth(widths) }}
        >
          {widths && <Widths widths={widths} columns={columns} />}
          <DataTableHead columns={columns} table={table} />
          <tbody onKeyDown={(event) => moveRowFocus(event, virtual.scrollToIndex, table.shown.length)}>
            {above > 0 && <Spacer height={above} span={columns.length} />}
            {items.map((item) => {
              const row = table.shown[item.index];
              return row === undefined ? null : (
                <DataTableRow
                  key={props.rowKey(row)}
                  index={item.index}
                  row={row}
                  columns={columns}
                  href={props.rowHref?.(row)}
                />
              );
            })}
            {below > 0 && <Spacer height={below} span={columns.length} />}
          </tbody>
        </table>
        {table.shown.length === 0 && (
          <p className="px-3 py-8 text-center text-muted">Nothing here contains “{table.search}”.</p>
        )}
      </div>
    </div>
  );
}

const Widths = (props: { widths: readonly ColumnWidth[]; columns: readonly { id: string }[] }) => (
  <colgroup>
    {props.columns.map((column, index) => (
      <col key={column.id} style={{ width: props.widths[index]?.width }} />
    ))}
  </colgroup>
);

const Spacer = ({ height, span }: { height: number; span: number }) => (
  <tr aria-hidden>
    <td colSpan={span} style={{ height, padding: 0 }} />
  </tr>
);
