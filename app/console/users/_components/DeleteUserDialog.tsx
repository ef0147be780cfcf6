'use client';

import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { RelativeTime } from '@/components/ui/RelativeTime';
import { useAction } from '@/components/ui/useAction';
import type { User } from '@/lib/model/role';
import { deleteUser } from '../actions';

export function DeleteUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const action = useAction(deleteUser);
  return (
    <ConfirmDelete
      open
      onOpenChange={onClose}
      what="user"
      name={user.email}
      typeName
      error={action.rest}
      onDelete={async () => Boolean(await action.run({ userId: user.id }))}
    >
      <p>
        {user.lastSignInAt ? (
          <>
            Last signed in <RelativeTime time={user.lastSignInAt} />.
          </>
        ) : (
          'Has never signed in.'
        )}{' '}
        The account goes with its portal apps, their subscriptions and keys: who calls with one of these keys
        gets 403 at once. Disabling it instead can be undone.
      </p>
    </ConfirmDelete>
  );
}
