'use client';

import { startTransition, useOptimistic } from 'react';
import { undoToast } from '@/components/ui/Toaster';
import { useAction } from '@/components/ui/useAction';
import type { User } from '@/lib/model/role';
import { updateUser } from '../actions';

/** Disables and enables accounts: shown at once, taken back when refused, undone from the toast. */
export function useUserSwitch(stored: User[]) {
  const { run } = useAction(updateUser, { announce: true });
  const [users, show] = useOptimistic(stored, (all, next: { id: string; disabled: boolean }) =>
    all.map((user) => (user.id === next.id ? { ...user, ...next } : user)),
  );
  const write = (user: User, disabled: boolean, done?: () => void) =>
    startTransition(async () => {
      show({ id: user.id, disabled });
      if (await run({ userId: user.id, disabled })) done?.();
    });
  const set = (user: User, disabled: boolean) =>
    write(user, disabled, () =>
      undoToast(`${user.email} is ${disabled ? 'disabled' : 'enabled'}`, () => write(user, !disabled)),
    );
  return { users, set };
}
