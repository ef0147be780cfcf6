'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import { useUrlState } from '@/components/ui/useUrlState';
import type { PoolUser, UserPool } from '@/lib/model/userPool';
import { AddPoolUserDialog } from './AddPoolUserDialog';
import { DeletePoolUserDialog } from './DeletePoolUserDialog';
import { PoolUserDrawer } from './PoolUserDrawer';
import { PoolUserMenu } from './PoolUserMenu';
import { poolUserColumns } from './poolUserColumns';
import { SetPasswordDialog } from './SetPasswordDialog';
import { usePoolUserSwitch } from './usePoolUserSwitch';

/** All users of a pool. `?user={sub}` opens one, `?create=1` the dialog of a new one. */
export function PoolUserTable(props: {
  pool: UserPool;
  users: PoolUser[];
  groups: string[];
  editable: boolean;
}) {
  const { pool, groups, editable } = props;
  const [create, setCreate] = useUrlState('create');
  const [opened, setOpened] = useUrlState('user', '', { push: true });
  const [asked, setAsked] = useState<{ task: 'password' | 'delete'; user: PoolUser } | null>(null);
  const { users, set } = usePoolUserSwitch(pool.id, props.users);
  const shown = users.find(({ id }) => id === opened);
  const close = () => setAsked(null);
  const add = editable && (
    <Button variant="primary" onClick={() => setCreate('1')}>
      <Plus aria-hidden />
      Add user
    </Button>
  );
  const menu = (user: PoolUser) => (
    <PoolUserMenu
      user={user}
      onOpen={() => setOpened(user.id)}
      onSwitch={() => set(user, !user.enabled)}
      onAsk={(task) => setAsked({ task, user })}
    />
  );
  return (
    <>
      <DataTable
        label="Pool users"
        rows={users}
        columns={poolUserColumns(editable ? menu : undefined)}
        rowKey={(user) => user.id}
        rowHref={(user) => `/console/user-pools/${pool.id}/users?user=${user.id}`}
        initialSort="username.asc"
        actions={add}
        empty={
          <EmptyState title="No user yet" actions={add}>
            {pool.selfSignUp
              ? 'Add one, or let people make their accounts on the hosted sign-in page.'
              : 'Add one: people cannot make accounts themselves in this pool.'}
          </EmptyState>
        }
      />
      {editable && create === '1' && (
        <AddPoolUserDialog pool={pool} groups={groups} onClose={() => setCreate('')} />
      )}
      {shown && (
        <PoolUserDrawer
          key={shown.id}
          userPoolId={pool.id}
          user={shown}
          groups={groups}
          editable={editable}
          onClose={() => setOpened('')}
        />
      )}
      {asked?.task === 'password' && <SetPasswordDialog pool={pool} user={asked.user} onClose={close} />}
      {asked?.task === 'delete' && (
        <DeletePoolUserDialog userPoolId={pool.id} user={asked.user} onClose={close} />
      )}
    </>
  );
}
