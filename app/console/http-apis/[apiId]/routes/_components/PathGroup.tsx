'use client';

import { Lock, Trash2 } from 'lucide-react';
import { MissingBadge } from '@/components/console/permissions/MissingBadge';
import { integrationWords } from '@/components/console/v2/httpIntegrationKinds';
import { Badge } from '@/components/ui/Badge';
import { IconButton } from '@/components/ui/IconButton';
import { MethodBadge } from '@/components/ui/MethodBadge';
import type { Route } from '@/lib/model/v2/route';
import type { RoutesProps } from './Routes';
import { targetId } from './routeDraft';
import { DEFAULT_ROUTE, type PathRoutes } from './routesByPath';
import { useRouteDeletion } from './useRouteDeletion';

/** The verbs of one path, each with where it leads and who may call it. */
export function PathGroup(props: RoutesProps & { group: PathRoutes; onOpen: (routeId: string) => void }) {
  const { group } = props;
  const remove = useRouteDeletion(props.apiId);
  return (
    <section aria-label={group.path} className="overflow-hidden rounded-md border">
      <h3 className="break-all border-b bg-panel px-3 py-1.5 font-medium font-mono text-small">
        {group.path}
        {group.path === DEFAULT_ROUTE && (
          <span className="ml-2 font-normal font-sans text-muted">takes what no other route does</span>
        )}
      </h3>
      <ul className="divide-y">
        {group.routes.map(({ verb, route }) => (
          <li key={route.routeId} className="flex items-center gap-1 pr-1 hover:bg-hover">
            <button
              type="button"
              aria-label={route.routeKey}
              onClick={() => props.onOpen(route.routeId)}
              className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-left"
            >
              <MethodBadge method={verb} />
              <Leads {...props} route={route} />
              <MissingBadge usedBy={[route.routeKey]} />
              <Guard {...props} route={route} />
            </button>
            {props.editable && (
              <IconButton
                label={`Delete ${route.routeKey}`}
                className="size-7"
                onClick={() => void remove(route)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Leads({ route, integrations }: RoutesProps & { route: Route }) {
  const found = integrations.find(({ integrationId }) => integrationId === targetId(route.target));
  if (!found) return <Badge tone="warning">No integration</Badge>;
  return (
    <span className="min-w-0 flex-1 truncate font-mono text-muted text-small max-sm:basis-full">
      {integrationWords(found)}
    </span>
  );
}

function Guard({ route, authorizers }: RoutesProps & { route: Route }) {
  if (route.authorizationType === 'NONE') return null;
  const found = authorizers.find(({ authorizerId }) => authorizerId === route.authorizerId);
  return (
    <Badge>
      <Lock aria-hidden />
      {route.authorizationType === 'AWS_IAM' ? 'IAM' : (found?.name ?? route.authorizationType)}
    </Badge>
  );
}
