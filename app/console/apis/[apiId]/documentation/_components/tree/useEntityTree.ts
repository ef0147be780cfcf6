'use client';

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { treeKey } from '../../../resources/_components/tree/treeKey';
import type { Catalog } from '../Catalog';
import { type EntityRow, entityRows, foldedAtFirst, wayTo } from './entityRows';
import { type EntityNode, entityTree } from './entityTree';

export const rowHeight = 30;
const noRowsYet = { width: 320, height: 720 };

interface Tree {
  rows: EntityRow[];
  lines: Virtualizer<HTMLDivElement, Element>;
  scroller: RefObject<HTMLDivElement | null>;
  active: string;
  fold: (id: string) => void;
  open: (row: EntityRow) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The lines of the tree, which of them is active, and what keys and clicks do. */
export function useEntityTree(props: {
  catalog: Catalog;
  /** id of the line that is chosen */
  selected: string;
  matches: ((node: EntityNode) => boolean) | undefined;
  onOpen: (node: EntityNode) => void;
}): Tree {
  const { catalog, selected, matches, onOpen } = props;
  const roots = useMemo(() => entityTree(catalog), [catalog]);
  const [folded, setFolded] = useState(() => foldedAtFirst(roots, catalog.entities.length));
  const [active, setActive] = useState(selected);
  const rows = useMemo(() => entityRows(roots, folded, matches), [roots, folded, matches]);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: noRowsYet,
  });
  const scrollTo = useScroll(rows, (index) => lines.scrollToIndex(index));
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
    if (node.location) onOpen(node);
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
  return { rows, lines, scroller, active, fold, open, onKeyDown };
}

/** Brings a line into view, as soon as it is one: it may be in what is just being unfolded. */
function useScroll(rows: EntityRow[], scroll: (index: number) => void) {
  const wanted = useRef<string>(undefined);
  const now = () => {
    const index = rows.findIndex(({ id }) => id === wanted.current);
    if (index < 0) return;
    wanted.current = undefined;
    scroll(index);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines are the reason
  useEffect(now, [rows]);
  return (id: string) => {
    wanted.current = id;
    now();
  };
}

/** A selection made elsewhere (a button of the editor, the back button) moves the tree along. */
function useFollow(follow: () => void, selected: string) {
  const now = useRef(follow);
  now.current = follow;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the selection is the reason
  useEffect(() => now.current(), [selected]);
}
