'use client';
import Link from 'next/link';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

export type MenuItem =
  | { kind: 'separator' }
  | { kind: 'heading'; label: ReactNode }
  | {
      kind?: 'item';
      label: ReactNode;
      icon?: ReactNode;
      /** follows a link … */
      href?: string;
      /** … or does something */
      onSelect?: () => void;
      danger?: boolean;
      disabled?: boolean;
    };

const itemClass =
  'flex cursor-default select-none items-center gap-2 rounded-[4px] px-2 py-1.5 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover [&_svg]:size-4 [&_svg]:text-muted';

/** A menu behind `trigger` (a button). */
export function DropdownMenu(props: {
  trigger: ReactNode;
  items: readonly MenuItem[];
  align?: 'start' | 'end';
}) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={props.align ?? 'end'}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[60vh] min-w-44 max-w-80 animate-appear overflow-y-auto rounded-md border border-line-strong bg-canvas p-1 text-body text-ink"
        >
          {props.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a menu's items are fixed while it is open
            <Entry key={index} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ item }: { item: MenuItem }) {
  if (item.kind === 'separator') return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
  if (item.kind === 'heading')
    return <Radix.Label className="truncate px-2 py-1.5 text-muted text-small">{item.label}</Radix.Label>;
  const content = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1 truncate">{item.label}</span>
    </>
  );
  return (
    <Radix.Item
      asChild={Boolean(item.href)}
      disabled={item.disabled}
      onSelect={item.onSelect}
      className={cn(itemClass, item.danger && 'text-danger [&_svg]:text-danger')}
    >
      {item.href ? <Link href={item.href}>{content}</Link> : content}
    </Radix.Item>
  );
}
