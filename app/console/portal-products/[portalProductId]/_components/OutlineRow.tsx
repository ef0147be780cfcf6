'use client';

import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, type MenuItem } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';

/** The part of a row that opens its page, and the row's menu. */
export function OutlineRow(props: {
  name: string;
  isShown: boolean;
  onOpen: () => void;
  items: readonly MenuItem[];
  children: ReactNode;
}) {
  const { name, isShown, items } = props;
  return (
    <>
      <button
        type="button"
        aria-current={isShown ? 'page' : undefined}
        onClick={props.onOpen}
        title={name}
        className={cn(
          'flex h-7 min-w-0 flex-1 items-center gap-1.5 rounded-[4px] px-1.5 text-left hover:bg-hover',
          isShown && 'bg-selected font-medium',
        )}
      >
        {props.children}
      </button>
      {items.length > 0 && (
        <DropdownMenu
          items={items}
          trigger={
            <IconButton label={`Actions of ${name}`} className="size-7">
              <Ellipsis />
            </IconButton>
          }
        />
      )}
    </>
  );
}

/** A heading of the outline with what may be done to what is below it. */
export function OutlineHeading({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  return (
    <div className="flex h-7 items-center gap-1 px-1.5">
      <h2 className="min-w-0 flex-1 truncate font-medium text-muted text-small">{children}</h2>
      {actions}
    </div>
  );
}
