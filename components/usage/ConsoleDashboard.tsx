'use client';

import type { ApiKind } from '@/components/console/places';
import { type ConsoleUsage, consoleUsageQuery, usageSearch } from '@/lib/queries/usage';
import { ConsoleFigures } from './ConsoleFigures';
import { ConsoleFilters } from './ConsoleFilters';
import { dashboardOf } from './dashboardOf';
import { FirstCall } from './FirstCall';
import { isCached } from './isCached';
import { Ranking } from './Ranking';
import { stageRows } from './stageRows';
import { UsageCharts } from './UsageCharts';
import { UsageDashboard } from './UsageDashboard';
import { usageColumns } from './usageColumns';
import { useUsageAddress } from './useUsageAddress';

export interface DashboardApi {
  id: string;
  name: string;
  kind: ApiKind;
  stageNames: string[];
  /** of those: the ones with a canary, which has figures of its own; an API's own page knows */
  canaryStageNames?: string[];
  /** a stage of it has a cache; an API's own page knows */
  cached?: boolean;
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

const columnsOf = (cached: boolean) => ({
  api: usageColumns('API and stage', { integration: true, cached }),
  stage: usageColumns('Stage', { mono: true, integration: true, cached }),
  operation: usageColumns('Operation', { mono: true, integration: true, cached }),
  consumer: usageColumns('API key', { integration: true }),
});
const allColumns = { plain: columnsOf(false), cached: columnsOf(true) };

function Figures({ search, ...props }: Props & { usage: ConsoleUsage; search: URLSearchParams }) {
  const { report, byApi, topOperations, topConsumers } = props.usage;
  if (report.total.calls === 0) return <NoCalls curl={props.curl} />;
  const cached = isCached(props.apis, search, report.total);
  const columns = allColumns[cached ? 'cached' : 'plain'];
  const rowHref = dashboardOf(props.apis, search);
  return (
    <>
      <ConsoleFigures total={report.total} cached={cached} />
      <UsageCharts series={report.series} integration cached={cached} />
      {props.restApiId === undefined && (
        <Ranking title="APIs" rows={byApi} columns={columns.api} urlPrefix="a" rowHref={rowHref} />
      )}
      {props.restApiId !== undefined && byApi.length > 1 && (
        <Ranking
          title="Stages"
          rows={stageRows(byApi)}
          columns={columns.stage}
          urlPrefix="a"
          rowHref={rowHref}
        />
      )}
      <Ranking title="Top operations" rows={topOperations} columns={columns.operation} urlPrefix="o" />
      <Ranking title="Top consumers" rows={topConsumers} columns={columns.consumer} urlPrefix="c" />
    </>
  );
}

function NoCalls({ curl }: { curl?: string }) {
  return (
    <FirstCall title="No calls in this range" curl={curl}>
      {curl
        ? 'Make the first one with this line: it shows here within two seconds.'
        : 'Choose another range, or deploy an API to a stage and call or connect to its URL.'}
    </FirstCall>
  );
}
