'use client';

import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';
import type { PoolUser } from '@/lib/model/userPool';

export function PoolUserMenu(props: {
  user: PoolUser;
  onOpen: () => void;
  onSwitch: () => void;
  onAsk: (task: 'password' | 'delete') => void;
}) {
  const { user, onAsk } = props;
  return (
    <DropdownMenu
      trigger={
        <IconButton label={`Actions for ${user.username}`} className="size-7">
          <Ellipsis aria-hidden />
        </IconButton>
      }
      items={[
        { label: 'Groups and attributes', onSelect: props.onOpen },
        { label: user.enabled ? 'Disable' : 'Enable', onSelect: props.onSwitch },
        { label: 'Set password', onSelect: () => onAsk('password') },
        { kind: 'separator' },
        { label: 'Delete', danger: true, onSelect: () => onAsk('delete') },
      ]}
    />
  );
}
