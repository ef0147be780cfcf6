import type { Metadata } from 'next';
import { PortalPages } from '@/app/console/portal/_components/PortalPages';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';

export const metadata: Metadata = { title: 'Portal' };

type Props = { params: Promise<{ apiId: string }>; searchParams: Promise<{ stage?: string }> };

export default async function ApiPortalPage({ params, searchParams }: Props) {
  const { apiId } = await params;
  const { actor, api } = await findApi(apiId);
  const stages = await control().stages.list(actor, apiId);
  return (
    <PortalPages
      actor={actor}
      apiId={apiId}
      apiName={api.name}
      stageNames={stages.map(({ stageName }) => stageName)}
      wanted={(await searchParams).stage}
      path={`/console/apis/${apiId}/portal`}
    />
  );
}
