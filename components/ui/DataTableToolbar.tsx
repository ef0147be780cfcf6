'use client';
import { Columns3, Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { csv } from './csv';
import type { Column } from './DataTable';
import { DropdownMenu } from './DropdownMenu';
import { IconButton } from './IconButton';
import { SearchInput } from './SearchInput';
import { saveFile } from './saveFile';
import type { useHiddenColumns } from './useHiddenColumns';
import type { useTableRows } from './useTableRows';

/** Search, count, column choice and CSV above a DataTable. */
export function DataTableToolbar<Row>(props: {
  label: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  visible: readonly Column<Row>[];
  table: ReturnType<typeof useTableRows<Row>>;
  hidden: ReturnType<typeof useHiddenColumns>;
  searchPlaceholder?: string;
  actions?: ReactNode;
}) {
  const { table } = props;
  const download = () => {
    const columns = props.visible.filter((column) => column.text);
    const lines = table.shown.map((row) => columns.map((column) => column.text?.(row)));
    const text = csv([columns.map((column) => column.header), ...lines]);
    saveFile(`${props.label.toLowerCase().replaceAll(' ', '-')}.csv`, 'text/csv', text);
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchInput
        className="w-full sm:w-72"
        value={table.search}
        onChange={table.setSearch}
        placeholder={props.searchPlaceholder ?? `Search ${inSentence(props.label)}`}
      />
      <span className="tabular text-muted text-small" aria-live="polite">
        {countText(table.shown.length, props.rows.length)}
      </span>
      <div className="ml-auto flex items-center gap-1">
        <DropdownMenu
          trigger={
            <IconButton label="Columns">
              <Columns3 aria-hidden />
            </IconButton>
          }
          items={props.columns
            .filter((column) => !column.fixed && column.header)
            .map((column) => ({
              label: `${props.hidden.isHidden(column.id) ? 'Show' : 'Hide'} ${column.header.toLowerCase()}`,
              onSelect: () => props.hidden.toggle(column.id),
            }))}
        />
        <IconButton label="Download CSV" onClick={download}>
          <Download aria-hidden />
        </IconButton>
        {props.actions}
      </div>
    </div>
  );
}

/** "Usage plans" -> "usage plans", but "API keys" stays. */
const inSentence = (label: string) =>
  /^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

const countText = (shown: number, all: number) =>
  shown === all ? all.toLocaleString('en') : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`;
