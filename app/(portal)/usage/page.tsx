import { HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { addressOf } from '@/app/api/usage/addressOf';
import { dehydrateUsage } from '@/app/api/usage/dehydrateUsage';
import { readPortalUsage } from '@/app/api/usage/readUsage';
import { requireUser } from '@/app/currentActor';
import { portalUsageQuery, usageSearch } from '@/lib/queries/usage';
import { control } from '@/lib/runtime/slot';
import { PortalDashboard } from './_components/PortalDashboard';
import { keyedCallLine } from './keyedCallLine';
import { usedApis } from './usedApis';

export const metadata: Metadata = { title: 'Usage' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsagePage({ searchParams }: Props) {
  const address = addressOf(await searchParams);
  const actor = await requireUser(address.size > 0 ? `/usage?${address}` : '/usage');
  const search = usageSearch('portal', address);
  const [apps, apis, { state, usage }] = await Promise.all([
    control().portal.apps(actor),
    usedApis(actor),
    dehydrateUsage(portalUsageQuery(search).queryKey, () =>
      readPortalUsage(actor, new URLSearchParams(search)),
    ),
  ]);
  return (
    <div className="space-y-6">
      <header className="space-y-2">
        <h1 className="font-semibold text-3xl tracking-tight">Usage</h1>
        <p className="text-muted">Calls that were made with your keys.</p>
      </header>
      <HydrationBoundary state={state}>
        <PortalDashboard
          apps={apps.map(({ id, name, keys }) => ({
            id,
            name,
            keys: keys.map((key) => ({ id: key.id, name: key.name })),
          }))}
          apis={apis}
          curl={usage?.report.total.calls === 0 ? await keyedCallLine(apps) : undefined}
        />
      </HydrationBoundary>
    </div>
  );
}
