'use client';

import { signOut } from 'next-auth/react';
import { Button } from '@/components/ui/Button';
import { useAction } from '@/components/ui/useAction';
import { signOutEverywhere } from '../actions';

export function SignOutEverywhereButton() {
  const action = useAction(signOutEverywhere, { announce: true });
  const end = async () => {
    if (await action.run({})) await signOut({ callbackUrl: '/' });
  };
  return (
    <section className="space-y-2">
      <h2 className="font-semibold text-xl">Sessions</h2>
      <p className="text-muted">Ends your sessions on every device, this one too.</p>
      <Button onClick={end} busy={action.pending}>
        Sign out everywhere
      </Button>
    </section>
  );
}
