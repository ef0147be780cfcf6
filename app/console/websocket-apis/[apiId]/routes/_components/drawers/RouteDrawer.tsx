'use client';

import type { z } from 'zod';
import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { shownIn } from '@/components/console/drafts/DraftForm';
import { useAction } from '@/components/ui/useAction';
import { routeInput } from '@/lib/model/v2/route';
import { updateRoute } from '../../actions';
import { RouteFields } from '../forms/RouteFields';
import type { RoutePlace } from '../RoutePlace';

/** What of a route is edited here: its key and its target have other places. */
export const routeDraft = routeInput.omit({
  routeKey: true,
  target: true,
  authorizationScopes: true,
  routeResponseSelectionExpression: true,
});
export type RouteDraft = z.infer<typeof routeDraft>;

const scalars = ['operationName', 'authorizationType', 'authorizerId', 'modelSelectionExpression'] as const;

export function RouteDrawer({ place, onClose }: { place: RoutePlace; onClose: () => void }) {
  const { route, apiId, editable } = place;
  const { run, pending, error } = useAction(updateRoute);
  return (
    <DraftDrawer
      title="Route request"
      description={route.routeKey}
      initial={routeDraft.parse(route)}
      shape={routeDraft}
      save={async (input) => Boolean(await run({ apiId, routeId: route.routeId, input }))}
      pending={pending}
      error={error}
      onClose={onClose}
      editable={editable}
      shows={({ requestParameters = {} }) => shownIn(scalars, { requestParameters })}
    >
      {(form) => <RouteFields {...form} place={place} />}
    </DraftDrawer>
  );
}
