'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { FormError } from '@/components/ui/FormError';
import { SkeletonRows } from '@/components/ui/Skeleton';
import { toast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { liveConnectionsQuery } from '@/lib/queries/liveConnections';
import { disconnectConnection } from '../actions';
import { connectionColumns } from './connectionColumns';
import { SendDialog } from './SendDialog';

/** Who is connected now; a message to one of them, and its end. */
export function ConnectionTable({ apiId, editable }: { apiId: string; editable: boolean }) {
  const live = useQuery(liveConnectionsQuery(apiId));
  const [target, setTarget] = useState<string | null>(null);
  const ending = useAction(disconnectConnection, { announce: true });
  const disconnect = async (connectionId: string) => {
    if (!(await ending.run({ apiId, connectionId }))) return;
    toast(`Connection ${connectionId} closed with 1000`);
    await live.refetch();
  };
  const buttons = (connectionId: string) => (
    <span className="flex gap-1.5">
      <Button
        size="sm"
        aria-label={`Send a message to ${connectionId}`}
        onClick={() => setTarget(connectionId)}
      >
        Send
      </Button>
      <Button
        size="sm"
        variant="danger"
        aria-label={`Disconnect ${connectionId}`}
        onClick={() => void disconnect(connectionId)}
      >
        Disconnect
      </Button>
    </span>
  );
  return (
    <>
      {live.error && <FormError>{live.error.message}</FormError>}
      {live.isPending && <SkeletonRows rows={3} label="Reading connections" />}
      {live.data && (
        <DataTable
          label="Connections"
          rows={live.data}
          columns={connectionColumns(editable ? buttons : undefined)}
          rowKey={({ connectionId }) => connectionId}
          empty={
            <EmptyState
              title="Nobody is connected"
              actions={
                <Button asChild>
                  <Link href={`/console/websocket-apis/${apiId}/test`}>Open the test client</Link>
                </Button>
              }
            >
              A client that connects to a stage stands here at once.
            </EmptyState>
          }
        />
      )}
      {target && <SendDialog apiId={apiId} connectionId={target} onClose={() => setTarget(null)} />}
    </>
  );
}
