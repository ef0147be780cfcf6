'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { deleteIamUser } from '@/app/console/identity/actions';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import type { IamUser } from '@/lib/model/identity';
import { identityHref } from '../../../_components/identityHref';
import { keyCount } from '../../../_components/keyCount';

/** All that the user has goes at once: what that is stands in the question. */
export function DeleteIamUserButton({ user }: { user: IamUser }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteIamUser);
  const confirm = async () => {
    if (!(await action.run({ userName: user.userName }))) return false;
    router.push(identityHref.users);
    router.refresh();
    return true;
  };
  const inline = Object.keys(user.inlinePolicies).length;
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete user
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="IAM user"
        name={user.userName}
        typeName={user.accessKeys.length > 0}
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          Its access keys ({keyCount(user.accessKeys).toLowerCase()}) stop at once: calls that they sign get
          403. Its inline policies ({inline}) go with it; the policies that are attached to it stay.
        </p>
      </ConfirmDelete>
    </>
  );
}
