'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { SearchInput } from '@/components/ui/SearchInput';
import { Select } from '@/components/ui/Select';
import { useUrlState } from '@/components/ui/useUrlState';
import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import { treeKey } from '../../../resources/_components/tree/treeKey';
import type { Catalog } from '../Catalog';
import { EntityLine } from './EntityLine';
import { type EntityRow, entityRows, foldedAtFirst, wayTo } from './entityRows';
import { entityTree } from './entityTree';
import { type Show, shows, treeFilter } from './treeFilter';

const rowHeight = 30;
const noRowsYet = { width: 320, height: 720 };

/** Everything that can be documented: filter, arrows to walk and fold, Enter to open. Only lines in view are drawn. */
export function EntityTree(props: {
  catalog: Catalog;
  selected: DocumentationPartLocation;
  unsaved: ReadonlySet<string>;
  onOpen: (location: DocumentationPartLocation) => void;
}) {
  const { catalog, unsaved } = props;
  const selected = locationKey(props.selected);
  const [filter, setFilter] = useUrlState('q');
  const [show, setShow] = useUrlState('show', 'all');
  const wanted = useDeferredValue(filter);
  const roots = useMemo(() => entityTree(catalog), [catalog]);
  const [folded, setFolded] = useState(() => foldedAtFirst(roots, catalog.entities.length));
  const [active, setActive] = useState(selected);
  const matches = useMemo(() => treeFilter(catalog, wanted, show as Show), [catalog, wanted, show]);
  const rows = useMemo(() => entityRows(roots, folded, matches), [roots, folded, matches]);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: noRowsYet,
  });
  const scrollTo = (id: string) =>
    lines.scrollToIndex(
      Math.max(
        0,
        rows.findIndex((row) => row.id === id),
      ),
    );
  useFollow(() => {
    const way = new Set(wayTo(roots, selected));
    setActive(selected);
    setFolded((before) => new Set([...before].filter((id) => !way.has(id))));
    scrollTo(selected);
  }, selected);

  const fold = (id: string) =>
    setFolded(
      (before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]),
    );
  const open = ({ id, node, foldable }: EntityRow) => {
    setActive(id);
    if (node.location) props.onOpen(node.location);
    else if (foldable) fold(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows.find(({ id }) => id === active);
    const step = treeKey(event.key, rows, active);
    if (event.key === 'Enter' && row) open(row);
    else if (step && 'move' in step) {
      setActive(step.move);
      scrollTo(step.move);
    } else if (step) fold('fold' in step ? step.fold : step.unfold);
    else return;
    event.preventDefault();
  };
  const toTree = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    scroller.current?.focus();
  };
  const activeIndex = rows.findIndex(({ id }) => id === active);

  return (
    <>
      <search className="grid grid-cols-[minmax(0,1fr)_7.5rem] gap-2 p-2">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow leads from the box into the tree */}
        <div onKeyDown={toTree}>
          <SearchInput value={filter} onChange={setFilter} placeholder="Filter" />
        </div>
        <Select
          aria-label="Show"
          options={shows}
          value={show}
          onChange={(event) => setShow(event.target.value)}
        />
      </search>
      <div
        ref={scroller}
        role="tree"
        aria-label="What can be documented"
        tabIndex={0}
        aria-activedescendant={activeIndex < 0 ? undefined : lineId(activeIndex)}
        onKeyDown={onKeyDown}
        className="group/tree min-h-0 flex-1 overflow-auto px-1.5 pb-3 outline-none"
      >
        {rows.length === 0 && <p className="px-2 py-3 text-muted">Nothing here matches.</p>}
        <div role="presentation" className="relative" style={{ height: lines.getTotalSize() }}>
          {lines.getVirtualItems().map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <EntityLine
                  key={row.id}
                  row={row}
                  domId={lineId(index)}
                  top={start}
                  height={rowHeight}
                  source={row.node.location && catalog.source(row.node.location)}
                  unsaved={unsaved.has(row.id)}
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

const lineId = (index: number) => `entity-${index}`;

/** A selection made elsewhere (a button of the editor, the back button) moves the tree along. */
function useFollow(follow: () => void, selected: string) {
  const now = useRef(follow);
  now.current = follow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection is the reason
  useEffect(() => now.current(), [selected]);
}
