'use client';

import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BackendChoices } from '@/components/console/v2/HttpIntegrationFields';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { SearchInput } from '@/components/ui/SearchInput';
import { Section } from '@/components/ui/Section';
import { useUrlState } from '@/components/ui/useUrlState';
import type { Authorizer } from '@/lib/model/v2/authorizer';
import type { Integration } from '@/lib/model/v2/integration';
import type { Route } from '@/lib/model/v2/route';
import { PathGroup } from './PathGroup';
import { RouteDrawer } from './RouteDrawer';
import { routesByPath } from './routesByPath';

export type AuthorizerChoice = Pick<Authorizer, 'authorizerId' | 'name' | 'authorizerType'>;

export interface RoutesProps {
  apiId: string;
  routes: Route[];
  integrations: Integration[];
  authorizers: AuthorizerChoice[];
  choices: BackendChoices;
  editable: boolean;
}

/** An HTTP API's routes by path; `?route=` opens one in a drawer, `new` a new one. */
export function Routes(props: RoutesProps) {
  const { routes, editable } = props;
  const [opened, open] = useUrlState('route', '', { push: true });
  const [sought, seek] = useState('');
  const groups = useMemo(
    () => routesByPath(routes.filter(({ routeKey }) => matches(routeKey, sought))),
    [routes, sought],
  );
  const route = routes.find(({ routeId }) => routeId === opened);
  const create = editable && (
    <Button onClick={() => open('new')}>
      <Plus aria-hidden />
      Create route
    </Button>
  );
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <Section
        title="Routes"
        description="A call takes the route that fits it best: a full path before {name}, that before {name+}, a verb before ANY, $default last."
        actions={routes.length > 0 && create}
      >
        {routes.length === 0 ? (
          <EmptyState title="No route yet" actions={create}>
            A route is a verb and a path, as GET /pets/{'{id}'}, and leads to an integration.
          </EmptyState>
        ) : (
          <>
            <SearchInput placeholder="Filter routes" value={sought} onChange={seek} className="max-w-72" />
            {groups.length === 0 && <p className="text-muted">No route has “{sought}” in its key.</p>}
            <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
              {groups.map((group) => (
                <PathGroup key={group.path} {...props} group={group} onOpen={open} />
              ))}
            </div>
          </>
        )}
      </Section>
      {(route || (opened === 'new' && editable)) && (
        <RouteDrawer key={opened} {...props} route={route} onClose={() => open('')} />
      )}
    </div>
  );
}

const matches = (routeKey: string, sought: string): boolean =>
  routeKey.toLowerCase().includes(sought.trim().toLowerCase());
