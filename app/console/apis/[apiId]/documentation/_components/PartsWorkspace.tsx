'use client';

import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { useUnsavedGuard } from '@/components/ui/useUnsavedGuard';
import { type DocumentationPartLocation, locationKey } from '@/lib/model/documentation';
import { documentationAddress } from '@/lib/model/documentationAddress';
import { Catalog } from './Catalog';
import { PartEditor } from './editor/PartEditor';
import type { Drafts } from './editor/usePartDraft';
import { SharedPartButton } from './SharedPartButton';
import { EntityTree } from './tree/EntityTree';
import { useLocation } from './useLocation';
import { useWorkspace, type Workspace, WorkspaceProvider } from './Workspace';

/** The page: everything that can be documented, and the part of what is chosen. On a phone the tree folds away. */
export function PartsWorkspace(workspace: Workspace) {
  return (
    <WorkspaceProvider value={workspace}>
      <Panes />
    </WorkspaceProvider>
  );
}

function Panes() {
  const { entities, parts, editable } = useWorkspace();
  const catalog = useMemo(() => new Catalog(entities, parts), [entities, parts]);
  const { location, choose } = useLocation();
  const drafts = useState<Drafts>(new Map());
  const [treeOpen, setTreeOpen] = useState(false);
  const unsaved = useMemo(() => new Set(drafts[0].keys()), [drafts[0]]);
  useUnsavedGuard(unsaved.size > 0);
  const open = (next: DocumentationPartLocation) => {
    choose(next);
    setTreeOpen(false);
  };
  return (
    <div className="flex flex-col md:h-[calc(100dvh-168px)] md:flex-row">
      <div className="flex shrink-0 flex-col border-b md:w-80 md:border-r md:border-b-0">
        <button
          type="button"
          aria-expanded={treeOpen}
          onClick={() => setTreeOpen(!treeOpen)}
          className="flex h-11 items-center gap-2 px-4 text-left md:hidden"
        >
          <span className="sr-only">Documented here:</span>
          <span className="min-w-0 flex-1 truncate">{documentationAddress(location)}</span>
          <ChevronDown className={cn('size-4 shrink-0 text-muted', treeOpen && 'rotate-180')} aria-hidden />
        </button>
        <div className={cn('flex min-h-0 flex-1 flex-col max-md:h-[55dvh]', !treeOpen && 'max-md:hidden')}>
          <EntityTree catalog={catalog} selected={location} unsaved={unsaved} onOpen={open} />
          {editable && (
            <div className="border-t p-2">
              <SharedPartButton onOpen={open} />
            </div>
          )}
        </div>
      </div>
      <div className="min-w-0 flex-1 md:overflow-y-auto">
        <PartEditor
          key={locationKey(location)}
          location={location}
          catalog={catalog}
          drafts={drafts}
          onOpen={open}
        />
      </div>
    </div>
  );
}
