'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteWebSocketApi } from '../../../actions';

export function DeleteApiButton({ apiId, name }: { apiId: string; name: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteWebSocketApi);
  const confirm = async () => {
    const gone = await action.run({ apiId });
    if (!gone) return false;
    router.push('/console');
    router.refresh();
    return true;
  };
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete API
      </Button>
      <ConfirmDelete
        open={open}
        onOpenChange={setOpen}
        what="API"
        name={name}
        typeName
        error={action.rest}
        onDelete={confirm}
      >
        <p>New clients are refused from then on, and messages find no route. There is no way back.</p>
      </ConfirmDelete>
    </>
  );
}
