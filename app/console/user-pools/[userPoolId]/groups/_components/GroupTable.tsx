'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { type Column, DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { IconButton } from '@/components/ui/IconButton';
import { toast, undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import { useUrlState } from '@/components/ui/useUrlState';
import { putPoolGroups } from '../actions';
import { AddGroupDialog } from './AddGroupDialog';
import { DeleteGroupDialog } from './DeleteGroupDialog';

export interface GroupRow {
  name: string;
  memberCount: number;
}

/** All groups of a pool; `?create=1` opens the dialog of a new one. An empty one is deleted with a way back. */
export function GroupTable(props: { userPoolId: string; rows: GroupRow[]; editable: boolean }) {
  const { userPoolId, rows, editable } = props;
  const [create, setCreate] = useUrlState('create');
  const [asked, setAsked] = useState<GroupRow | null>(null);
  const { run } = useAction(putPoolGroups, { announce: true });
  const names = rows.map(({ name }) => name);
  const put = (groups: string[]) => run({ userPoolId, groups });
  const remove = async ({ name }: GroupRow) => {
    if (!(await put(names.filter((each) => each !== name)))) return;
    undoToast(`Group ${name} deleted`, () => void put(names));
  };
  const add = editable && (
    <Button variant="primary" onClick={() => setCreate('1')}>
      <Plus aria-hidden />
      Add group
    </Button>
  );
  const bin = (row: GroupRow) => (
    <IconButton
      label={`Delete group ${row.name}`}
      className="size-7"
      onClick={() => (row.memberCount > 0 ? setAsked(row) : void remove(row))}
    >
      <Trash2 aria-hidden />
    </IconButton>
  );
  return (
    <>
      <DataTable
        label="Groups"
        rows={rows}
        columns={[...columns, ...(editable ? [{ ...actionColumn, cell: bin }] : [])]}
        rowKey={({ name }) => name}
        rowHref={({ name }) => `/console/user-pools/${userPoolId}/users?${new URLSearchParams({ q: name })}`}
        initialSort="name.asc"
        actions={add}
        empty={
          <EmptyState title="No group yet" actions={add}>
            A group marks users: their tokens carry it as the claim cognito:groups, which your backend or an
            authorizer's policy can ask.
          </EmptyState>
        }
      />
      {editable && create === '1' && (
        <AddGroupDialog
          userPoolId={userPoolId}
          names={names}
          onClose={() => setCreate('')}
          onMade={(name) => toast(`Group ${name} added`)}
        />
      )}
      {asked && (
        <DeleteGroupDialog userPoolId={userPoolId} row={asked} names={names} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

const actionColumn = { id: 'actions', header: 'Actions', width: '11ch', fixed: true };

const columns: Column<GroupRow>[] = [
  {
    id: 'name',
    header: 'Name',
    fixed: true,
    text: ({ name }) => name,
    cell: ({ name }) => (
      <span title={name} className="block max-w-[60ch] truncate">
        {name}
      </span>
    ),
  },
  {
    id: 'members',
    header: 'Users',
    align: 'right',
    text: ({ memberCount }) => memberCount,
    cell: ({ memberCount }) => memberCount.toLocaleString('en'),
  },
];
