'use client';

import { useState } from 'react';
import { DataTable } from '@/components/ui/DataTable';
import { EmptyState } from '@/components/ui/EmptyState';
import type { User } from '@/lib/model/role';
import { ChangeRoleDialog } from './ChangeRoleDialog';
import { DeleteUserDialog } from './DeleteUserDialog';
import { SetPasswordDialog } from './SetPasswordDialog';
import { UserMenu, type UserTask } from './UserMenu';
import { userColumns } from './userColumns';
import { useUserSwitch } from './useUserSwitch';

/** All accounts by e-mail; what needs a question opens as a dialog over the table. */
export function UserTable(props: { users: User[]; ownId: string }) {
  const { users, set } = useUserSwitch(props.users);
  const [asked, setAsked] = useState<{ task: UserTask; user: User } | null>(null);
  const close = () => setAsked(null);
  const menu = (user: User) => (
    <UserMenu
      user={user}
      own={user.id === props.ownId}
      onSwitch={() => set(user, !user.disabled)}
      onAsk={(task) => setAsked({ task, user })}
    />
  );
  return (
    <>
      <DataTable
        label="Users"
        rows={users}
        columns={userColumns(props.ownId, menu)}
        rowKey={(user) => user.id}
        empty={<EmptyState title="No user">Add one.</EmptyState>}
      />
      {asked?.task === 'role' && (
        <ChangeRoleDialog user={asked.user} own={asked.user.id === props.ownId} onClose={close} />
      )}
      {asked?.task === 'password' && <SetPasswordDialog user={asked.user} onClose={close} />}
      {asked?.task === 'delete' && <DeleteUserDialog user={asked.user} onClose={close} />}
    </>
  );
}
