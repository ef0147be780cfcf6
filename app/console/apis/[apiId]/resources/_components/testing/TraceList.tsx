import { CircleAlert } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { TestInvokeResult } from '@/lib/control/control';
import { shownTime } from '../diagram/runMarks';

type Entry = TestInvokeResult['trace'][number];

/** The pipeline's steps in their order, each with when it was, what it said, and its details behind a fold. */
export function TraceList({ trace }: { trace: Entry[] }) {
  return (
    <ol className="divide-y border-y">
      {trace.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a trace never changes
        <TraceLine key={index} entry={entry} since={entry.at - (trace[index - 1]?.at ?? 0)} />
      ))}
    </ol>
  );
}

function TraceLine({ entry, since }: { entry: Entry; since: number }) {
  const { step, at, message, failed, detail } = entry;
  return (
    <li className={cn('flex gap-3 px-1 py-1.5', failed && 'bg-danger-fill text-danger')}>
      <span
        className="tabular w-16 shrink-0 text-right font-mono text-small"
        title={`${since.toFixed(2)} ms after the step before`}
      >
        {shownTime(at)}
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="flex min-w-0 gap-1.5">
            {failed && <CircleAlert className="mt-0.5 size-4 shrink-0" aria-label="Failed" />}
            <span className="min-w-0 wrap-anywhere">{message}</span>
          </span>
          <span className={cn('font-mono text-small', !failed && 'text-muted')}>{step}</span>
        </p>
        {detail && Object.keys(detail).length > 0 && (
          <details>
            <summary className="cursor-pointer text-muted text-small">Details</summary>
            <pre className="mt-1 overflow-x-auto whitespace-pre-wrap break-all rounded-md border bg-panel p-2 font-mono text-ink text-small">
              {JSON.stringify(detail, null, 2)}
            </pre>
          </details>
        )}
      </div>
    </li>
  );
}
