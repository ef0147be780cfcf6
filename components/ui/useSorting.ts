'use client';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type SortGroup, type SortPlace, stepOf } from './moveItem';

/**
 * Moves items within and between groups: rows are dragged, and their handles move them by the arrow keys, across the
 * groups' ends too. `row` goes on a row, `drop` on a row or on an empty group, `handle` on a button inside the row;
 * `over` is where a dragged item would land. `onMove` gets a place as `moveItem` takes it.
 */
export function useSorting(groups: readonly SortGroup[], onMove: (item: string, to: SortPlace) => void) {
  const [dragged, setDragged] = useState<string>();
  const [over, setOver] = useState<SortPlace>();
  const moved = useRef<string>(undefined);
  // A row that changed its group is another element: its handle keeps the focus all the same.
  useEffect(() => {
    if (moved.current === undefined) return;
    document.querySelector<HTMLElement>(`[data-sort-handle="${CSS.escape(moved.current)}"]`)?.focus();
    moved.current = undefined;
  });
  const end = () => {
    setDragged(undefined);
    setOver(undefined);
  };
  const step = (item: string, direction: 1 | -1) => {
    const to = stepOf(groups, item, direction);
    if (!to) return;
    moved.current = item;
    onMove(item, to);
  };
  return {
    over,
    dragged,
    step,
    canStep: (item: string, direction: 1 | -1) => stepOf(groups, item, direction) !== undefined,
    row: (item: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', item);
        setDragged(item);
      },
      onDragEnd: end,
    }),
    drop: ({ group, index }: SortPlace) => ({
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (dragged === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        setOver({ group, index: index + (isLowerHalf(event) ? 1 : 0) });
      },
      onDrop: (event: DragEvent) => {
        if (dragged === undefined) return;
        event.preventDefault();
        event.stopPropagation();
        if (over) onMove(dragged, over);
        end();
      },
    }),
    handle: (item: string) => ({
      'data-sort-handle': item,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
        event.preventDefault();
        step(item, event.key === 'ArrowUp' ? -1 : 1);
      },
    }),
  };
}
export type Sorting = ReturnType<typeof useSorting>;

/** Of a row, which says `data-sort-row`: an empty group has no halves. */
function isLowerHalf({ currentTarget, clientY }: DragEvent<HTMLElement>): boolean {
  if (!('sortRow' in currentTarget.dataset)) return false;
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY > top + height / 2;
}
