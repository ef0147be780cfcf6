'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useMemo } from 'react';
import { Section } from '@/components/ui/Section';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { Stat } from '@/components/ui/Stat';
import { CacheChart } from '@/components/usage/CacheChart';
import { chartPoints } from '@/components/usage/chartPoints';
import { UsageFault } from '@/components/usage/UsageFault';
import { callsText, shareText } from '@/components/usage/usageText';
import { consoleUsageQuery, usageSearch } from '@/lib/queries/usage';

/** What the cache answered in the last hour, following the calls. */
export function CacheFigures({ restApiId, stageName }: { restApiId: string; stageName: string }) {
  const search = usageSearch('console', new URLSearchParams({ api: restApiId, stage: stageName }));
  const usage = useQuery(consoleUsageQuery(search));
  const report = usage.data?.report;
  const points = useMemo(() => chartPoints(report?.series ?? []), [report]);
  return (
    <Section
      title="Last hour"
      description="Calls to methods that the cache covers; new calls show within 2 seconds."
      actions={
        <Link
          href={`/console/apis/${restApiId}/dashboard?stage=${encodeURIComponent(stageName)}`}
          className="text-accent-ink underline"
        >
          Dashboard of {stageName}
        </Link>
      }
    >
      {usage.error && <UsageFault error={usage.error} updatedAt={usage.dataUpdatedAt} />}
      {usage.isPending && <SkeletonRows rows={2} label="Reading usage" />}
      {report && (
        <>
          <HitFigures hits={report.total.cacheHits} misses={report.total.cacheMisses} />
          {report.total.cacheHits + report.total.cacheMisses > 0 && <CacheChart data={points} height={140} />}
        </>
      )}
    </Section>
  );
}

function HitFigures({ hits, misses }: { hits: number; misses: number }) {
  return (
    <dl className="grid max-w-2xl grid-cols-3 gap-x-6">
      <Stat label="Hit ratio" value={shareText(hits, hits + misses)} />
      <Stat label="Hits" value={callsText(hits)} />
      <Stat label="Misses" value={callsText(misses)} />
    </dl>
  );
}
