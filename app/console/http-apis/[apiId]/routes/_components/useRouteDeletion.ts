'use client';

import { useRouter } from 'next/navigation';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Route } from '@/lib/model/v2/route';
import { deleteRoute, restoreRoute } from '../actions';

/** Deletes at once, with a way back. The integration stays. */
export function useRouteDeletion(apiId: string) {
  const router = useRouter();
  const removal = useAction(deleteRoute, { announce: true });
  const restoration = useAction(restoreRoute, { announce: true });
  return async ({ routeId, routeKey }: Route): Promise<boolean> => {
    const route = await removal.run({ apiId, routeId });
    if (!route) return false;
    undoToast(`${routeKey} deleted`, () => {
      void restoration.run({ apiId, route }).then(() => router.refresh());
    });
    router.refresh();
    return true;
  };
}
