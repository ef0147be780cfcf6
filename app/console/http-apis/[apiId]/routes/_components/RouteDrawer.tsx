'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { Button } from '@/components/ui/Button';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { Route } from '@/lib/model/v2/route';
import { saveRoute } from '../actions';
import { RouteFields } from './RouteFields';
import type { RoutesProps } from './Routes';
import { draftOfRoute, inputOfDraft, type RouteDraft, routeDraft, showsOfDraft } from './routeDraft';
import { useRouteDeletion } from './useRouteDeletion';

/** One route with its integration and its authorization; without `route` a new one. */
export function RouteDrawer(props: RoutesProps & { route: Route | undefined; onClose: () => void }) {
  const { apiId, route, integrations, editable, onClose } = props;
  const router = useRouter();
  const action = useAction(saveRoute);
  const remove = useRouteDeletion(apiId);
  const [initial] = useState(() => draftOfRoute(route, integrations));
  const save = async (draft: RouteDraft) => {
    const saved = await action.run({
      apiId,
      ...(route && { routeId: route.routeId }),
      ...inputOfDraft(draft, initial),
    });
    if (!saved) return false;
    toast(`${saved.routeKey} ${route ? 'saved' : 'created'}`);
    router.refresh();
    return true;
  };
  return (
    <DraftDrawer
      title={route ? route.routeKey : 'Create route'}
      description={route ? `Route ${route.routeId}` : 'A verb and a path, and where a call of them goes.'}
      initial={initial}
      shape={routeDraft}
      save={save}
      pending={action.pending}
      error={action.error}
      onClose={onClose}
      editable={editable}
      shows={showsOfDraft}
      actions={
        route && (
          <Button variant="danger" onClick={() => void remove(route).then((isGone) => isGone && onClose())}>
            Delete route
          </Button>
        )
      }
    >
      {(form) => <RouteFields {...props} form={form} />}
    </DraftDrawer>
  );
}
