'use client';

import { ChevronRight } from 'lucide-react';
import { TextBlock } from '@/components/console/TextBlock';
import { Badge } from '@/components/ui/Badge';
import { RelativeTime } from '@/components/ui/RelativeTime';
import type { Invocation } from './invocations';

/** One call: how it ended in a line, all that it wrote behind it. */
export function InvocationLine({ invocation, open }: { invocation: Invocation; open: boolean }) {
  const { requestId, version, time, lines, report, fault } = invocation;
  return (
    <li>
      <details open={open} className="group">
        <summary className="flex cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-1 py-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
          <ChevronRight className="size-4 shrink-0 text-muted group-open:rotate-90" aria-hidden />
          <span className="w-32 shrink-0">
            <RelativeTime time={time} />
          </span>
          <Badge tone={fault ? 'danger' : report ? 'success' : 'neutral'}>
            {fault === 'timeout' ? 'Timed out' : fault ? 'Failed' : report ? 'Ended' : 'Running'}
          </Badge>
          <span className="tabular text-muted text-small">{report?.duration}</span>
          {report?.memoryUsed && (
            <span className="tabular text-muted text-small max-sm:hidden">{report.memoryUsed}</span>
          )}
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
