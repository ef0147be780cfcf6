'use client';

import { FlaskConical } from 'lucide-react';
import { MissingNotice } from '@/components/console/permissions/MissingNotice';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { CopyButton } from '@/components/ui/CopyButton';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { authorizationMeaning, authorizationOf } from './authorization/authorization';
import { MethodDiagram } from './diagram/MethodDiagram';
import { runMarks } from './diagram/runMarks';
import { MethodDrawer } from './drawers/MethodDrawer';
import { MethodMenu } from './MethodMenu';
import type { TestRun } from './testing/useTestRuns';
import { usePlace } from './usePlace';
import { useWorkspace } from './Workspace';

/** A method: its name, the way of a call through it, and the drawer of the box that is open. */
export function MethodView({ resource, method, run }: { resource: Resource; method: Method; run?: TestRun }) {
  const { editable, authorizers } = useWorkspace();
  const { place, go } = usePlace();
  const { summary, description } = method;
  const authorization = authorizationOf(method, authorizers);
  return (
    <div className="space-y-4 p-4 md:p-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="flex min-w-0 items-center gap-2">
          <MethodBadge method={method.httpMethod} />
          <MiddleEllipsis text={resource.path} keep={18} className="font-medium font-mono text-[15px]" />
        </h2>
        <CopyButton value={resource.path} what="path" className="-ml-2" />
        {method.operationName && <Badge title="Operation name">{method.operationName}</Badge>}
        {editable && (
          <div className="ml-auto flex gap-2">
            <Button onClick={() => go({ dock: 'open' }, 'replace')}>
              <FlaskConical aria-hidden />
              Test
            </Button>
            <MethodMenu resource={resource} method={method} />
          </div>
        )}
      </header>
      {(summary || description) && <p className="max-w-2xl text-muted">{summary ?? description}</p>}
      {authorization.kind === 'missing' && (
        <p className="max-w-2xl rounded-md border border-warning/30 bg-warning-fill px-3 py-2 text-warning">
          {authorizationMeaning(authorization)}
        </p>
      )}
      <MissingNotice
        uri={method.methodIntegration?.uri}
        usedBy={[`${method.httpMethod} ${resource.path}`]}
        consequence="calls answer 500"
      />
      <MethodDiagram method={method} marks={run?.result && runMarks(run.result)} />
      <MethodDrawer
        key={`${resource.id} ${method.httpMethod} ${place.drawer}`}
        resource={resource}
        method={method}
      />
    </div>
  );
}
