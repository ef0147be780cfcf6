'use client';

import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/Button';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { timeColumn } from '@/components/ui/timeColumn';
import { useUrlState } from '@/components/ui/useUrlState';
import type { ResourceServer, UserPoolClient } from '@/lib/model/userPool';
import { CreateClientDialog } from './CreateClientDialog';

/** All app clients; Enter or a click opens one, `?create=1` the dialog of a new one. */
export function ClientTable(props: {
  userPoolId: string;
  clients: UserPoolClient[];
  servers: ResourceServer[];
  editable: boolean;
}) {
  const { userPoolId, editable } = props;
  const [create, setCreate] = useUrlState('create');
  const add = editable && (
    <Button variant="primary" onClick={() => setCreate('1')}>
      <Plus aria-hidden />
      Create app client
    </Button>
  );
  return (
    <>
      <DataTable
        label="App clients"
        rows={props.clients}
        columns={columns}
        rowKey={({ clientId }) => clientId}
        rowHref={({ clientId }) => `/console/user-pools/${userPoolId}/clients/${clientId}`}
        initialSort="name.asc"
        actions={add}
        empty={
          <EmptyState title="No app client yet" actions={add}>
            An app client is a program that signs people in, or itself: it has an id, the addresses that
            people come back to, and the scopes that it may ask for.
          </EmptyState>
        }
      />
      {editable && create === '1' && (
        <CreateClientDialog userPoolId={userPoolId} servers={props.servers} onClose={() => setCreate('')} />
      )}
    </>
  );
}

const columns: Column<UserPoolClient>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ clientName }) => clientName,
    cell: ({ clientName }) => (
      <span title={clientName} className="block max-w-[40ch] truncate">
        {clientName}
      </span>
    ),
  },
  {
    id: 'id',
    header: 'Client id',
    text: ({ clientId }) => clientId,
    cell: ({ clientId }) => <code>{clientId}</code>,
  },
  {
    id: 'secret',
    header: 'Secret',
    text: ({ generateSecret }) => (generateSecret ? 'Yes' : 'No'),
    cell: ({ generateSecret }) => (generateSecret ? 'Yes' : 'No'),
  },
  {
    id: 'flows',
    header: 'Flows',
    text: ({ allowedOAuthFlows }) => allowedOAuthFlows.join(', '),
    cell: ({ allowedOAuthFlows }) => (
      <span className="font-mono text-small">{allowedOAuthFlows.join(', ')}</span>
    ),
  },
  timeColumn('created', 'Created', ({ createdDate }) => createdDate),
];
