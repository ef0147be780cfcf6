import type { Metadata } from 'next';
import { Comparison } from '@/app/console/_components/v2/Comparison';
import { readComparison } from '@/app/console/_components/v2/readComparison';
import { canEdit } from '@/app/console/canEdit';
import { EmptyState } from '@/components/ui/EmptyState';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { TimeLine } from './_components/TimeLine';

export const metadata: Metadata = { title: 'Deployments' };

type Props = {
  params: Promise<{ apiId: string }>;
  searchParams: Promise<{ from?: string; to?: string }>;
};

export default async function DeploymentsPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findHttpApi(apiId);
  const [deployments, stages] = await Promise.all([
    control().apis.deployments.list(actor, apiId),
    control().apis.stages.list(actor, apiId),
  ]);
  if (deployments.length === 0)
    return (
      <div className="p-5">
        <EmptyState title="No deployment yet">
          A deployment freezes the API as it is; stages serve it. The button above makes one.
        </EmptyState>
      </div>
    );
  const pair = await readComparison(actor, apiId, deployments, await searchParams);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[minmax(0,420px)_minmax(0,1fr)] lg:content-stretch">
      <div className="border-b p-5 lg:border-r lg:border-b-0">
        <TimeLine apiId={apiId} deployments={deployments} stages={stages} editable={canEdit(actor)} />
      </div>
      <div className="min-w-0 p-5">
        <Comparison key={`${pair.from} ${pair.to}`} deployments={deployments} {...pair} />
      </div>
    </div>
  );
}
