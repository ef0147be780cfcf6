'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { UserPoolClient } from '@/lib/model/userPool';
import { deletePoolClient } from '../../actions';

export function DeleteClientButton({ userPoolId, client }: { userPoolId: string; client: UserPoolClient }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deletePoolClient);
  const confirm = async () => {
    if (!(await action.run({ userPoolId, clientId: client.clientId }))) return false;
    router.push(`/console/user-pools/${userPoolId}/clients`);
    router.refresh();
    return true;
  };
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete app client
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="app client"
        name={client.clientName}
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          Nobody signs in by it any more, and its refresh tokens end. A new client has another id, which the
          program has to learn.
        </p>
      </ConfirmDelete>
    </>
  );
}
