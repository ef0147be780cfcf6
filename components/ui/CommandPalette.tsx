'use client';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useEffect, useState } from 'react';
import { itemsFor } from './itemsFor';
import { useReturnFocus } from './useReturnFocus';

export interface PaletteItem {
  id: string;
  label: string;
  /** small text at the right: an id, a shortcut */
  hint?: string;
  icon?: ReactNode;
  /** further words that find it */
  keywords?: string[];
  run: () => void;
}
export interface PaletteGroup {
  heading: string;
  items: PaletteItem[];
}

/** Ctrl/Cmd-K palette. The owner keeps `open`; the shortcut is bound here. */
export function CommandPalette(props: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly PaletteGroup[];
  placeholder?: string;
}) {
  const [search, setSearch] = useState('');
  const returnFocus = useReturnFocus(props.open);
  const openChange = (open: boolean) => {
    setSearch('');
    props.onOpenChange(open);
  };
  usePaletteShortcut(() => openChange(!props.open));
  return (
    <Radix.Root open={props.open} onOpenChange={openChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-black/45" />
        <Radix.Content
          aria-describedby={undefined}
          onCloseAutoFocus={returnFocus}
          className="fixed top-[12vh] left-1/2 z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 animate-appear overflow-hidden rounded-md border border-line-strong bg-canvas text-body text-ink outline-none"
        >
          <Radix.Title className="sr-only">Go to a place or run an action</Radix.Title>
          <Command loop shouldFilter={false}>
            <div className="flex items-center gap-2 border-b px-3">
              <Search className="size-4 text-muted" aria-hidden />
              <Command.Input
                value={search}
                onValueChange={setSearch}
                placeholder={props.placeholder ?? 'Search places and actions'}
                className="h-11 flex-1 bg-transparent outline-none"
              />
            </div>
            <Command.List className="max-h-[50vh] overflow-y-auto p-1">
              <Command.Empty className="px-3 py-6 text-center text-muted">
                Nothing has that name.
              </Command.Empty>
              {props.groups.map((group) => (
                <Group
                  key={group.heading}
                  heading={group.heading}
                  items={itemsFor(search, group.items)}
                  close={() => openChange(false)}
                />
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Group({ heading, items, close }: PaletteGroup & { close: () => void }) {
  if (items.length === 0) return null;
  return (
    <Command.Group
      heading={heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-muted [&_[cmdk-group-heading]]:text-small"
    >
      {items.map((item) => (
        <Command.Item
          key={item.id}
          value={item.id}
          onSelect={() => {
            close();
            item.run();
          }}
          className="flex cursor-default items-center gap-2.5 rounded-[4px] px-2 py-2 data-[selected=true]:bg-hover [&_svg]:size-4 [&_svg]:text-muted"
        >
          {item.icon}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.hint && <span className="font-mono text-muted text-small">{item.hint}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function usePaletteShortcut(toggle: () => void) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      toggle();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [toggle]);
}
