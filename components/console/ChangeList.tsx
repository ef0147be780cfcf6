'use client';

import { useState } from 'react';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import type { Change } from '@/lib/model/deployment';

const tones = { added: 'success', removed: 'danger', changed: 'warning' } as const;
const shownFirst = 100;

/** Differences of two definitions as sentences; the raw values behind each. */
export function ChangeList({ changes, empty }: { changes: Change[]; empty: string }) {
  const [all, setAll] = useState(false);
  if (changes.length === 0) return <p className="text-muted">{empty}</p>;
  const shown = all ? changes : changes.slice(0, shownFirst);
  return (
    <div className="grid gap-3">
      <ul className="divide-y border-y">
        {shown.map((change) => (
          <li key={`${change.kind} ${change.subject} ${change.path ?? ''} ${change.sentence}`}>
            <Line change={change} />
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <Button size="sm" onClick={() => setAll(true)} className="justify-self-start">
          Show all {changes.length} changes
        </Button>
      )}
    </div>
  );
}

/** The sentence; where there are values, it opens to show them. */
function Line({ change }: { change: Change }) {
  const [open, setOpen] = useState(false);
  const sentence = (
    <>
      <Badge tone={tones[change.kind]}>{change.kind}</Badge>
      <span className="min-w-0 break-words">{change.sentence}</span>
    </>
  );
  if (change.before === undefined && change.after === undefined)
    return <p className="flex items-start gap-2 py-1.5">{sentence}</p>;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer py-1.5 marker:text-muted hover:bg-hover" title="Raw difference">
        <span className="inline-flex max-w-[calc(100%-20px)] items-start gap-2 align-top">{sentence}</span>
      </summary>
      {open && (
        <div className="grid gap-2 pb-3 sm:grid-cols-2">
          <Value title="Before" value={change.before} />
          <Value title="After" value={change.after} />
        </div>
      )}
    </details>
  );
}

function Value({ title, value }: { title: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <p className="text-muted text-small">{title}</p>
      <pre
        tabIndex={0}
        className="max-h-64 overflow-auto rounded-md border bg-panel p-2 font-mono text-small"
      >
        {value === undefined ? 'absent' : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
