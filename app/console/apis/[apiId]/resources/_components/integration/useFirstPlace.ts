'use client';

import { readFunctionArn } from '@/components/console/functionUri';
import { useWorkspace } from '../Workspace';
import type { FirstPlace } from './integrationKinds';

/** Where the URI of an integration that becomes AWS's points first: at the first function, in its region. */
export function useFirstPlace(): FirstPlace {
  const { functions } = useWorkspace();
  const functionArn = functions[0]?.functionArn;
  return { region: readFunctionArn(functionArn ?? '')?.region ?? 'us-east-1', functionArn };
}
