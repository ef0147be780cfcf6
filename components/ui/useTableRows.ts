'use client';
import { useDeferredValue, useMemo } from 'react';
import type { Column } from './DataTable';
import { useUrlState } from './useUrlState';

/** Search and sort of a DataTable; both live in the address. */
export function useTableRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  options: { initialSort?: string; urlPrefix?: string },
) {
  const prefix = options.urlPrefix ?? '';
  const [search, setSearch] = useUrlState(`${prefix}q`);
  const [sort, setSort] = useUrlState(`${prefix}sort`, options.initialSort);
  const needle = useDeferredValue(search.trim().toLowerCase());
  const found = useMemo(() => filter(rows, columns, needle), [rows, columns, needle]);
  const [sortId, direction] = sort.split('.');
  const shown = useMemo(
    () =>
      sorted(
        found,
        columns.find((column) => column.id === sortId),
        direction === 'desc',
      ),
    [found, columns, sortId, direction],
  );
  const sortBy = (id: string) => setSort(sortId === id && direction !== 'desc' ? `${id}.desc` : `${id}.asc`);
  return { shown, search, setSearch, sortBy, sortId, descending: direction === 'desc' };
}

function filter<Row>(rows: readonly Row[], columns: readonly Column<Row>[], needle: string): readonly Row[] {
  if (!needle) return rows;
  return rows.filter((row) =>
    columns.some((column) => column.text?.(row)?.toString().toLowerCase().includes(needle)),
  );
}

function sorted<Row>(
  rows: readonly Row[],
  column: Column<Row> | undefined,
  descending: boolean,
): readonly Row[] {
  const value = column?.sort ?? column?.text;
  if (!value) return rows;
  const sign = descending ? -1 : 1;
  return rows
    .map((row) => ({ row, key: value(row) ?? '' }))
    .sort((a, b) => sign * compare(a.key, b.key))
    .map((each) => each.row);
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const compare = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
