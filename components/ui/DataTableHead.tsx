'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { cn } from './cn';
import type { Column } from './DataTable';
import type { useTableRows } from './useTableRows';

/** The sticky head of a DataTable; a column that can be sorted is a button. */
export function DataTableHead<Row>(props: {
  columns: readonly Column<Row>[];
  table: ReturnType<typeof useTableRows<Row>>;
}) {
  const { sortId, descending, sortBy } = props.table;
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <thead className="sticky top-0 z-10">
      <tr>
        {props.columns.map((column) => {
          const active = column.id === sortId;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={active ? (descending ? 'descending' : 'ascending') : undefined}
              className={cn(
                'h-8 whitespace-nowrap border-b bg-panel px-3 font-medium text-muted text-small',
                column.align === 'right' && 'text-right',
              )}
            >
              {column.text || column.sort ? (
                <button
                  type="button"
                  onClick={() => sortBy(column.id)}
                  className="inline-flex h-6 items-center gap-1 hover:text-ink"
                >
                  {column.header}
                  {active && <Arrow className="size-3" aria-hidden />}
                </button>
              ) : (
                <span className={column.header ? undefined : 'sr-only'}>{column.header || 'Actions'}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
