import { LogEntry } from '@/components/console/LogEntry';
import { Badge } from '@/components/ui/Badge';
import type { Invocation } from './invocations';

/** One call: how it ended in a line, all that it wrote behind it. */
export function InvocationLine({ invocation, open }: { invocation: Invocation; open: boolean }) {
  const { requestId, version, time, lines, report, fault } = invocation;
  const text = lines.map(({ message }) => message.trimEnd()).join('\n');
  return (
    <LogEntry requestId={requestId} time={time} text={text} open={open}>
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
    </LogEntry>
  );
}
