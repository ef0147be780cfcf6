'use client';

import { useEffect, useState } from 'react';
import { Dialog } from '@/components/ui/Dialog';

const shortcuts = [
  { keys: 'Ctrl K', does: 'Search places and actions' },
  { keys: '/', does: 'Go to the search or filter of the page' },
  { keys: '↑ ↓ Home End', does: 'Move in a table or in the resource tree' },
  { keys: 'Enter', does: 'Open the row or the resource' },
  { keys: 'Ctrl S', does: 'Save the form or the drawer' },
  { keys: 'Ctrl Enter', does: 'Run the test of a method' },
  { keys: 'Esc', does: 'Close what is open; empty the search' },
  { keys: '?', does: 'Show this list' },
];

/** The list of shortcuts, behind the key `?`. */
export function Shortcuts() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key === '?' && !typing) setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <Dialog open={open} onOpenChange={setOpen} title="Shortcuts" description="On a Mac, Cmd stands for Ctrl.">
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {shortcuts.map(({ keys, does }) => (
          <div key={keys} className="contents">
            <dt>
              <kbd className="rounded-[4px] border border-line-strong bg-panel px-1.5 font-mono text-small">
                {keys}
              </kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
