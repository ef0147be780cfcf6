'use client';

import { useQuery } from '@tanstack/react-query';
import { Popover } from 'radix-ui';
import { cn } from '@/components/ui/cn';
import { type Health, healthQuery } from '@/lib/queries/health';

/** Green while the database answers and every worker serves the newest revision; opens to say which does not. */
export function HealthDot() {
  const { data, isError, isPending } = useQuery(healthQuery);
  const state = isError
    ? 'Console not reachable'
    : isPending
      ? 'Checking'
      : data.ok
        ? 'Healthy'
        : 'Needs a look';
  return (
    <Popover.Root>
      <Popover.Trigger className="inline-flex h-7 items-center gap-1.5 rounded-md px-2 text-muted text-small hover:bg-hover">
        <span
          aria-hidden
          className={cn(
            'size-2 rounded-full',
            state === 'Healthy' ? 'bg-success' : isPending ? 'bg-field' : 'bg-danger',
          )}
        />
        <span className="max-sm:sr-only">{state}</span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          sideOffset={4}
          className="z-50 w-64 animate-appear rounded-md border border-line-strong bg-canvas p-3 text-ink"
        >
          {data ? <Detail health={data} /> : <p>{state}</p>}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Detail({ health }: { health: Health }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1">
      <dt className="text-muted">Database</dt>
      <dd>{health.database ? 'answers' : 'does not answer'}</dd>
      <dt className="text-muted">Newest revision</dt>
      <dd className="font-mono">{health.revision}</dd>
      {health.workers.map((worker) => (
        <div key={worker.id} className="contents">
          <dt className="text-muted">
            Worker {worker.id} <span className="font-mono text-small">pid {worker.pid}</span>
          </dt>
          <dd className={cn('font-mono', worker.revision < health.revision && 'text-danger')}>
            {worker.revision}
          </dd>
        </div>
      ))}
    </dl>
  );
}
