'use client';

import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { MissingNotice } from '@/components/console/permissions/MissingNotice';
import { Button } from '@/components/ui/Button';
import { Field } from '@/components/ui/Field';
import { Switch } from '@/components/ui/Switch';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import { deleteRoute, restoreRoute, setTwoWay } from '../actions';
import { IntegrationDrawer } from './drawers/IntegrationDrawer';
import { RouteDrawer } from './drawers/RouteDrawer';
import { IntegrationResponses } from './IntegrationResponses';
import { integrationWords, isProxy } from './integrationKinds';
import { RouteBox } from './RouteBox';
import { type RoutePlace, routeHref, routesWith } from './RoutePlace';
import { authorizationWords, modelWords, routeWords } from './routeWords';

/** One route: what comes in, where it goes, and what of the answer goes back to the client. */
export function RouteView({ place }: { place: RoutePlace }) {
  const [box, setBox] = useUrlState('box', '', { push: true });
  const { route, integration, editable } = place;
  const shared = routesWith(place.routes, integration?.integrationId, route.routeId);
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-5 p-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="min-w-0 break-all font-mono font-semibold text-[15px] max-md:flex-1">
          {route.routeKey}
        </h2>
        <span className="min-w-0 flex-1 text-muted max-md:order-last max-md:basis-full">
          {routeWords(route.routeKey)}
        </span>
        {editable && <DeleteRouteButton place={place} />}
      </div>
      <div className="grid max-w-4xl gap-3 sm:grid-cols-2">
        <RouteBox
          title="Route request"
          lines={[authorizationWords(place), modelWords(route)]}
          onOpen={() => setBox('route')}
        />
        <RouteBox
          title="Integration request"
          mono
          lines={[
            integration ? integrationWords(integration) : 'No integration yet',
            shared.length > 0 && `Also of ${shared.join(', ')}`,
          ]}
          onOpen={() => setBox('integration')}
        />
      </div>
      <MissingNotice
        uri={integration?.integrationUri}
        usedBy={[route.routeKey]}
        consequence={missingWords[route.routeKey] ?? 'messages of this route fail'}
      />
      <TwoWay place={place} />
      {place.isTwoWay && integration && !isProxy(integration) && (
        <IntegrationResponses place={place} integration={integration} />
      )}
      {box === 'route' && <RouteDrawer place={place} onClose={() => setBox('')} />}
      {box === 'integration' && <IntegrationDrawer place={place} onClose={() => setBox('')} />}
    </div>
  );
}

const missingWords: Record<string, string> = {
  $connect: 'clients are refused with 500',
  $disconnect: 'it is not told that a client has gone',
};

/** Route response: nothing of $connect and $disconnect reaches a client as a message. */
function TwoWay({ place }: { place: RoutePlace }) {
  const action = useAction(setTwoWay, { announce: true });
  const { route, apiId, isTwoWay, integration } = place;
  if (route.routeKey === '$connect' || route.routeKey === '$disconnect') return null;
  const sends =
    integration && !isProxy(integration)
      ? 'What the chosen integration response makes of the answer is sent to the client.'
      : 'The body of the answer is sent to the client.';
  return (
    <Field
      inline
      label="Two-way: answer the client"
      help={isTwoWay ? sends : 'What the integration answers is not sent to the client.'}
    >
      <Switch
        checked={isTwoWay}
        disabled={!place.editable || action.pending}
        onCheckedChange={(next) => void action.run({ apiId, routeId: route.routeId, isTwoWay: next })}
      />
    </Field>
  );
}

/** Deletes at once; the toast brings back the route with its integration. */
function DeleteRouteButton({ place: { apiId, route } }: { place: RoutePlace }) {
  const router = useRouter();
  const deletion = useAction(deleteRoute, { announce: true });
  const restoration = useAction(restoreRoute, { announce: true });
  const restore = async (kept: Parameters<typeof restoration.run>[0]) => {
    const back = await restoration.run(kept);
    if (back) router.push(routeHref(apiId, back.routeId));
  };
  const remove = async () => {
    const kept = await deletion.run({ apiId, routeId: route.routeId });
    if (!kept) return;
    router.push(routeHref(apiId));
    undoToast(`Route ${route.routeKey} deleted`, () => void restore({ apiId, kept }));
  };
  return (
    <Button variant="danger" size="sm" busy={deletion.pending} onClick={() => void remove()}>
      <Trash2 aria-hidden />
      Delete route
    </Button>
  );
}
