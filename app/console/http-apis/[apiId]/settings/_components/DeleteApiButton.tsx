'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { ConfirmDelete } from '@/components/ui/ConfirmDelete';
import { useAction } from '@/components/ui/useAction';
import { deleteApi } from '../../actions';

export function DeleteApiButton(props: { apiId: string; name: string; stageNames: string[] }) {
  const { apiId, stageNames } = props;
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const action = useAction(deleteApi);
  const confirm = async () => {
    if (!(await action.run({ apiId }))) return false;
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
        name={props.name}
        typeName
        error={action.rest}
        onDelete={confirm}
      >
        <p>
          {stageNames.length === 0 ? 'No stage' : `The stages ${stageNames.join(', ')}`} and all routes go
          with it. An export is the only way back.
        </p>
      </ConfirmDelete>
    </>
  );
}
