'use client';

import { ChevronRight, CornerDownRight, FileText, PenLine } from 'lucide-react';
import type { MouseEvent } from 'react';
import { cn } from '@/components/ui/cn';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import { documentationAddress, documentationTypeWords } from '@/lib/model/documentationAddress';
import type { Source } from '../Catalog';
import type { EntityRow } from './entityRows';

interface EntityLineProps {
  row: EntityRow;
  domId: string;
  top: number;
  height: number;
  source?: Source;
  unsaved: boolean;
  selected: boolean;
  active: boolean;
  onOpen: () => void;
  onFold: () => void;
}

const sourceWords: Record<Source, string> = {
  part: 'has a part',
  definition: 'says it itself',
  inherited: 'inherits',
  none: 'not documented',
};

/** One line of the tree, at its place in the scrolled height. */
export function EntityLine(props: EntityLineProps) {
  const { row, source, selected } = props;
  const { node, foldable } = row;
  const name = node.location ? documentationAddress(node.location) : node.label;
  const words = [name, source && sourceWords[source], props.unsaved && 'not saved']
    .filter(Boolean)
    .join(', ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the focus and answers the keys
    <div
      id={props.domId}
      role="treeitem"
      tabIndex={-1}
      aria-level={row.depth + 1}
      aria-selected={selected}
      aria-expanded={foldable ? !row.folded : undefined}
      aria-label={words}
      title={words}
      onClick={props.onOpen}
      className={cn(
        'absolute inset-x-0 flex cursor-pointer items-center gap-1.5 rounded-md pr-2 hover:bg-hover',
        selected && 'bg-selected hover:bg-selected',
        props.active && 'group-focus-visible/tree:outline-2 group-focus-visible/tree:outline-accent-ink',
      )}
      style={{ top: props.top, height: props.height, paddingLeft: 4 + Math.min(row.depth, 9) * 14 }}
    >
      <Fold {...props} />
      <Label row={row} source={source} />
      {props.unsaved && <PenLine className="size-3.5 shrink-0 text-warning" aria-hidden />}
      {source === 'part' && <FileText className="size-3.5 shrink-0 text-accent-ink" aria-hidden />}
      {source === 'inherited' && <CornerDownRight className="size-3.5 shrink-0 text-muted" aria-hidden />}
    </div>
  );
}

function Fold({ row, onFold }: EntityLineProps) {
  const fold = (event: MouseEvent) => {
    event.stopPropagation();
    onFold();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the left and right arrows do the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: the left and right arrows do the same
    <span
      onClick={row.foldable ? fold : undefined}
      className={cn(
        'flex size-6 shrink-0 items-center justify-center rounded text-muted',
        row.foldable ? 'hover:text-ink' : 'invisible',
      )}
    >
      <ChevronRight className={cn('size-3.5', !row.folded && 'rotate-90')} aria-hidden />
    </span>
  );
}

function Label({ row: { node }, source }: { row: EntityRow; source?: Source }) {
  const { location, label, kind } = node;
  if (!location) return <span className="flex-1 font-medium text-muted text-small">{label}</span>;
  const faint = source === 'none' && 'text-muted';
  if (location.type === 'METHOD' && location.method !== '*' && label === location.method)
    return (
      <span className="flex flex-1">
        <MethodBadge method={label} />
      </span>
    );
  const isWords = label === documentationTypeWords[location.type] || label === documentationAddress(location);
  if (isWords) return <span className={cn('min-w-0 flex-1 truncate text-small', faint)}>{label}</span>;
  return (
    <span className={cn('flex min-w-0 flex-1 items-center gap-2', faint)}>
      <MiddleEllipsis text={label} className="font-mono text-small" />
      {kind && <span className="shrink-0 text-muted text-small">{kind}</span>}
    </span>
  );
}
