'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type Place, toPlace, usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';
import { TreeFilter } from './TreeFilter';
import { TreeLine } from './TreeLine';
import { treeKey } from './treeKey';
import { methodRowId, type TreeRow, treeRows, unfoldedTo } from './treeRows';

const rowHeight = 30;
const noRowsYet = { width: 288, height: 720 };

/** Resources and methods: filter, arrows to walk and fold, Enter to open. Only the lines in view are drawn. */
export function ResourceTree({ onOpen }: { onOpen: () => void }) {
  const { resources } = useWorkspace();
  const { place, go } = usePlace();
  const [filter, setFilter] = useState(place.q ?? '');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const wanted = useDeferredValue(filter);
  const rows = useMemo(() => treeRows(resources, folded, wanted), [resources, folded, wanted]);
  const selected = selectedRow(place, resources[0]?.id);
  const [active, setActive] = useState(selected);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: noRowsYet,
  });
  const show = (id: string) => {
    setActive(id);
    setFolded((before) => unfoldedTo(resources, before, id));
    lines.scrollToIndex(
      Math.max(
        0,
        rows.findIndex((row) => row.id === id),
      ),
    );
  };
  useFollow(show, selected, wanted === '');

  const fold = (id: string) =>
    setFolded(
      (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
    );
  const open = (row: TreeRow) => {
    go(toPlace(row.resource.id, row.kind === 'method' ? row.method.httpMethod : null));
    onOpen();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find(({ id }) => id === active);
    const step = treeKey(event.key, rows, active);
    if (event.key === 'Enter' && row) open(row);
    else if (step && 'move' in step) {
      setActive(step.move);
      lines.scrollToIndex(rows.findIndex(({ id }) => id === step.move));
    } else if (step) fold('fold' in step ? step.fold : step.unfold);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <TreeFilter value={filter} onChange={setFilter} onDown={() => scroller.current?.focus()} />
      <div
        ref={scroller}
        role="tree"
        aria-label="Resources"
        tabIndex={0}
        aria-activedescendant={rows.some(({ id }) => id === active) ? lineId(active) : undefined}
        onKeyDown={onKeyDown}
        className="group/tree min-h-0 flex-1 overflow-auto px-1.5 pb-3 outline-none"
      >
        {rows.length === 0 && <p className="px-2 py-3 text-muted">Nothing here matches “{wanted}”.</p>}
        <div role="presentation" className="relative" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <TreeLine
                  key={row.id}
                  row={row}
                  domId={lineId(row.id)}
                  top={start}
                  height={rowHeight}
                  selected={row.id === selected}
                  active={row.id === active}
                  onOpen={() => open(row)}
                  onFold={() => fold(row.id)}
                />
              )
            );
          })}
        </div>
      </div>
    </>
  );
}

const lineId = (rowId: string) => `tree-${rowId.replace(' ', '-')}`;

function selectedRow({ resource, method }: Place, root = ''): string {
  const id = resource ?? root;
  return method ? methodRowId(id, method) : id;
}

/** A selection made elsewhere (a link, the back button) moves the tree along; so does the end of a filter. */
function useFollow(show: (id: string) => void, selected: string, unfiltered: boolean) {
  const now = useRef(show);
  now.current = show;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the end of a filter is a reason to follow, too
  useEffect(() => now.current(selected), [selected, unfiltered]);
}
