'use client';

import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { PoolUser } from '@/lib/model/userPool';
import { deletePoolUser } from '../actions';

export function DeletePoolUserDialog(props: { userPoolId: string; user: PoolUser; onClose: () => void }) {
  const { userPoolId, user, onClose } = props;
  const action = useAction(deletePoolUser);
  return (
    <ConfirmDelete
      open
      onOpenChange={onClose}
      what="user"
      name={user.username}
      error={action.rest}
      onDelete={async () => Boolean(await action.run({ userPoolId, userId: user.id }))}
    >
      <p>
        {user.email} cannot sign in any more, and nobody gets the same sub again. Tokens that are out stay
        valid until they end. Disabling the user instead can be undone.
      </p>
    </ConfirmDelete>
  );
}
