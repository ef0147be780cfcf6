import { cn } from '@/components/ui/cn';
import { shownTime } from './runMarks';

/** An arrow between two boxes; after a run, when the call passed it, dashed where it did not. */
export function DiagramArrow(props: { back: boolean; at?: number; ran: boolean; className: string }) {
  const passed = !props.ran || props.at !== undefined;
  return (
    <li
      aria-hidden={props.at === undefined}
      className={cn(
        'relative flex h-7 items-center justify-center gap-2 @2xl:h-auto @2xl:min-h-20 @2xl:flex-col @2xl:gap-1',
        props.className,
      )}
    >
      <ArrowLine className="h-full @2xl:hidden" passed={passed} turn="rotate-90" />
      <ArrowLine className="hidden w-full @2xl:block" passed={passed} turn={props.back ? 'rotate-180' : ''} />
      {props.at !== undefined && (
        <span className="tabular whitespace-nowrap font-mono text-[11px] text-muted leading-4 @2xl:absolute @2xl:top-[calc(50%+5px)]">
          {shownTime(props.at)}
        </span>
      )}
    </li>
  );
}

function ArrowLine({ className, passed, turn }: { className: string; passed: boolean; turn: string }) {
  return (
    <span className={cn('flex items-center justify-center', className)}>
      <svg viewBox="0 0 44 10" className={cn('h-2.5 w-8 shrink-0 text-field @2xl:w-11', turn)} aria-hidden>
        <title>arrow</title>
        <path
          d="M2 5h38m-4-4 4 4-4 4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.25"
          strokeDasharray={passed ? undefined : '3 3'}
        />
      </svg>
    </span>
  );
}
