'use client';

import { useQuery } from '@tanstack/react-query';
import { SkeletonRows } from '@/components/ui/Skeleton';
import type { UsageRow } from '@/lib/model/usage';
import { type ConsoleUsage, consoleUsageQuery, usageSearch } from '@/lib/queries/usage';
import { ConsoleFigures } from './ConsoleFigures';
import { ConsoleFilters } from './ConsoleFilters';
import { FirstCall } from './FirstCall';
import { Ranking } from './Ranking';
import { UsageCharts } from './UsageCharts';
import { UsageFault } from './UsageFault';
import { usageColumns } from './usageColumns';
import { useUsageAddress } from './useUsageAddress';

export interface DashboardApi {
  id: string;
  name: string;
  stageNames: string[];
}

/**
 * Figures, charts and rankings of all APIs or of one. The page renders it with the figures in the query cache.
 * @param props.curl for when nothing was called yet
 */
export function ConsoleDashboard(props: {
  apis: readonly DashboardApi[];
  restApiId?: string;
  curl?: string;
}) {
  const { address, change } = useUsageAddress();
  if (props.restApiId !== undefined) address.set('api', props.restApiId);
  const search = new URLSearchParams(usageSearch('console', address));
  const usage = useQuery(consoleUsageQuery(search.toString()));
  return (
    <div className="grid min-w-0 content-start gap-6">
      <ConsoleFilters {...props} search={search} shown={usage.data?.report} change={change} />
      {usage.error && <UsageFault error={usage.error} updatedAt={usage.dataUpdatedAt} />}
      {usage.isPending && <SkeletonRows label="Reading usage" />}
      {usage.data && (
        <Figures
          usage={usage.data}
          single={props.restApiId !== undefined}
          apis={props.apis}
          curl={props.curl}
        />
      )}
    </div>
  );
}

const stageColumns = usageColumns('API and stage', { integration: true });
const operationColumns = usageColumns('Operation', { mono: true, integration: true });
const consumerColumns = usageColumns('API key', { integration: true });

function Figures(props: {
  usage: ConsoleUsage;
  single: boolean;
  apis: readonly DashboardApi[];
  curl?: string;
}) {
  const { report, byApi, topOperations, topConsumers } = props.usage;
  if (report.total.calls === 0)
    return (
      <FirstCall title="No calls in this range" curl={props.curl}>
        {props.curl
          ? 'Make the first one with this line: it shows here within two seconds.'
          : 'Choose a longer range, or deploy an API to a stage and call its invoke URL.'}
      </FirstCall>
    );
  return (
    <>
      <ConsoleFigures total={report.total} />
      <UsageCharts series={report.series} integration />
      {!props.single && (
        <Ranking
          title="APIs"
          rows={byApi}
          columns={stageColumns}
          urlPrefix="a"
          rowHref={dashboardOf(props.apis)}
        />
      )}
      <Ranking title="Top operations" rows={topOperations} columns={operationColumns} urlPrefix="o" />
      <Ranking title="Top consumers" rows={topConsumers} columns={consumerColumns} urlPrefix="c" />
    </>
  );
}

/** A line of an API that is still there leads to its own dashboard. */
const dashboardOf = (apis: readonly DashboardApi[]) => (row: UsageRow) => {
  const [restApiId = '', stageName = ''] = row.key.split('/');
  if (!apis.some((api) => api.id === restApiId)) return undefined;
  return `/console/apis/${restApiId}/dashboard?stage=${encodeURIComponent(stageName)}`;
};
