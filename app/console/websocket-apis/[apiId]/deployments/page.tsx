import type { Metadata } from 'next';
import { Comparison } from '@/app/console/_components/v2/Comparison';
import { readComparison } from '@/app/console/_components/v2/readComparison';
import { canEdit } from '@/app/console/canEdit';
import { control } from '@/lib/runtime/slot';
import { DeployButton } from '../_components/DeployButton';
import { findWebSocketApi } from '../findWebSocketApi';
import { DeploymentTable } from './_components/DeploymentTable';

export const metadata: Metadata = { title: 'Deployments' };

type Props = {
  params: Promise<{ apiId: string }>;
  searchParams: Promise<{ from?: string; to?: string }>;
};

export default async function DeploymentsPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findWebSocketApi(apiId);
  const { deployments, stages } = control().apis;
  const [all, served] = await Promise.all([deployments.list(actor, apiId), stages.list(actor, apiId)]);
  const editable = canEdit(actor);
  const stageNames = served.map(({ stageName }) => stageName);
  const rows = all.map((deployment) => ({
    ...deployment,
    stageNames: served
      .filter(({ deploymentId }) => deploymentId === deployment.deploymentId)
      .map(({ stageName }) => stageName),
  }));
  const pair = all.length > 0 && (await readComparison(actor, apiId, all, await searchParams));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-6 p-5">
      <DeploymentTable
        apiId={apiId}
        rows={rows}
        stageNames={stageNames}
        editable={editable}
        deploy={editable && <DeployButton apiId={apiId} stageNames={stageNames} />}
      />
      {pair && <Comparison key={`${pair.from} ${pair.to}`} deployments={all} {...pair} />}
    </div>
  );
}
