'use client';

import { ChevronRight } from 'lucide-react';
import type { MouseEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import { MethodMarks } from '../MethodMarks';
import type { TreeRow } from './treeRows';

interface TreeLineProps {
  row: TreeRow;
  domId: string;
  top: number;
  height: number;
  selected: boolean;
  active: boolean;
  onOpen: () => void;
  onFold: () => void;
}

/** One line of the tree, at its place in the scrolled height. */
export function TreeLine({ row, domId, top, height, selected, active, onOpen, onFold }: TreeLineProps) {
  const foldable = row.kind === 'resource' && row.foldable;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and answers the keys
    <div
      id={domId}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.depth + 1}
      aria-selected={selected}
      aria-expanded={foldable ? !row.folded : undefined}
      aria-label={row.kind === 'method' ? `${row.method.httpMethod} ${row.resource.path}` : row.resource.path}
      onClick={onOpen}
      className={cn(
        'absolute inset-x-0 flex cursor-pointer items-center gap-1.5 rounded-md pr-2 hover:bg-hover',
        selected && 'bg-selected hover:bg-selected',
        active && 'group-focus-visible/tree:outline-2 group-focus-visible/tree:outline-accent-ink',
      )}
      style={{ top, height, paddingLeft: 4 + Math.min(row.depth, 9) * 14 }}
    >
      {row.kind === 'resource' ? (
        <ResourceLine row={row} foldable={foldable} onFold={onFold} />
      ) : (
        <MethodLine row={row} />
      )}
    </div>
  );
}

function ResourceLine(props: {
  row: Extract<TreeRow, { kind: 'resource' }>;
  foldable: boolean;
  onFold: () => void;
}) {
  const { row, foldable, onFold } = props;
  const fold = (event: MouseEvent) => {
    event.stopPropagation();
    onFold();
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the left and right arrows do the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the left and right arrows do the same */}
      <span
        onClick={foldable ? fold : undefined}
        className={cn(
          'flex size-6 shrink-0 items-center justify-center rounded text-muted',
          foldable ? 'hover:text-ink' : 'invisible',
        )}
      >
        <ChevronRight className={cn('size-3.5', !row.folded && 'rotate-90')} aria-hidden />
      </span>
      <MiddleEllipsis
        text={row.resource.pathPart ? `/${row.resource.pathPart}` : '/'}
        className="flex-1 font-mono text-small"
      />
    </>
  );
}

function MethodLine({ row }: { row: Extract<TreeRow, { kind: 'method' }> }) {
  const { method } = row;
  return (
    <>
      <span className="w-6 shrink-0" />
      <MethodBadge method={method.httpMethod} />
      <span className="min-w-0 flex-1 truncate text-muted text-small">{method.operationName}</span>
      <MethodMarks path={row.resource.path} method={method} compact />
    </>
  );
}
