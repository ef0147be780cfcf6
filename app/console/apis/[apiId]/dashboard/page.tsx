import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { addressOf } from '@/app/api/usage/addressOf';
import { dehydrateUsage } from '@/app/api/usage/dehydrateUsage';
import { readConsoleUsage } from '@/app/api/usage/readUsage';
import { deployedCallLine } from '@/app/console/dashboard/deployedCallLine';
import { ConsoleDashboard } from '@/components/usage/ConsoleDashboard';
import { consoleUsageQuery, usageSearch } from '@/lib/queries/usage';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';

export const metadata: Metadata = { title: 'Dashboard' };

type Props = {
  params: Promise<{ apiId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ApiDashboardPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const address = addressOf(await searchParams);
  address.set('api', apiId);
  const search = usageSearch('console', address);
  const [stages, { state, usage }] = await Promise.all([
    control().stages.list(actor, apiId),
    dehydrateUsage(consoleUsageQuery(search).queryKey, () =>
      readConsoleUsage(actor, new URLSearchParams(search)),
    ),
  ]);
  const curl =
    usage?.report.total.calls === 0 ? await deployedCallLine(actor, { id: apiId, kind: 'REST' }) : undefined;
  const { id, name, stageNames } = api;
  const canaryStageNames = stages.filter((each) => each.canarySettings).map((each) => each.stageName);
  const cached = stages.some((stage) => stage.cacheClusterEnabled);
  return (
    <div className="p-5">
      <HydrationBoundary state={state}>
        <ConsoleDashboard
          apis={[{ id, name, kind: 'REST', stageNames, canaryStageNames, cached }]}
          restApiId={apiId}
          curl={curl}
        />
      </HydrationBoundary>
    </div>
  );
}
