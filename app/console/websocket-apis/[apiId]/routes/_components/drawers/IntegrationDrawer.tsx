'use client';

import { DraftDrawer } from '@/components/console/drafts/DraftDrawer';
import { shownIn } from '@/components/console/drafts/DraftForm';
import { useAction } from '@/components/ui/useAction';
import { type IntegrationInput, integrationInput } from '@/lib/model/v2/integration';
import { saveIntegration } from '../../actions';
import { IntegrationFields } from '../forms/IntegrationFields';
import { type RoutePlace, routesWith } from '../RoutePlace';

const blank: IntegrationInput = { integrationType: 'AWS_PROXY' };
const scalars = [
  'integrationType',
  'integrationUri',
  'integrationMethod',
  'connectionId',
  'timeoutInMillis',
  'templateSelectionExpression',
  'passthroughBehavior',
] as const;

/** Edits the route's integration; a route without one gets its own. */
export function IntegrationDrawer({ place, onClose }: { place: RoutePlace; onClose: () => void }) {
  const { route, integration, apiId, editable } = place;
  const { run, pending, error } = useAction(saveIntegration);
  const integrationId = integration?.integrationId;
  const shared = routesWith(place.routes, integrationId, route.routeId);
  const save = async (value: IntegrationInput) =>
    Boolean(
      await run({
        apiId,
        routeId: route.routeId,
        ...(integrationId && { integrationId }),
        integration: value,
      }),
    );
  return (
    <DraftDrawer
      title="Integration request"
      description={
        shared.length > 0
          ? `${route.routeKey}. A change counts for ${shared.join(', ')} too.`
          : route.routeKey
      }
      initial={integration ? integrationInput.parse(integration) : blank}
      shape={integrationInput}
      save={save}
      pending={pending}
      error={error}
      onClose={onClose}
      editable={editable}
      shows={({ requestParameters = {}, requestTemplates = {} }) =>
        shownIn(scalars, { requestParameters, requestTemplates })
      }
    >
      {(form) => <IntegrationFields {...form} choices={place} />}
    </DraftDrawer>
  );
}
