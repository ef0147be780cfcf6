'use client';
import { GripVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import type { SortPlace } from './moveItem';
import { Tooltip } from './Tooltip';
import type { Sorting } from './useSorting';

/** A row of a list that `useSorting` sorts: a handle before its content. `name` says what the handle moves. */
export function SortableRow(props: {
  sorting: Sorting;
  item: string;
  place: SortPlace;
  name: string;
  className?: string;
  children: ReactNode;
}) {
  const { sorting, item, place, name } = props;
  const { over } = sorting;
  const isOver = (index: number) => over?.group === place.group && over.index === index;
  return (
    <li
      data-sort-row=""
      {...sorting.row(item)}
      {...sorting.drop(place)}
      className={cn(
        'flex items-center',
        sorting.dragged === item && 'opacity-50',
        isOver(place.index) && 'shadow-[inset_0_2px_var(--accent)]',
        isOver(place.index + 1) && 'shadow-[inset_0_-2px_var(--accent)]',
        props.className,
      )}
    >
      <Tooltip text="Drag, or move with the arrow keys">
        <button
          type="button"
          aria-label={`Move ${name}`}
          aria-keyshortcuts="ArrowUp ArrowDown"
          {...sorting.handle(item)}
          className="flex h-7 w-5 shrink-0 cursor-grab items-center justify-center rounded-[4px] text-muted hover:text-ink"
        >
          <GripVertical className="size-3.5" aria-hidden />
        </button>
      </Tooltip>
      {props.children}
    </li>
  );
}
