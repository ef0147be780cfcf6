'use client';

import { ChevronRight } from 'lucide-react';
import { TextBlock } from '@/components/console/TextBlock';
import { Badge } from '@/components/ui/Badge';
import type { LoggedCall } from './loggedCalls';

/** In the zone of the one who looks; the list is drawn in the browser only. */
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

/** One call: what it was and how it ended in a line, all that was logged of it behind. */
export function LoggedCallLine({ call, open }: { call: LoggedCall; open: boolean }) {
  const { requestId, time, what, status, failed, lines } = call;
  return (
    <li>
      <details open={open} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 shrink-0 text-muted group-open:rotate-90" aria-hidden />
          <time dateTime={new Date(time).toISOString()} title={exactTime(time)} className="tabular">
            {clock.format(time)}
          </time>
          <span className="w-24">
            <Badge tone={failed ? 'danger' : 'neutral'}>
              {status === undefined ? 'Cut off' : `${status}${failed ? ' error' : ''}`}
            </Badge>
          </span>
          <span className="min-w-0 flex-1 truncate font-mono text-small max-sm:basis-full" title={what}>
            {what || 'Refused before it was executed'}
          </span>
          <code className="min-w-0 truncate text-muted text-small">{requestId}</code>
        </summary>
        <div className="pb-3 sm:pl-8">
          <TextBlock label={`Log of ${requestId}`} text={lines.join('\n')} />
        </div>
      </details>
    </li>
  );
}
