import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { EmptyState } from '@/components/ui/EmptyState';
import { control } from '@/lib/runtime/slot';
import { DeployButton } from '../_components/DeployButton';
import { findWebSocketApi } from '../findWebSocketApi';
import { stageUrl } from '../stageUrl';
import { TestClient } from './_components/TestClient';

export const metadata: Metadata = { title: 'Test client' };

export default async function TestClientPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor, api } = await findWebSocketApi(apiId);
  const stages = await control().apis.stages.list(actor, apiId);
  if (stages.length === 0)
    return (
      <div className="p-5">
        <EmptyState
          title="No stage yet"
          actions={canEdit(actor) && <DeployButton apiId={apiId} stageNames={[]} />}
        >
          Clients connect to a stage: deploy the API to one first.
        </EmptyState>
      </div>
    );
  return (
    <TestClient
      apiId={apiId}
      stages={stages.map(({ stageName }) => ({ stageName, url: stageUrl(api, stageName) }))}
    />
  );
}
