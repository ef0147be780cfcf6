'use client';

import { createContext, useContext } from 'react';
import type { DocumentationPart } from '@/lib/model/documentation';
import type { DocumentedEntity } from '@/lib/model/documentedEntities';

export type StoredPart = DocumentationPart & { id: string };

export interface Workspace {
  restApiId: string;
  /** false for viewers: no button that changes something */
  editable: boolean;
  entities: DocumentedEntity[];
  parts: StoredPart[];
}

const WorkspaceContext = createContext<Workspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

/** What all components of the page know. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace belongs inside PartsWorkspace');
  return workspace;
}
