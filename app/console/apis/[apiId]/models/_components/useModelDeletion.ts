'use client';

import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { createModel, deleteModel } from '../actions';

/** Deletes at once; the toast brings the model back. A model that something names is refused, and the toast says why. */
export function useModelDeletion(restApiId: string, onDeleted?: () => void) {
  const deletion = useAction(deleteModel, { announce: true });
  const restoration = useAction(createModel, { announce: true });
  const remove = async (name: string) => {
    const model = await deletion.run({ restApiId, name });
    if (!model) return;
    onDeleted?.();
    undoToast(`Model ${name} deleted`, () => void restoration.run({ restApiId, ...model }));
  };
  return { remove, pending: deletion.pending };
}
