import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { addressOf } from '@/app/api/usage/addressOf';
import { dehydrateUsage } from '@/app/api/usage/dehydrateUsage';
import { readConsoleUsage } from '@/app/api/usage/readUsage';
import { requireConsole } from '@/app/currentActor';
import { PageHeader } from '@/components/ui/PageHeader';
import { ConsoleDashboard } from '@/components/usage/ConsoleDashboard';
import { consoleUsageQuery, usageSearch } from '@/lib/queries/usage';
import { dashboardApis } from './dashboardApis';
import { deployedCallLine } from './deployedCallLine';

export const metadata: Metadata = { title: 'Dashboard' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DashboardPage({ searchParams }: Props) {
  const actor = await requireConsole();
  const search = usageSearch('console', addressOf(await searchParams));
  const [apis, { state, usage }] = await Promise.all([
    dashboardApis(actor),
    dehydrateUsage(consoleUsageQuery(search).queryKey, () =>
      readConsoleUsage(actor, new URLSearchParams(search)),
    ),
  ]);
  const deployed = apis.find((api) => api.kind !== 'WEBSOCKET' && api.stageNames.length > 0);
  const curl = usage?.report.total.calls === 0 && deployed && (await deployedCallLine(actor, deployed));
  return (
    <div className="grid content-start gap-4 p-5">
      <PageHeader title="Dashboard" description="Calls to every API on this gateway." />
      <HydrationBoundary state={state}>
        <ConsoleDashboard apis={apis} curl={curl || undefined} />
      </HydrationBoundary>
    </div>
  );
}
