'use client';

import { CircleUser } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { DropdownMenu } from '@/components/ui/DropdownMenu';
import { IconButton } from '@/components/ui/IconButton';

/** Who is signed in with which role; the way to the portal and out. */
export function AccountMenu({ email, role }: { email: string; role: string }) {
  return (
    <DropdownMenu
      trigger={
        <IconButton label="Account">
          <CircleUser />
        </IconButton>
      }
      items={[
        { kind: 'heading', label: `${email} (${role})` },
        { label: 'Account', href: '/account' },
        { label: 'Portal', href: '/' },
        { kind: 'separator' },
        { label: 'Sign out', onSelect: () => void signOut({ callbackUrl: '/console/sign-in' }) },
      ]}
    />
  );
}
