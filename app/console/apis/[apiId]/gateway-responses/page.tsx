import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { control } from '@/lib/runtime/slot';
import { findApi } from '../findApi';
import { GatewayResponses } from './_components/GatewayResponses';

export const metadata: Metadata = { title: 'Gateway responses' };

export default async function GatewayResponsesPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findApi(apiId);
  return (
    <GatewayResponses
      restApiId={apiId}
      states={await control().gatewayResponses.list(actor, apiId)}
      editable={canEdit(actor)}
    />
  );
}
