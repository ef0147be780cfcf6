'use client';

import { ChevronUp, FlaskConical } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { Badge } from '@/components/ui/Badge';
import { cn } from '@/components/ui/cn';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { shownTime } from '../diagram/runMarks';
import { usePlace } from '../usePlace';
import { statusTone } from './statusTone';
import { TestForm } from './TestForm';
import { TestOutcome } from './TestOutcome';
import type { TestRuns } from './useTestRuns';

/** Below the method: a request on the left, what the pipeline made of it on the right. */
export function TestDock({ resource, method, runs }: { resource: Resource; method: Method; runs: TestRuns }) {
  const { place, go } = usePlace();
  const bodyId = useId();
  const open = place.dock === 'open';
  const dock = useScrollOnOpen(open);
  const last = runs.runOf({ resource, httpMethod: method.httpMethod });
  return (
    <section
      ref={dock}
      aria-label="Test"
      className={cn('flex shrink-0 flex-col border-t bg-canvas', open && 'md:h-[46%] md:min-h-72')}
    >
      <button
        type="button"
        aria-expanded={open}
        aria-controls={bodyId}
        onClick={() => go({ dock: open ? null : 'open' }, 'replace')}
        className="flex h-9 shrink-0 items-center gap-2 px-4 text-left hover:bg-hover md:px-5"
      >
        <FlaskConical className="size-4 text-muted" aria-hidden />
        <span className="font-medium">Test</span>
        {last && (
          <>
            <Badge tone={statusTone(last.result.status)}>{last.result.status}</Badge>
            <span className="tabular text-muted text-small">{shownTime(last.result.latency)}</span>
          </>
        )}
        <span className="ml-auto text-muted text-small max-sm:hidden">
          Runs what is shown here, deployed or not
        </span>
        <ChevronUp className={cn('size-4 text-muted max-sm:ml-auto', open && 'rotate-180')} aria-hidden />
      </button>
      {open && (
        <div id={bodyId} className="grid min-h-0 flex-1 border-t md:grid-cols-2 md:divide-x">
          <TestForm
            key={`${resource.id} ${method.httpMethod}`}
            resource={resource}
            method={method}
            runs={runs}
          />
          <TestOutcome run={last} runs={runs} role={method.methodIntegration?.credentials} />
        </div>
      )}
    </section>
  );
}

/** On a phone the dock is below the diagram: opening it brings it into view. */
function useScrollOnOpen(open: boolean) {
  const dock = useRef<HTMLElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (open && !before.current) dock.current?.scrollIntoView({ block: 'start' });
    before.current = open;
  }, [open]);
  return dock;
}
