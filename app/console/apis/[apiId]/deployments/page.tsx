import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { EmptyState } from '@/components/ui/EmptyState';
import { isControlError } from '@/lib/model/ControlError';
import type { Change } from '@/lib/model/deployment';
import type { Actor } from '@/lib/model/role';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { Comparison } from './_components/Comparison';
import { TimeLine } from './_components/TimeLine';

export const metadata: Metadata = { title: 'Deployments' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ from?: string; to?: string }> };

export default async function DeploymentsPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  const deployments = await control().deployments.list(actor, apiId);
  const newest = deployments[0];
  if (!newest) {
    return (
      <div className="p-5">
        <EmptyState title="No deployment yet">
          The button above freezes the API as it is and serves it on a stage.
        </EmptyState>
      </div>
    );
  }
  // what the newest deployment changed; of an only one: what has changed since
  const [older, newer] = deployments[1] ? [deployments[1].id, newest.id] : [newest.id, 'current'];
  const { from = older, to = newer } = await searchParams;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start lg:content-stretch lg:grid-cols-[minmax(0,420px)_minmax(0,1fr)]">
      <div className="border-b p-5 lg:border-r lg:border-b-0">
        <TimeLine restApiId={apiId} deployments={deployments} editable={canEdit(actor)} />
      </div>
      <div className="min-w-0 p-5">
        <Comparison
          key={`${from} ${to}`}
          restApiId={apiId}
          deployments={deployments}
          from={from}
          to={to}
          changes={await differences(actor, apiId, from, to)}
        />
      </div>
    </div>
  );
}

/** null when an address names a deployment that is gone. */
async function differences(actor: Actor, apiId: string, from: string, to: string): Promise<Change[] | null> {
  try {
    return await control().deployments.compare(actor, apiId, from, to);
  } catch (error) {
    if (isControlError(error)) return null;
    throw error;
  }
}
