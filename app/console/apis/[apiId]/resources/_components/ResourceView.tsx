'use client';

import { ChevronRight } from 'lucide-react';
import { CopyButton } from '@/components/ui/CopyButton';
import { EmptyState } from '@/components/ui/EmptyState';
import { MethodBadge } from '@/components/ui/MethodBadge';
import { MiddleEllipsis } from '@/components/ui/MiddleEllipsis';
import type { Method } from '@/lib/model/method';
import type { Resource } from '@/lib/model/restApi';
import { CreateMethodButton } from './CreateMethodButton';
import { MethodMarks } from './MethodMarks';
import { PlaceLink } from './PlaceLink';
import { ResourceActions } from './ResourceActions';
import { methodsOf } from './tree/treeRows';
import { toPlace } from './usePlace';
import { useWorkspace } from './Workspace';

/** A resource without a method chosen: its methods, its children, and what can be done with it. */
export function ResourceView({ resource }: { resource: Resource }) {
  const { resources, editable } = useWorkspace();
  const methods = methodsOf(resource);
  const isEmpty = resources.every((each) => methodsOf(each).length === 0);
  const children = resources.filter(({ parentId }) => parentId === resource.id);
  return (
    <div className="space-y-6 p-4 md:p-5">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-2">
        <h2 className="min-w-0">
          <MiddleEllipsis text={resource.path} keep={18} className="font-medium font-mono text-[15px]" />
        </h2>
        <CopyButton value={resource.path} what="path" />
        {editable && <ResourceActions resource={resource} withCreate={!isEmpty} />}
      </header>
      <section aria-label="Methods">
        <h3 className="mb-2 font-medium">Methods</h3>
        {isEmpty && (
          <EmptyState
            title="Nothing can be called yet"
            actions={editable && <CreateMethodButton resource={resource} />}
          >
            A method is a verb on this path, with the backend that answers it.
          </EmptyState>
        )}
        {!isEmpty && methods.length === 0 && (
          <p className="border-y py-3 text-muted">None on this resource.</p>
        )}
        {methods.length > 0 && (
          <ul className="divide-y border-y">
            {methods.map((method) => (
              <li key={method.httpMethod}>
                <MethodLink resource={resource} method={method} />
              </li>
            ))}
          </ul>
        )}
      </section>
      {children.length > 0 && (
        <section aria-label="Child resources">
          <h3 className="mb-2 font-medium">Child resources</h3>
          <ul className="divide-y border-y">
            {children.map((child) => (
              <li key={child.id}>
                <PlaceLink
                  to={toPlace(child.id)}
                  className="flex min-h-10 items-center gap-3 px-2 py-1.5 hover:bg-hover"
                >
                  <MiddleEllipsis text={child.path} keep={18} className="flex-1 font-mono text-small" />
                  <span className="flex flex-wrap gap-1">
                    {methodsOf(child).map(({ httpMethod }) => (
                      <MethodBadge key={httpMethod} method={httpMethod} />
                    ))}
                  </span>
                  <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
                </PlaceLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function MethodLink({ resource, method }: { resource: Resource; method: Method }) {
  const integration = method.methodIntegration;
  return (
    <PlaceLink
      to={toPlace(resource.id, method.httpMethod)}
      className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5 hover:bg-hover"
    >
      <MethodBadge method={method.httpMethod} />
      {method.operationName && <span>{method.operationName}</span>}
      <MiddleEllipsis
        text={integration?.uri ?? ''}
        keep={24}
        className="flex-1 font-mono text-muted text-small"
      />
      <MethodMarks path={resource.path} method={method} />
      <ChevronRight className="size-4 shrink-0 text-muted" aria-hidden />
    </PlaceLink>
  );
}
