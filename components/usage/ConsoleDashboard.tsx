'use client';

import type { UsageRow } from '@/lib/model/usage';
import { type ConsoleUsage, consoleUsageQuery, usageSearch } from '@/lib/queries/usage';
import { ConsoleFigures } from './ConsoleFigures';
import { ConsoleFilters } from './ConsoleFilters';
import { FirstCall } from './FirstCall';
import { Ranking } from './Ranking';
import { UsageCharts } from './UsageCharts';
import { UsageDashboard } from './UsageDashboard';
import { usageColumns } from './usageColumns';
import { useUsageAddress } from './useUsageAddress';

export interface DashboardApi {
  id: string;
  name: string;
  stageNames: string[];
}

interface Props {
  apis: readonly DashboardApi[];
  /** the one that the page is about */
  restApiId?: string;
  /** for when nothing was called yet */
  curl?: string;
}

/** Figures, charts and rankings of all APIs or of one. The page renders it with the figures in the query cache. */
export function ConsoleDashboard(props: Props) {
  const { address, change } = useUsageAddress();
  if (props.restApiId !== undefined) address.set('api', props.restApiId);
  const search = new URLSearchParams(usageSearch('console', address));
  return (
    <UsageDashboard
      search={search}
      query={consoleUsageQuery(search.toString())}
      change={change}
      filters={(filter) => <ConsoleFilters {...props} {...filter} />}
    >
      {(usage, live) => (
        <Figures {...props} usage={usage} search={search} curl={live ? props.curl : undefined} />
      )}
    </UsageDashboard>
  );
}

const stageColumns = usageColumns('API and stage', { integration: true });
const operationColumns = usageColumns('Operation', { mono: true, integration: true });
const consumerColumns = usageColumns('API key', { integration: true });

function Figures({ search, ...props }: Props & { usage: ConsoleUsage; search: URLSearchParams }) {
  const { report, byApi, topOperations, topConsumers } = props.usage;
  if (report.total.calls === 0) return <NoCalls curl={props.curl} />;
  return (
    <>
      <ConsoleFigures total={report.total} />
      <UsageCharts series={report.series} integration />
      {props.restApiId === undefined && (
        <Ranking
          title="APIs"
          rows={byApi}
          columns={stageColumns}
          urlPrefix="a"
          rowHref={dashboardOf(props.apis, search)}
        />
      )}
      <Ranking title="Top operations" rows={topOperations} columns={operationColumns} urlPrefix="o" />
      <Ranking title="Top consumers" rows={topConsumers} columns={consumerColumns} urlPrefix="c" />
    </>
  );
}

function NoCalls({ curl }: { curl?: string }) {
  return (
    <FirstCall title="No calls in this range" curl={curl}>
      {curl
        ? 'Make the first one with this line: it shows here within two seconds.'
        : 'Choose another range, or deploy an API to a stage and call its invoke URL.'}
    </FirstCall>
  );
}

/** A line of an API that is still there leads to its own dashboard, in the same range. */
const dashboardOf = (apis: readonly DashboardApi[], search: URLSearchParams) => (row: UsageRow) => {
  const [restApiId = '', stageName = ''] = row.key.split('/');
  if (!apis.some((api) => api.id === restApiId)) return undefined;
  const address = new URLSearchParams(search);
  address.delete('api');
  address.set('stage', stageName);
  return `/console/apis/${restApiId}/dashboard?${address}`;
};
