import { Badge } from '@/components/ui/Badge';
import type { Change } from '@/lib/model/deployment';

const tones = { added: 'success', removed: 'danger', changed: 'warning' } as const;

/** Differences of two definitions as sentences; the raw values behind each. */
export function ChangeList({ changes, empty }: { changes: Change[]; empty: string }) {
  if (changes.length === 0) return <p className="text-muted">{empty}</p>;
  return (
    <ul className="divide-y border-y">
      {changes.map((change) => (
        <li key={`${change.kind} ${change.subject} ${change.path ?? ''} ${change.sentence}`} className="py-2">
          <p className="flex items-start gap-2">
            <Badge tone={tones[change.kind]}>{change.kind}</Badge>
            <span className="min-w-0 break-words">{change.sentence}</span>
          </p>
          {(change.before !== undefined || change.after !== undefined) && <Raw change={change} />}
        </li>
      ))}
    </ul>
  );
}

function Raw({ change }: { change: Change }) {
  return (
    <details className="mt-1">
      <summary className="w-fit text-muted text-small">Raw difference</summary>
      <div className="mt-1 grid gap-2 sm:grid-cols-2">
        <Value title="Before" value={change.before} />
        <Value title="After" value={change.after} />
      </div>
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
