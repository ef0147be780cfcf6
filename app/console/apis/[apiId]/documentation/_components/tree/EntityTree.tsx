'use client';

import { type KeyboardEvent, useDeferredValue, useMemo } from 'react';
import { SearchInput } from '@/components/ui/SearchInput';
import { Select } from '@/components/ui/Select';
import { useUrlState } from '@/components/ui/useUrlState';
import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import type { Catalog } from '../Catalog';
import { EntityLine } from './EntityLine';
import { shows, treeFilter } from './treeFilter';
import { rowHeight, useEntityTree } from './useEntityTree';

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
  const matches = useMemo(() => treeFilter(catalog, wanted, show), [catalog, wanted, show]);
  const { rows, lines, scroller, active, ...tree } = useEntityTree({
    catalog,
    selected,
    matches,
    onOpen: ({ location }) => location && props.onOpen(location),
  });
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
        onKeyDown={tree.onKeyDown}
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
                  onOpen={() => tree.open(row)}
                  onFold={() => tree.fold(row.id)}
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
