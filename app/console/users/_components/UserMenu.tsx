'use client';

import { Ellipsis } from 'lucide-react';
import { DropdownMenu, type MenuItem } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import type { User } from '@/lib/model/role';

export type UserTask = 'role' | 'password' | 'delete';

/** Nobody disables or deletes the account that they are signed in with. */
export function UserMenu(props: {
  user: User;
  own: boolean;
  onSwitch: () => void;
  onAsk: (task: UserTask) => void;
}) {
  const { user, own, onAsk } = props;
  const others: MenuItem[] = [
    { label: user.disabled ? 'Enable' : 'Disable', onSelect: props.onSwitch },
    { label: 'Set password', onSelect: () => onAsk('password') },
    { kind: 'separator' },
    { label: 'Delete', danger: true, onSelect: () => onAsk('delete') },
  ];
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions for ${user.email}`} className="size-7">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[{ label: 'Change role', onSelect: () => onAsk('role') }, ...(own ? [] : others)]}
    />
  );
}
