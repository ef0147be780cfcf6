'use client';

import { CircleUser } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { Button } from '@/components/ui/Button';
import { DropdownMenu } from '@/components/ui/DropdownMenu';

/** Who is signed in, and where that account may go. */
export function AccountMenu({ email, seesConsole }: { email: string; seesConsole: boolean }) {
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" aria-label={`Account ${email}`}>
          <CircleUser className="sm:hidden" aria-hidden />
          <span className="max-w-48 truncate max-sm:hidden">{email}</span>
        </Button>
      }
      items={[
        { label: 'Account', href: '/account' },
        ...(seesConsole ? [{ label: 'Console', href: '/console' }] : []),
        { label: 'Sign out', onSelect: () => void signOut({ callbackUrl: '/' }) },
      ]}
    />
  );
}
