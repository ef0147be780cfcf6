'use client';

import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { addFunctionPermission, removeFunctionPermission } from '../../../actions';
import type { PermissionRow } from './PermissionRow';
import { permissionInputOf } from './permissionWords';

/** Removes a statement at once; the toast puts it back as it was. */
export function useRemoval(functionName: string): (row: PermissionRow) => void {
  const removal = useAction(removeFunctionPermission, { announce: true });
  const restoration = useAction(addFunctionPermission, { announce: true });
  return async ({ statement, qualifier }) => {
    const statementId = statement.Sid;
    if (!(await removal.run({ functionName, statementId, qualifier }))) return;
    undoToast(`Statement ${statementId} removed`, () => {
      void restoration.run({ functionName, input: permissionInputOf(statement, qualifier) });
    });
  };
}
