'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { MissingBadge } from '@/components/console/permissions/MissingBadge';
import type { BackendChoices } from '@/components/console/v2/HttpIntegrationFields';
import { integrationWords } from '@/components/console/v2/httpIntegrationKinds';
import { integrationInputOf } from '@/components/console/v2/integrationUpdate';
import { Badge } from '@/components/ui/Badge';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { Section } from '@/components/ui/Section';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import type { Integration } from '@/lib/model/v2/integration';
import { deleteIntegration, saveIntegration } from '../actions';
import { IntegrationDrawer } from './IntegrationDrawer';

export interface IntegrationLine {
  integration: Integration;
  /** of the routes that lead to it */
  routeKeys: string[];
}

interface IntegrationsProps {
  apiId: string;
  lines: IntegrationLine[];
  choices: BackendChoices;
  editable: boolean;
}

/** An API's integrations with the routes that lead to them; `?integration=` opens one in a drawer. */
export function Integrations(props: IntegrationsProps) {
  const { lines, editable } = props;
  const [opened, open] = useUrlState('integration', '', { push: true });
  const line = lines.find(({ integration }) => integration.integrationId === opened);
  const create = editable && (
    <Button onClick={() => open('new')}>
      <Plus aria-hidden />
      Create integration
    </Button>
  );
  return (
    <>
      <Section
        title="Integrations"
        description="A backend that routes lead to; several routes may share one."
        actions={lines.length > 0 && create}
      >
        {lines.length === 0 ? (
          <EmptyState title="No integration yet" actions={create}>
            One is made with a route, or here.
          </EmptyState>
        ) : (
          <ul className="divide-y rounded-md border">
            {lines.map((each) => (
              <Line key={each.integration.integrationId} {...props} line={each} onOpen={open} />
            ))}
          </ul>
        )}
      </Section>
      {(line || (opened === 'new' && editable)) && (
        <IntegrationDrawer
          key={opened}
          apiId={props.apiId}
          line={line}
          choices={props.choices}
          editable={editable}
          onClose={() => open('')}
        />
      )}
    </>
  );
}

function Line(props: IntegrationsProps & { line: IntegrationLine; onOpen: (id: string) => void }) {
  const { integration, routeKeys } = props.line;
  const words = integrationWords(integration);
  const remove = useIntegrationDeletion(props.apiId);
  return (
    <li className="flex items-center gap-1 pr-1 hover:bg-hover">
      <button
        type="button"
        onClick={() => props.onOpen(integration.integrationId)}
        className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-left"
      >
        <span className="min-w-0 flex-1 truncate font-mono text-small max-sm:basis-full">{words}</span>
        <span className="truncate text-muted text-small">
          {routeKeys.length === 0 ? 'No route leads here' : routeKeys.slice(0, 3).join(', ')}
          {routeKeys.length > 3 && ` and ${routeKeys.length - 3} more`}
        </span>
        <MissingBadge usedBy={routeKeys} />
        {integration.apiGatewayManaged && <Badge>Quick create</Badge>}
      </button>
      {props.editable && !integration.apiGatewayManaged && (
        <IconButton
          label={`Delete ${words}`}
          className="size-7"
          onClick={() => void remove(integration.integrationId)}
        >
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </li>
  );
}

/** Deletes at once, with a way back; refused while a route leads to it. */
function useIntegrationDeletion(apiId: string) {
  const router = useRouter();
  const removal = useAction(deleteIntegration, { announce: true });
  const restoration = useAction(saveIntegration, { announce: true });
  return async (integrationId: string) => {
    const gone = await removal.run({ apiId, integrationId });
    if (!gone) return;
    undoToast(`${integrationWords(gone)} deleted`, () => {
      void restoration.run({ apiId, input: integrationInputOf(gone) }).then(() => router.refresh());
    });
    router.refresh();
  };
}
