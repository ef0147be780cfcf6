import { LogEntry } from '@/components/console/LogEntry';
import { Badge } from '@/components/ui/Badge';
import type { LoggedCall } from './loggedCalls';

/** One call: what it was and how it ended in a line, all that was logged of it behind. */
export function LoggedCallLine({ call, open }: { call: LoggedCall; open: boolean }) {
  const { requestId, time, what, status, failed, lines } = call;
  return (
    <LogEntry requestId={requestId} time={time} text={lines.join('\n')} open={open}>
      <span className="w-24">
        <Badge tone={failed ? 'danger' : 'neutral'}>
          {status === undefined ? 'Cut off' : `${status}${failed ? ' error' : ''}`}
        </Badge>
      </span>
      <span className="min-w-0 flex-1 truncate font-mono text-small max-sm:basis-full" title={what}>
        {what || 'Refused before it was executed'}
      </span>
      <code className="min-w-0 truncate text-muted text-small">{requestId}</code>
    </LogEntry>
  );
}
