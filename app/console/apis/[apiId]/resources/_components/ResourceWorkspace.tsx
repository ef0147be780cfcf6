'use client';

import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { MethodView } from './MethodView';
import { ResourceView } from './ResourceView';
import { TestDock } from './testing/TestDock';
import { useTestRuns } from './testing/useTestRuns';
import { NarrowTreeToggle } from './tree/NarrowTreeToggle';
import { ResourceTree } from './tree/ResourceTree';
import { usePlace } from './usePlace';
import { useWorkspace, type Workspace, WorkspaceProvider } from './Workspace';

/** The whole tab: tree, what is chosen in it, and the test dock below. On a phone the tree is above and folds away. */
export function ResourceWorkspace(workspace: Workspace) {
  return (
    <WorkspaceProvider value={workspace}>
      <Panes />
    </WorkspaceProvider>
  );
}

function Panes() {
  const { restApiId, resources, editable } = useWorkspace();
  const { place } = usePlace();
  const [treeOpen, setTreeOpen] = useState(false);
  const runs = useTestRuns(restApiId);
  const resource = resources.find(({ id }) => id === place.resource) ?? resources[0];
  const method = place.method ? resource?.resourceMethods[place.method] : undefined;
  if (!resource) return null;
  return (
    <div className="flex flex-col md:h-[calc(100dvh-130px-var(--permissions-bar,0px))] md:flex-row">
      <div className="flex shrink-0 flex-col border-b md:w-72 md:border-r md:border-b-0">
        <NarrowTreeToggle
          resource={resource}
          method={method}
          open={treeOpen}
          onToggle={() => setTreeOpen(!treeOpen)}
        />
        <div className={cn('flex min-h-0 flex-1 flex-col max-md:h-[55dvh]', !treeOpen && 'max-md:hidden')}>
          <ResourceTree onOpen={() => setTreeOpen(false)} />
        </div>
      </div>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="min-h-0 flex-1 md:overflow-y-auto">
          {method ? (
            <MethodView
              resource={resource}
              method={method}
              run={runs.runOf({ resource, httpMethod: method.httpMethod })}
            />
          ) : (
            <ResourceView resource={resource} />
          )}
        </div>
        {method && editable && <TestDock resource={resource} method={method} runs={runs} />}
      </div>
    </div>
  );
}
