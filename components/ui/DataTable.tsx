'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, Columns3, Download, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useMemo, useRef, useState } from 'react';
import { cn } from './cn';
import { csv, download } from './csv';
import { DropdownMenu } from './DropdownMenu';
import { IconButton } from './IconButton';
import { Input } from './Input';

export interface Column<Row> {
  id: string;
  header: string;
  /** what is sorted, searched and downloaded */
  value: (row: Row) => string | number | null;
  /** what is shown; the value when absent */
  cell?: (row: Row) => ReactNode;
  align?: 'right';
  /** CSS width, e.g. `120px` or `2fr` */
  width?: string;
  /** begins hidden; the column menu shows it */
  hidden?: boolean;
}

interface Sort {
  column: string;
  descending: boolean;
}

const rowHeight = 36;

/**
 * A table for up to tens of thousands of rows: sticky head, substring search, sort, column choice, CSV, and rows
 * walked by arrow keys (Enter opens). Only the rows in view are in the document.
 */
export function DataTable<Row>(props: {
  /** names the table for a screen reader and its file */
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** buttons to the right of the search */
  actions?: ReactNode;
  empty?: ReactNode;
  height?: number;
}) {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<Sort | null>(null);
  const [hidden, setHidden] = useState(() => new Set(props.columns.filter((c) => c.hidden).map((c) => c.id)));
  const columns = props.columns.filter((column) => !hidden.has(column.id));
  const rows = useRows(props.rows, props.columns, useDeferredValue(search), sort);
  if (props.rows.length === 0 && props.empty) return props.empty;

  const toggleColumn = (id: string) =>
    setHidden(
      (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
    );
  const save = () =>
    download(
      `${props.label.toLowerCase().replace(/\W+/g, '-')}.csv`,
      csv([columns.map((c) => c.header), ...rows.map((row) => columns.map((c) => c.value(row)))]),
    );
  return (
    <div className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <div className="relative min-w-40 max-w-72 flex-1">
          <Search className="absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2 text-muted" aria-hidden />
          <Input
            type="search"
            aria-label={`Search ${props.label}`}
            placeholder="Search"
            className="pl-8"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <span role="status" className="tabular text-muted text-small">
          {rows.length === props.rows.length ? rows.length : `${rows.length} of ${props.rows.length}`}
        </span>
        <span className="flex-1" />
        <DropdownMenu
          trigger={
            <IconButton label="Columns">
              <Columns3 />
            </IconButton>
          }
          items={props.columns.map((column) => ({
            label: `${hidden.has(column.id) ? 'Show' : 'Hide'} ${column.header}`,
            onSelect: () => toggleColumn(column.id),
          }))}
        />
        <IconButton label="Download CSV" onClick={save}>
          <Download />
        </IconButton>
        {props.actions}
      </div>
      <Grid {...props} rows={rows} columns={columns} sort={sort} onSort={setSort} />
    </div>
  );
}

function useRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  search: string,
  sort: Sort | null,
) {
  return useMemo(() => {
    const text = search.trim().toLowerCase();
    const found = text
      ? rows.filter((row) =>
          columns.some((c) =>
            String(c.value(row) ?? '')
              .toLowerCase()
              .includes(text),
          ),
        )
      : [...rows];
    const by = columns.find((column) => column.id === sort?.column);
    if (!by) return found;
    const sign = sort?.descending ? -1 : 1;
    return found.sort((a, b) => sign * compare(by.value(a), by.value(b)));
  }, [rows, columns, search, sort]);
}

function compare(a: string | number | null, b: string | number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

interface GridProps<Row> {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  onOpen?: (row: Row) => void;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
  height?: number;
}

function Grid<Row>(props: GridProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const height = props.height ?? 560;
  const virtual = useVirtualizer({
    count: props.rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    // what is rendered before the box has a size
    initialRect: { width: 800, height },
  });
  const items = virtual.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} className="relative overflow-auto border-y" style={{ maxHeight: height }}>
      <table
        aria-label={props.label}
        aria-rowcount={props.rows.length + 1}
        className="w-full table-fixed"
        style={{ minWidth: props.columns.length * 110 }}
      >
        <colgroup>
          {props.columns.map((column) => (
            <col key={column.id} style={{ width: column.width ?? '160px' }} />
          ))}
        </colgroup>
        <thead className="sticky top-0 z-10 bg-panel shadow-[inset_0_-1px_0_var(--line)]">
          <tr>
            {props.columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} />
          {items.map((item) => (
            <Line key={item.key} {...props} row={props.rows[item.index]} index={item.index} />
          ))}
          <Spacer height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are out of view. */
function Spacer({ height }: { height: number }) {
  return height > 0 ? <tr aria-hidden style={{ height }} /> : null;
}

function Line<Row>(props: GridProps<Row> & { row: Row | undefined; index: number }) {
  const { row, onOpen } = props;
  if (row === undefined) return null;
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const line = event.currentTarget;
    if (event.key === 'Enter' && event.target === line) onOpen?.(row);
    const next = { ArrowDown: line.nextElementSibling, ArrowUp: line.previousElementSibling }[event.key];
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <tr
      aria-rowindex={props.index + 2}
      tabIndex={0}
      onKeyDown={walk}
      onClick={() => onOpen?.(row)}
      className={cn('border-b hover:bg-hover focus-visible:-outline-offset-2', onOpen && 'cursor-pointer')}
      style={{ height: rowHeight }}
    >
      {props.columns.map((column) => (
        <td
          key={column.id}
          className={cn('truncate px-2.5', column.align === 'right' && 'tabular text-right')}
        >
          {column.cell ? column.cell(row) : column.value(row)}
        </td>
      ))}
    </tr>
  );
}

function HeadCell<Row>(props: {
  column: Column<Row>;
  sort: Sort | null;
  onSort: (sort: Sort | null) => void;
}) {
  const { column, sort } = props;
  const active = sort?.column === column.id;
  const direction = sort?.descending ? 'descending' : 'ascending';
  const Arrow = sort?.descending ? ArrowDown : ArrowUp;
  const next = () =>
    props.onSort(active && sort.descending ? null : { column: column.id, descending: active });
  return (
    <th
      scope="col"
      aria-sort={active ? direction : 'none'}
      className={cn('px-1 font-normal', column.align === 'right' ? 'text-right' : 'text-left')}
    >
      <button
        type="button"
        onClick={next}
        className="inline-flex h-8 max-w-full items-center gap-1 rounded-md px-1.5 font-medium text-muted text-small hover:text-ink"
      >
        <span className="truncate">{column.header}</span>
        {active && <Arrow className="size-3" aria-hidden />}
      </button>
    </th>
  );
}
