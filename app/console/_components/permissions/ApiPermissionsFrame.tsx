'use client';

import { type ReactNode, useMemo } from 'react';
import { functionWords, invocationUri } from '@/components/console/functionUri';
import { type ApiPermissions, ApiPermissionsContext } from '@/components/console/permissions/ApiPermissions';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { grantPermissions, takeBackPermissions } from './actions';
import { MissingBar } from './MissingBar';

type FrameProps = Omit<ApiPermissions, 'grant' | 'pending'> & {
  editable: boolean;
  /** so many functions are told above the tabs */
  barFrom: number;
  children: ReactNode;
};

/** Around an API's tabs: all in it know which functions it may not invoke, and the bar above says so. */
export function ApiPermissionsFrame({ editable, barFrom, children, ...known }: FrameProps) {
  const { apiId } = known;
  const grants = useAction(grantPermissions, { announce: true });
  const undo = useAction(takeBackPermissions, { announce: true });
  const { run } = grants;
  const grant = useMemo(
    () => async (functionArns: readonly string[]) => {
      const granted = await run({ apiId, functionArns: [...functionArns] });
      if (!granted) return;
      const words = grantedWords(functionArns);
      if (granted.length > 0) undoToast(words, () => void undo.run(granted));
      else toast(words);
    },
    [apiId, run, undo.run],
  );
  return (
    <ApiPermissionsContext value={{ ...known, pending: grants.pending, ...(editable && { grant }) }}>
      <MissingBar missing={known.missing} from={barFrom}>
        {children}
      </MissingBar>
    </ApiPermissionsContext>
  );
}

function grantedWords(functionArns: readonly string[]): string {
  const [first = '', ...others] = functionArns.map((arn) => functionWords(invocationUri(arn)));
  return others.length === 0
    ? `This API may invoke ${first}`
    : `This API may invoke ${first} and ${others.length} more`;
}
