'use client';
import { useRouter } from 'next/navigation';
import type { KeyboardEvent, MouseEvent } from 'react';
import { cn } from './cn';
import type { Column } from './DataTable';
import { leaving } from './leaving';

/** One row. Links and buttons inside it keep their own click. */
export function DataTableRow<Row>(props: {
  index: number;
  row: Row;
  columns: readonly Column<Row>[];
  href?: string;
}) {
  const router = useRouter();
  const open = (event: MouseEvent | KeyboardEvent) => {
    const { target, currentTarget } = event;
    // React also brings what happens in a menu or dialog of the row, which is elsewhere in the document.
    if (!(target instanceof Element) || !currentTarget.contains(target)) return;
    const inner = target.closest('a, button, input, select, label');
    const { href } = props;
    if (!href || inner) return;
    if (event.ctrlKey || event.metaKey) window.open(href, '_blank', 'noopener');
    else leaving.leave(() => router.push(href));
  };
  return (
    <tr
      data-index={props.index}
      aria-rowindex={props.index + 2}
      tabIndex={props.index === 0 ? 0 : -1}
      onClick={open}
      onKeyDown={(event) => event.key === 'Enter' && open(event)}
      className={cn(
        '-outline-offset-2 hover:bg-hover last:[&>td]:border-b-0',
        props.href && 'cursor-pointer',
      )}
    >
      {props.columns.map((column) => (
        <td
          key={column.id}
          className={cn(
            'h-[37px] max-w-[44ch] truncate max-sm:max-w-[60vw] border-b px-3 py-0',
            column.align === 'right' && 'text-right',
            column.className,
          )}
        >
          {column.cell(props.row)}
        </td>
      ))}
    </tr>
  );
}
