'use client';

import { startTransition, useOptimistic } from 'react';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { PoolUser } from '@/lib/model/userPool';
import { updatePoolUser } from '../actions';

/** Enables and disables users: shown at once, taken back when refused, undone from the toast. */
export function usePoolUserSwitch(userPoolId: string, stored: PoolUser[]) {
  const { run } = useAction(updatePoolUser, { announce: true });
  const [users, show] = useOptimistic(stored, (all, next: { id: string; enabled: boolean }) =>
    all.map((user) => (user.id === next.id ? { ...user, ...next } : user)),
  );
  const write = (user: PoolUser, enabled: boolean, done?: () => void) =>
    startTransition(async () => {
      show({ id: user.id, enabled });
      if (await run({ userPoolId, userId: user.id, enabled })) done?.();
    });
  const set = (user: PoolUser, enabled: boolean) =>
    write(user, enabled, () =>
      undoToast(`${user.username} is ${enabled ? 'enabled' : 'disabled'}`, () => write(user, !enabled)),
    );
  return { users, set };
}
