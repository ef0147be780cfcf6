import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { EmptyState } from '@/components/ui/EmptyState';
import { control } from '@/lib/runtime/slot';
import { findHttpApi } from '../findHttpApi';
import { TimeLine } from './_components/TimeLine';

export const metadata: Metadata = { title: 'Deployments' };

export default async function DeploymentsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findHttpApi(apiId);
  const [deployments, stages] = await Promise.all([
    control().apis.deployments.list(actor, apiId),
    control().apis.stages.list(actor, apiId),
  ]);
  return (
    <div className="max-w-3xl p-5">
      {deployments.length === 0 ? (
        <EmptyState title="No deployment yet">
          A deployment freezes the API as it is; stages serve it. The button above makes one.
        </EmptyState>
      ) : (
        <TimeLine apiId={apiId} deployments={deployments} stages={stages} editable={canEdit(actor)} />
      )}
    </div>
  );
}
