import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { readBackendChoices } from '../readBackendChoices';
import { Integrations } from './_components/Integrations';

export const metadata: Metadata = { title: 'Integrations' };

export default async function IntegrationsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findHttpApi(apiId);
  const [integrations, routes, choices] = await Promise.all([
    control().apis.integrations.list(actor, apiId),
    control().apis.routes.list(actor, apiId),
    readBackendChoices(actor),
  ]);
  const lines = integrations.map((integration) => ({
    integration,
    routeKeys: routes
      .filter(({ target }) => target === `integrations/${integration.integrationId}`)
      .map(({ routeKey }) => routeKey),
  }));
  return (
    <div className="grid max-w-5xl grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <Integrations apiId={apiId} lines={lines} choices={choices} editable={canEdit(actor)} />
    </div>
  );
}
