'use client';

import Link from 'next/link';
import { FirstCall } from '@/components/usage/FirstCall';
import { Ranking } from '@/components/usage/Ranking';
import { UsageCharts } from '@/components/usage/UsageCharts';
import { UsageDashboard } from '@/components/usage/UsageDashboard';
import { usageColumns } from '@/components/usage/usageColumns';
import { useUsageAddress } from '@/components/usage/useUsageAddress';
import { type PortalUsage, portalUsageQuery, usageSearch } from '@/lib/queries/usage';
import { PortalFigures } from './PortalFigures';
import { PortalFilters, type UsageApp, type UsedApi } from './PortalFilters';
import { QuotaBars } from './QuotaBars';

interface Props {
  apps: readonly UsageApp[];
  apis: readonly UsedApi[];
  /** for when no key was used yet */
  curl?: string;
}

/** What the developer's own keys did. The page renders it with the figures in the query cache. */
export function PortalDashboard(props: Props) {
  const { address, change } = useUsageAddress();
  const search = new URLSearchParams(usageSearch('portal', address));
  return (
    <UsageDashboard
      search={search}
      query={portalUsageQuery(search.toString())}
      change={change}
      filters={(filter) => <PortalFilters {...props} {...filter} />}
    >
      {(usage, live) => <Figures {...props} usage={usage} curl={live ? props.curl : undefined} />}
    </UsageDashboard>
  );
}

function Figures({ apps, curl, usage }: Props & { usage: PortalUsage }) {
  const called = usage.report.total.calls > 0;
  return (
    <>
      <PortalFigures usage={usage} />
      {called ? <UsageCharts series={usage.report.series} /> : <NoCalls apps={apps} curl={curl} />}
      {usage.quotas.length > 0 && (
        <section aria-labelledby="quotas" className="space-y-3">
          <h2 id="quotas" className="font-semibold text-xl">
            Quotas
          </h2>
          <QuotaBars quotas={usage.quotas} appName={appNames(apps)} now={usage.now} />
        </section>
      )}
      {called && <Tables usage={usage} />}
    </>
  );
}

const apiColumns = usageColumns('API');
const keyColumns = usageColumns('Key');
const dayColumns = usageColumns('Day (UTC)');

function Tables({ usage }: { usage: PortalUsage }) {
  return (
    <>
      <Ranking title="APIs" rows={usage.byApi} columns={apiColumns} urlPrefix="a" />
      <Ranking title="Keys" rows={usage.byKey} columns={keyColumns} urlPrefix="k" />
      <Ranking title="Days" rows={usage.byDay} columns={dayColumns} urlPrefix="d" />
    </>
  );
}

function NoCalls({ apps, curl }: Pick<Props, 'apps' | 'curl'>) {
  if (!apps.some((app) => app.keys.length > 0))
    return (
      <FirstCall title="No key yet">
        Calls are counted by key:{' '}
        <Link href="/apps" className="text-accent-ink underline">
          create an app
        </Link>
        , subscribe it to a plan and give it a key.
      </FirstCall>
    );
  return (
    <FirstCall title="No calls with these keys in this range" curl={curl}>
      {curl
        ? 'Make the first one with this line and your key: it shows here within two seconds.'
        : 'Choose another range, or subscribe to a plan of an API whose calls need a key and send it in the x-api-key header.'}
    </FirstCall>
  );
}

/** An app that was made since the page was rendered is named by its id. */
function appNames(apps: readonly UsageApp[]): (appId: string) => string {
  const names = new Map(apps.map(({ id, name }) => [id, name]));
  return (appId) => names.get(appId) ?? appId;
}
