'use client';

import { RotateCw } from 'lucide-react';
import { Badge } from '@/components/ui/Badge';
import { IconButton } from '@/components/ui/IconButton';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { shownTime } from '../diagram/runMarks';
import { toPlace, usePlace } from '../usePlace';
import { useWorkspace } from '../Workspace';
import { statusTone } from './statusTone';
import type { HistoryEntry } from './testHistory';
import { realWrite, verbOf } from './testRequest';
import type { TestRuns } from './useTestRuns';

/** The last runs in this browser; each fills the form again, and runs again unless that would write. */
export function HistoryList({ runs }: { runs: TestRuns }) {
  const { resources } = useWorkspace();
  const { go } = usePlace();
  const again = ({ resourceId, httpMethod, request }: HistoryEntry) => {
    const resource = resources.find(({ id }) => id === resourceId);
    const method = resource?.resourceMethods[httpMethod];
    if (!resource || !method) return;
    const target = { resource, httpMethod };
    runs.setRequest(target, request);
    go(toPlace(resourceId, httpMethod));
    if (!realWrite(method, verbOf(target, request))) void runs.run(target, request);
  };
  if (runs.history.length === 0)
    return <p className="text-muted">The last 20 runs of this browser come here.</p>;
  return (
    <>
      <ul className="divide-y border-y">
        {runs.history.map((entry) => (
          <li key={entry.id} className="flex items-center gap-2 py-1">
            <MethodBadge method={entry.request.verb ?? entry.httpMethod} />
            <MiddleEllipsis text={entry.path} className="flex-1 font-mono text-small" />
            <Badge tone={statusTone(entry.status)}>{entry.status}</Badge>
            <span className="tabular text-muted text-small max-sm:hidden">{shownTime(entry.latency)}</span>
            <span className="text-muted text-small max-sm:hidden">
              <RelativeTime time={entry.time} />
            </span>
            {resources.some(
              ({ id, resourceMethods }) => id === entry.resourceId && entry.httpMethod in resourceMethods,
            ) && (
              <IconButton
                label={`Run ${entry.httpMethod} ${entry.path} again`}
                className="size-7"
                disabled={runs.pending}
                onClick={() => again(entry)}
              >
                <RotateCw aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      <p className="text-muted text-small">
        Kept in this browser only, without Authorization, Cookie and x-api-key. A run that writes only fills
        the form.
      </p>
    </>
  );
}
