import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { TextBlock } from './TextBlock';

/** In the zone of the one who looks; the pages of logs are drawn in the browser only. */
const clock = new Intl.DateTimeFormat('en', {
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const exactTime = (time: number) =>
  new Date(time).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'long' });

/**
 * One call of a log: when it was and how it ended in a line, all that was logged of it behind.
 * @param props.time ms since the epoch
 */
export function LogEntry(props: {
  requestId: string;
  time: number;
  text: string;
  open: boolean;
  /** of the line, after the time */
  children: ReactNode;
}) {
  const { requestId, time, text, open, children } = props;
  return (
    <li>
      <details open={open} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 shrink-0 text-muted group-open:rotate-90" aria-hidden />
          <time dateTime={new Date(time).toISOString()} title={exactTime(time)} className="tabular">
            {clock.format(time)}
          </time>
          {children}
        </summary>
        <div className="pb-3 sm:pl-8">
          <TextBlock label={`Log of ${requestId}`} text={text} />
        </div>
      </details>
    </li>
  );
}
