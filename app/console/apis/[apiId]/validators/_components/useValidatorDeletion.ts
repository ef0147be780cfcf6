'use client';

import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { deleteRequestValidator, saveRequestValidator } from '../actions';
import type { ValidatorRow } from './validatorColumns';

/** Deletes at once; the toast makes one like it. While a method names it the deletion is refused, and the toast says so. */
export function useValidatorDeletion(restApiId: string) {
  const deletion = useAction(deleteRequestValidator, { announce: true });
  const restoration = useAction(saveRequestValidator, { announce: true });
  return async ({ id, name, validateRequestParameters, validateRequestBody }: ValidatorRow) => {
    if (!(await deletion.run({ restApiId, requestValidatorId: id }))) return;
    const input = { restApiId, name, validateRequestParameters, validateRequestBody };
    undoToast(`Request validator ${name} deleted`, () => void restoration.run(input));
  };
}
