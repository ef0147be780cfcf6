import { HydrationBoundary } from '@tanstack/react-query';
import { addressOf } from '@/app/api/usage/addressOf';
import { dehydrateUsage } from '@/app/api/usage/dehydrateUsage';
import { readConsoleUsage } from '@/app/api/usage/readUsage';
import { ConsoleDashboard } from '@/components/usage/ConsoleDashboard';
import type { Actor } from '@/lib/model/role';
import type { Api } from '@/lib/model/v2/api';
import { consoleUsageQuery, usageSearch } from '@/lib/queries/usage';
import { control } from '@/lib/runtime/slot';
import { deployedCallLine } from '../deployedCallLine';

/** Calls of an HTTP API, or connections and messages of a WebSocket API. */
export async function ApiDashboard(props: {
  actor: Actor;
  api: Api;
  search: Record<string, string | string[] | undefined>;
}) {
  const { actor, api } = props;
  const { apiId: id, name, protocolType: kind } = api;
  const address = addressOf(props.search);
  address.set('api', id);
  const search = usageSearch('console', address);
  const [stages, { state, usage }] = await Promise.all([
    control().apis.stages.list(actor, id),
    dehydrateUsage(consoleUsageQuery(search).queryKey, () =>
      readConsoleUsage(actor, new URLSearchParams(search)),
    ),
  ]);
  const curl = usage?.report.total.calls === 0 ? await deployedCallLine(actor, { id, kind }) : undefined;
  const stageNames = stages.map(({ stageName }) => stageName);
  return (
    <div className="p-5">
      <HydrationBoundary state={state}>
        <ConsoleDashboard apis={[{ id, name, kind, stageNames }]} restApiId={id} curl={curl} />
      </HydrationBoundary>
    </div>
  );
}
