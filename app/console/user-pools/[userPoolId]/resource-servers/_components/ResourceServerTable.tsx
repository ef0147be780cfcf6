'use client';

import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import { putResourceServers } from '../actions';
import { DeleteServerDialog } from './DeleteServerDialog';
import { ResourceServerDialog } from './ResourceServerDialog';
import { actionColumn, columns, type ServerRow, serversOf } from './resourceServerColumns';

/** All resource servers; `?create=1` opens the dialog of a new one. What no client names is deleted with a way back. */
export function ResourceServerTable(props: { userPoolId: string; rows: ServerRow[]; editable: boolean }) {
  const { userPoolId, rows, editable } = props;
  const [create, setCreate] = useUrlState('create');
  const [edited, setEdited] = useState<ServerRow | null>(null);
  const [asked, setAsked] = useState<ServerRow | null>(null);
  const { run } = useAction(putResourceServers, { announce: true });
  const servers = serversOf(rows);
  const remove = async ({ identifier }: ServerRow) => {
    const rest = servers.filter((each) => each.identifier !== identifier);
    if (!(await run({ userPoolId, servers: rest }))) return;
    undoToast(`${identifier} deleted`, () => void run({ userPoolId, servers }));
  };
  const add = editable && (
    <Button variant="primary" onClick={() => setCreate('1')}>
      <Plus aria-hidden />
      Add resource server
    </Button>
  );
  const buttons = (row: ServerRow) => (
    <span className="flex">
      <IconButton label={`Edit ${row.identifier}`} className="size-7" onClick={() => setEdited(row)}>
        <Pencil aria-hidden />
      </IconButton>
      <IconButton
        label={`Delete ${row.identifier}`}
        className="size-7"
        onClick={() => (row.clientNames.length > 0 ? setAsked(row) : void remove(row))}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </span>
  );
  const close = () => {
    setCreate('');
    setEdited(null);
  };
  return (
    <>
      <DataTable
        label="Resource servers"
        rows={rows}
        columns={[...columns, ...(editable ? [{ ...actionColumn, cell: buttons }] : [])]}
        rowKey={({ identifier }) => identifier}
        actions={add}
        empty={
          <EmptyState title="No resource server yet" actions={add}>
            A resource server is an API with scopes of its own, such as orders/read. App clients are allowed
            scopes, and a method asks for them of the access token.
          </EmptyState>
        }
      />
      {editable && (edited || create === '1') && (
        <ResourceServerDialog
          key={edited?.identifier}
          userPoolId={userPoolId}
          servers={servers}
          server={edited ?? undefined}
          onClose={close}
        />
      )}
      {asked && (
        <DeleteServerDialog
          userPoolId={userPoolId}
          row={asked}
          servers={servers}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
