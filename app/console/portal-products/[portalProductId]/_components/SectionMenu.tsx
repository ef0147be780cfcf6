'use client';

import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import { undoToast } from '@/components/ui/Toaster';
import type { DisplayOrder } from '@/lib/model/portalSite';
import { removeSection, renameSection, stepSection } from '../../displayOrder';
import { SectionDialog } from './SectionDialog';

/** What may be done to a section as a whole. */
export function SectionMenu(props: {
  at: number;
  order: DisplayOrder;
  onOrder: (order: DisplayOrder) => void;
}) {
  const { at, order, onOrder } = props;
  const [renaming, setRenaming] = useState(false);
  const name = order.contents[at]?.sectionName ?? '';
  const remove = () => {
    onOrder(removeSection(order, at));
    undoToast(`Section ${name} removed; its endpoints are drafts`, () => onOrder(order));
  };
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton label={`Actions of section ${name}`} className="size-7">
            <Ellipsis />
          </IconButton>
        }
        items={[
          { label: 'Rename', icon: <Pencil />, onSelect: () => setRenaming(true) },
          {
            label: 'Move up',
            icon: <ArrowUp />,
            disabled: at === 0,
            onSelect: () => onOrder(stepSection(order, at, -1)),
          },
          {
            label: 'Move down',
            icon: <ArrowDown />,
            disabled: at === order.contents.length - 1,
            onSelect: () => onOrder(stepSection(order, at, 1)),
          },
          { kind: 'separator' },
          { label: 'Remove', icon: <Trash2 />, danger: true, onSelect: remove },
        ]}
      />
      {renaming && (
        <SectionDialog
          title={`Rename section ${name}`}
          name={name}
          taken={order.contents.map(({ sectionName }) => sectionName)}
          onClose={() => setRenaming(false)}
          onName={(sectionName) => {
            setRenaming(false);
            onOrder(renameSection(order, at, sectionName));
          }}
        />
      )}
    </>
  );
}
