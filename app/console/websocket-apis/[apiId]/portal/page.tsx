import type { Metadata } from 'next';
import { PortalPages } from '@/app/console/portal/_components/PortalPages';
import { control } from '@/lib/runtime/slot';
import { findWebSocketApi } from '../findWebSocketApi';

export const metadata: Metadata = { title: 'Portal' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ stage?: string }> };

export default async function WebSocketApiPortalPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findWebSocketApi(apiId);
  const stages = await control().apis.stages.list(actor, apiId);
  const served = stages.filter(({ deploymentId }) => deploymentId !== undefined);
  return (
    <PortalPages
      actor={actor}
      apiId={apiId}
      apiName={api.name}
      stageNames={served.map(({ stageName }) => stageName)}
      wanted={(await searchParams).stage}
      path={`/console/websocket-apis/${apiId}/portal`}
    />
  );
}
