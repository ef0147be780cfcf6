import { CircleAlert } from 'lucide-react';
import { cn } from '@/components/ui/cn';

/** One station: its name, what it does, the time of the last run, and the reason when it failed. */
export function DiagramBox(props: {
  title: string;
  summary: string;
  mono: boolean;
  time?: string;
  failed?: string;
  opens: boolean;
}) {
  return (
    <div
      className={cn(
        'flex h-full flex-col @2xl:min-h-20 gap-1 rounded-md border px-3 py-2',
        props.opens ? 'border-line-strong bg-canvas hover:bg-hover' : 'justify-center bg-panel',
        props.failed && 'border-danger bg-danger-fill hover:bg-danger-fill',
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-2">
        <span className={cn('font-medium', props.opens && !props.failed && 'text-accent-ink')}>
          {props.title}
        </span>
        {props.time && <span className="tabular font-mono text-muted text-small">{props.time}</span>}
      </div>
      <span className={cn('text-muted text-small wrap-anywhere', props.mono && 'font-mono')}>
        {props.mono ? <BreakAtSlashes text={props.summary} /> : props.summary}
      </span>
      {props.failed && (
        <span className="flex gap-1.5 break-words text-danger text-small">
          <CircleAlert className="mt-px size-3.5 shrink-0" aria-label="Failed" />
          <span className="min-w-0 wrap-anywhere">{props.failed}</span>
        </span>
      )}
    </div>
  );
}

/** A long address wraps behind its slashes before it wraps inside a word. */
function BreakAtSlashes({ text }: { text: string }) {
  return text.split(/(?<=\/)/).map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text
    <span key={index}>
      {part}
      <wbr />
    </span>
  ));
}
