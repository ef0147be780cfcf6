import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { control } from '@/lib/runtime/slot';
import { DeployButton } from '../_components/DeployButton';
import { findWebSocketApi } from '../findWebSocketApi';
import { DeploymentTable } from './_components/DeploymentTable';

export const metadata: Metadata = { title: 'Deployments' };

export default async function DeploymentsPage({ params }: { params: Promise<{ apiId: string }> }) {
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
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <DeploymentTable
        apiId={apiId}
        rows={rows}
        stageNames={stageNames}
        editable={editable}
        deploy={editable && <DeployButton apiId={apiId} stageNames={stageNames} />}
      />
    </div>
  );
}
