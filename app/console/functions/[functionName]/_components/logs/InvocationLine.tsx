'use client';

import { ChevronRight } from 'lucide-react';
import { TextBlock } from '@/components/console/TextBlock';
import { Badge } from '@/components/ui/Badge';
import type { Invocation } from './invocations';

/** In the zone of the one who looks; the page is drawn in the browser only. */
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

/** One call: how it ended in a line, all that it wrote behind it. */
export function InvocationLine({ invocation, open }: { invocation: Invocation; open: boolean }) {
  const { requestId, version, time, lines, report, fault } = invocation;
  return (
    <li>
      <details open={open} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 shrink-0 text-muted group-open:rotate-90" aria-hidden />
          <time dateTime={new Date(time).toISOString()} title={exactTime(time)} className="tabular">
            {clock.format(time)}
          </time>
          <span className="w-20">
            <Badge tone={fault ? 'danger' : 'neutral'}>
              {fault === 'timeout' ? 'Timed out' : fault ? 'Failed' : report ? 'Ended' : 'Running'}
            </Badge>
          </span>
          <span className="tabular text-muted text-small sm:w-20 sm:text-right">{report?.duration}</span>
          <span className="tabular w-16 text-right text-muted text-small max-sm:hidden">
            {report?.memoryUsed}
          </span>
          <span className="text-muted text-small max-sm:hidden">Version {version}</span>
          <code className="min-w-0 truncate text-muted text-small sm:ml-auto">{requestId}</code>
        </summary>
        <div className="pb-3 sm:pl-8">
          <TextBlock
            label={`Log of ${requestId}`}
            text={lines.map(({ message }) => message.trimEnd()).join('\n')}
          />
        </div>
      </details>
    </li>
  );
}
