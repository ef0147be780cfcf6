'use client';

import { useRouter } from 'next/navigation';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { createModel, deleteModel } from '../actions';

/** Deletes at once; the toast brings the model back. A model that something names is refused, and the toast says why. */
export function useModelDeletion(restApiId: string, onDeleted?: () => void) {
  const router = useRouter();
  const deletion = useAction(deleteModel, { announce: true });
  const restoration = useAction(createModel, { announce: true });
  const remove = async (name: string) => {
    const model = await deletion.run({ restApiId, name });
    if (!model) return;
    onDeleted?.();
    router.refresh();
    undoToast(`Model ${name} deleted`, () => void restoration.run({ restApiId, ...model }));
  };
  return { remove, pending: deletion.pending };
}
