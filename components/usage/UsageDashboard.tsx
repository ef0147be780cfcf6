'use client';

import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { SkeletonRows } from '@/components/ui/Skeleton';
import type { UsageRange, UsageReport } from '@/lib/model/usage';
import { endsNow } from '@/lib/queries/usageRange';
import { UsageFault } from './UsageFault';

/** What every dashboard's filters get. */
export interface DashboardFilterProps {
  search: URLSearchParams;
  /** the range of the figures on the page */
  shown: UsageRange | undefined;
  /** new calls show by themselves */
  live: boolean;
  change: (changes: Record<string, string>) => void;
}

/** The frame of console's and portal's dashboards: filters, then the figures, or why there are none. */
export function UsageDashboard<Usage extends { report: UsageReport }, Key extends readonly unknown[]>(props: {
  /** from usageSearch */
  search: URLSearchParams;
  query: UseQueryOptions<Usage, Error, Usage, Key>;
  change: DashboardFilterProps['change'];
  filters: (filter: DashboardFilterProps) => ReactNode;
  children: (usage: Usage, endsNow: boolean) => ReactNode;
}) {
  const { search, change } = props;
  const usage = useQuery(props.query);
  const follows = endsNow(search, Date.now());
  const shown = usage.data?.report;
  return (
    <div className="grid min-w-0 content-start gap-[calc(var(--body-leading)*1.25)]">
      {props.filters({ search, shown, live: follows && !usage.error, change })}
      {usage.error && <UsageFault error={usage.error} updatedAt={usage.dataUpdatedAt} />}
      {usage.isPending && <SkeletonRows label="Reading usage" />}
      {usage.data && props.children(usage.data, follows)}
    </div>
  );
}
