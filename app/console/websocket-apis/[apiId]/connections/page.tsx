import type { Metadata } from 'next';
import { canEdit } from '@/app/console/canEdit';
import { findWebSocketApi } from '../findWebSocketApi';
import { ConnectionTable } from './_components/ConnectionTable';

export const metadata: Metadata = { title: 'Connections' };

export default async function ConnectionsPage({ params }: { params: Promise<{ apiId: string }> }) {
  const { apiId } = await params;
  const { actor } = await findWebSocketApi(apiId);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-4 p-5">
      <p className="max-w-[80ch] text-muted">
        Clients that are connected now, on whichever worker, renewed every 2 seconds. At most 200 of a worker
        are listed, those that are open longest.
      </p>
      <ConnectionTable apiId={apiId} editable={canEdit(actor)} />
    </div>
  );
}
