'use client';

import { createContext, useContext } from 'react';
import type { FunctionChoice } from '@/components/console/functionChoices';
import type { RestApi } from '@/lib/control/control';
import type { RequestValidator, Resource } from '@/lib/model/restApi';
import type { MethodAuthorizer } from './authorization/MethodAuthorizer';

export interface Workspace {
  restApiId: string;
  /** false for viewers: no button that changes something */
  editable: boolean;
  resources: Resource[];
  validators: RequestValidator[];
  authorizers: MethodAuthorizer[];
  apiKeySource: RestApi['apiKeySource'];
  /** names of the API's models */
  models: string[];
  functions: FunctionChoice[];
  vpcLinks: { id: string; name: string }[];
  /** `maximumTimeoutInMillis`: absent where AWS's limit holds */
  stages: {
    stageName: string;
    variables: Record<string, string>;
    maximumTimeoutInMillis?: number | undefined;
  }[];
}

const WorkspaceContext = createContext<Workspace | null>(null);
export const WorkspaceProvider = WorkspaceContext.Provider;

/** What all parts of the tab know. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('useWorkspace belongs inside ResourceWorkspace');
  return workspace;
}
